import { z } from "zod";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import type { FieldError } from "@/app/_ui/desk/error-summary";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type FormFields, type OthersChange, othersChanges } from "@/lib/survey/others-changes";
import { refusedForm, textOf } from "./account-form-state";

/** A form's hidden fields by which a save can tell what others changed since it was shown. */
export function asShown(fields: FormFields): { readonly shown: string } {
  return { shown: JSON.stringify(fields) };
}

interface Saving {
  readonly form: FormData;
  readonly typed: FormFields;
  /** The fields as they are in the database. */
  readonly now: FormFields;
  readonly locale: Locale;
  /** Of the page. */
  readonly title: string;
}

/** The form to go on with when others changed it meanwhile, with what they changed said by field; else null. */
export function othersSaved(saving: Saving, labelOf: (field: string) => string): AccountFormState | null {
  const { form, typed, now, locale, title } = saving;
  const { changes, goOn } = othersChanges(shownIn(form), typed, now);
  if (changes.length === 0) return null;
  const errors = changes.map((change) => ({ field: change.field, message: words(change, labelOf, locale) }));
  const heading = translator(locale, "editions")("others.heading", { n: changes.length });
  return { ...refusedForm(locale, title, goOn, errors), heading, hidden: asShown(now) };
}

/** The form to go on with when a save is refused: all that was typed, and still what the form had shown. */
export function refusedSave({ form, typed, locale, title }: Saving, errors: FieldError[]): AccountFormState {
  return { ...refusedForm(locale, title, typed, errors), hidden: asShown(shownIn(form)) };
}

/** What a form that was sent showed; nothing where it does not say. */
function shownIn(form: FormData): FormFields {
  const fields = z.record(z.string(), z.string());
  return z.preprocess(parsed, fields).safeParse(textOf(form, "shown")).data ?? {};
}

function words({ field, theirs, isTyped }: OthersChange, labelOf: (field: string) => string, locale: Locale): string {
  const t = translator(locale, "editions");
  const said = { field: labelOf(field), theirs: theirs === "" ? t("others.empty") : momentWords(theirs) };
  return t(isTyped ? "others.kept" : "others.taken", said);
}

/** A moment as a field of the form has it, as people write it; anything else as it is. */
const momentWords = (text: string) => text.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/, "$1 $2");

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return {};
  }
}
