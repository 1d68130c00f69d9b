import { notFound, redirect } from "next/navigation";
import { requireStaff } from "@/app/_session/staff";
import { type Edition, findEdition } from "@/db/editions";
import { type ImportBatch, findImport, forgetOldImports } from "@/db/import-batches";
import type { Staff } from "@/lib/staff";
import { type Step, importsAddress, stepAddress } from "../../import-addresses";

/** The parameters of a file's pages. */
export type Params = Promise<{ readonly edition: string; readonly batch: string }>;

/** A file of answers, and the edition with the form that its rows are read by. */
export interface RequestedImport {
  readonly staff: Staff;
  readonly edition: Edition;
  readonly batch: ImportBatch;
}

/** Whom and what a page of a file is for; where the file is no more, it leads back to the list, which says so. */
export async function requestedImport(params: Params, step: Step): Promise<RequestedImport> {
  const { edition: slug, batch: id } = await params;
  const staff = await requireStaff(stepAddress(slug, id, step), "analyst");
  await forgetOldImports(new Date());
  return { staff, ...((await findRequested(staff, slug, id)) ?? redirect(importsAddress(slug, "gone"))) };
}

/** The same by what a form or an address says; null when there is no such file of that edition. */
export async function findRequested(
  staff: Staff,
  slug: string,
  id: string,
): Promise<Omit<RequestedImport, "staff"> | null> {
  const newest = (await findEdition(slug)) ?? notFound();
  const batch = await findImport(staff, id);
  if (!batch || batch.editionId !== newest.id) return null;
  const edition = await findEdition(slug, batch.instrumentVersion);
  return edition && { edition, batch };
}
