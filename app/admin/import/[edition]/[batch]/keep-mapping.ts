import { redirect } from "next/navigation";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import type { FieldError } from "@/app/_ui/desk/error-summary";
import { refusedForm } from "@/app/admin/account-form-state";
import { editionTitle } from "@/app/admin/page-title";
import { saveImportMapping } from "@/db/import-batches";
import type { ImportMapping } from "@/lib/import/mapping";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type Step, stepAddress } from "../../import-addresses";
import type { RequestedImport } from "./requested-import";

interface Around extends RequestedImport {
  readonly locale: Locale;
  readonly form: FormData;
  readonly next: Step;
}

/** Keeps a file's mapping and goes on, or gives the form back with everything chosen when a colleague was quicker. */
export async function keepMapping(
  { staff, edition, batch, locale, form, next }: Around,
  revision: number,
  mapping: ImportMapping,
): Promise<AccountFormState> {
  const saved = await saveImportMapping(staff, { id: batch.id, revision }, mapping);
  if (saved.ok) redirect(stepAddress(edition.slug, batch.id, next));
  const message = translator(locale, "import")(`errors.${saved.error}`);
  return refusedMapping(locale, edition.slug, form, [{ field: "save", message }]);
}

/** The form as it was sent, with what is wrong; the scores by their words. */
export async function refusedMapping(
  locale: Locale,
  slug: string,
  form: FormData,
  errors: readonly FieldError[],
): Promise<AccountFormState> {
  const sent = [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
  const valuesOf = (wanted: string) => sent.flatMap(([name, value]) => (name === wanted ? [value] : []));
  const scores = valuesOf("score");
  const byWord = valuesOf("word").map((word, at) => [word, scores[at] ?? ""] as const);
  const typed = Object.fromEntries([...sent, ...byWord]);
  return refusedForm(locale, await editionTitle("nav.import", slug), typed, errors);
}
