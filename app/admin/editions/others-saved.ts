import { z } from "zod";
import type { FieldError } from "@/app/_ui/desk/error-summary";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type FormFields, type OthersChange, othersChanges } from "@/lib/survey/others-changes";
import { textOf } from "../account-form-state";

/** A form's hidden fields by which a save can tell what others changed since it was shown. */
export function asShown(fields: FormFields): { readonly shown: string } {
  return { shown: JSON.stringify(fields) };
}

/** What a form that was sent showed; nothing where it does not say. */
export function shownIn(form: FormData): FormFields {
  const fields = z.record(z.string(), z.string());
  return z.preprocess(parsed, fields).safeParse(textOf(form, "shown")).data ?? {};
}

interface Saving {
  readonly form: FormData;
  readonly typed: FormFields;
  /** The fields as they are in the database. */
  readonly now: FormFields;
  readonly locale: Locale;
}

/** What a save is refused with, by field, when others changed the form meanwhile, and the form to go on with; or null. */
export function othersSaved(
  { form, typed, now, locale }: Saving,
  labelOf: (field: string) => string,
): { readonly errors: FieldError[]; readonly goOn: FormFields } | null {
  const { changes, goOn } = othersChanges(shownIn(form), typed, now);
  const errors = changes.map((change) => ({ field: change.field, message: words(change, labelOf, locale) }));
  return errors.length > 0 ? { errors, goOn } : null;
}

function words({ field, theirs, isTyped }: OthersChange, labelOf: (field: string) => string, locale: Locale): string {
  const t = translator(locale, "editions");
  const said = { field: labelOf(field), theirs: theirs === "" ? t("others.empty") : theirs };
  return t(isTyped ? "others.kept" : "others.taken", said);
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return {};
  }
}
