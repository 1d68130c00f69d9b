import { notFound, redirect } from "next/navigation";
import { textOf } from "@/app/admin/account-form-state";
import type { Staff } from "@/lib/staff";
import { importsAddress } from "../../import-addresses";
import { type RequestedImport, findRequested } from "./requested-import";

/** The file that a form is about, and the state of its mapping that the person saw. */
export interface SentImport extends Omit<RequestedImport, "staff"> {
  readonly revision: number;
}

/** Reads which file a form is about; one that is no more leads back to the list, which says so. */
export async function sentImport(staff: Staff, form: FormData): Promise<SentImport> {
  const [slug, id] = [textOf(form, "edition"), textOf(form, "batch")];
  if (slug === "") notFound();
  const found = (await findRequested(staff, slug, id)) ?? redirect(importsAddress(slug, "gone"));
  return { ...found, revision: Number(textOf(form, "revision")) };
}
