import { type Edition, findEdition } from "@/db/editions";
import { findSheetVersion } from "@/db/sheet-answers";
import type { Staff } from "@/lib/staff";
import { keyedAsks } from "@/lib/survey/second-keying";

/** An edition with the form that a sheet of a batch was typed from, but for the contact; null where nobody typed it. */
export async function formOfSheet(
  staff: Staff,
  { slug }: Pick<Edition, "slug">,
  place: { readonly batchId: string; readonly sheet: number },
): Promise<Edition | null> {
  const version = await findSheetVersion(staff, place);
  return version === null ? null : formOfVersion(slug, version);
}

/** An edition with a version of its form, but for the contact, of which no second copy is made. */
export async function formOfVersion(slug: string, version: number): Promise<Edition | null> {
  const edition = await findEdition(slug, version);
  return edition && { ...edition, asks: [...keyedAsks(edition.asks)] };
}
