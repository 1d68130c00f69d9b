import { notFound } from "next/navigation";
import type { Edition } from "@/db/editions";
import { type EntryBatch, findBatch } from "@/db/entry-batches";
import type { Staff } from "@/lib/staff";

/** The address of the entry page, as it was asked for. */
export function entryAddress(edition: string | undefined, batch: string | undefined): string {
  const query = new URLSearchParams({
    ...(edition !== undefined && { edition }),
    ...(batch !== undefined && { batch }),
  });
  return query.size === 0 ? "/admin/entry" : `/admin/entry?${query}`;
}

/** The batch that the address names, null where it names none; the page that there is none, also in another edition. */
export async function requestedBatch(
  staff: Staff,
  edition: Pick<Edition, "slug">,
  id: string | undefined,
): Promise<EntryBatch | null> {
  if (id === undefined) return null;
  const batch = await findBatch(staff, id);
  return batch?.editionSlug === edition.slug ? batch : notFound();
}
