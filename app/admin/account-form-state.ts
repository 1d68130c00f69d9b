import type { AccountFormState } from "@/app/_ui/desk/account-form";
import type { FieldError } from "@/app/_ui/desk/error-summary";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";

/** The state of a refused account form: its errors, counted in words and in the page's title, and what was typed. */
export function refusedForm(
  locale: Locale,
  title: string,
  typed: Readonly<Record<string, string>>,
  errors: readonly FieldError[],
): AccountFormState {
  const t = translator(locale, "department");
  const n = errors.length;
  return { typed, errors, heading: t("form.heading", { n }), documentTitle: t("formTitle", { n, title }) };
}

/** A text field of a sent form; a file or nothing counts as empty. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
