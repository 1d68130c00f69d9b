import type { EntryBatch } from "@/db/entry-batches";

/** The page of one batch. */
export const batchAddress = ({ id }: Pick<EntryBatch, "id">) => `/admin/entry/batches/${id}`;

/** The batches of an edition. */
export const batchesAddress = (slug: string) => `/admin/entry/batches?edition=${encodeURIComponent(slug)}`;

/** Where a batch's sheets are keyed again, and where the two keyings of one of them are compared. */
export const againAddress = (batch: Pick<EntryBatch, "id">, sheet: number) =>
  `${batchAddress(batch)}/again?sheet=${sheet}`;
export const differenceAddress = (batch: Pick<EntryBatch, "id">, sheet: number) =>
  `${batchAddress(batch)}/differences/${sheet}`;

/** Where a batch's sheets are typed. */
export const batchEntryAddress = ({ id, editionSlug }: Pick<EntryBatch, "id" | "editionSlug">) =>
  `/admin/entry?${new URLSearchParams({ edition: editionSlug, batch: id })}`;
