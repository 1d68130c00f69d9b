import { cache } from "react";
import { notFound } from "next/navigation";
import { findEdition } from "@/db/editions";
import { findBatch } from "@/db/entry-batches";
import type { Staff } from "@/lib/staff";

/** The batch that an address names and its edition, or the page that there is none. */
export const requestedBatch = cache(async (staff: Staff, id: string) => {
  const batch = (await findBatch(staff, id)) ?? notFound();
  return { batch, edition: (await findEdition(batch.editionSlug)) ?? notFound() };
});
