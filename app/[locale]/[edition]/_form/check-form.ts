import type { FieldErrors, Resolver } from "react-hook-form";
import { countCharacters, isBlank, normaliseLineBreaks } from "@/lib/survey/text";
import { fill } from "./fill";
import type { FormContent } from "./form-content";
import { FORM_ID } from "./form-id";
import { checkOptional } from "./check-optional";
import type { Refusal } from "./refusal";

/** The form's values by item key, as the browser holds them. */
export type FormValues = Record<string, string | null>;

/** The checks worth making before sending; the server makes them all again. */
export function resolverFor(content: FormContent): Resolver<FormValues> {
  const { sections, words, locale } = content;
  const items = sections.flatMap((section) => section.items);
  return (values) => {
    const errors: FieldErrors<FormValues> = {};
    for (const item of items) {
      if (item.kind !== "open") continue;
      const text = normaliseLineBreaks(values[item.key] ?? "");
      const excess = isBlank(text) ? 0 : countCharacters(text) - item.maxLength;
      if (excess <= 0) continue;
      errors[item.key] = { type: "too-long", message: fill(words.tooLong, { excess, max: item.maxLength }, locale) };
    }
    for (const [key, message] of checkOptional(content, document.forms.namedItem(FORM_ID)))
      errors[key] = { type: "refused", message };
    return Object.keys(errors).length === 0 ? { values, errors: {} } : { values: {}, errors };
  };
}

/** What to say when no item was answered, and maybe nothing at all; null when one was. */
export function findEmptiness({ sections, optional, words }: FormContent, form: HTMLFormElement): string | null {
  const fields = new FormData(form);
  const isAnswered = (name: string) => !isBlank(String(fields.get(name) ?? ""));
  if (sections.some(({ items }) => items.some(({ key }) => isAnswered(key)))) return null;
  return optional?.items.some(({ key }) => isAnswered(key)) ? words.onlyOptional : words.empty;
}

/** A refusal as this form can show it: what is wrong with a field that the reader cannot see is said of the form. */
export function aboutFieldsOf(form: HTMLFormElement, { form: message, items }: Refusal): Refusal {
  const isSeen = (key: string) =>
    [...form.elements].some((field) => field.getAttribute("name") === key && !field.matches("[type=hidden]"));
  const entries = Object.entries(items);
  const unseen = entries.filter(([key]) => !isSeen(key)).map(([, inline]) => inline);
  const about = [message, ...new Set(unseen)].filter(Boolean).join(" ");
  return { form: about || null, items: Object.fromEntries(entries.filter(([key]) => isSeen(key))) };
}

/** A refusal in the shape in which React Hook Form keeps errors, and back. */
export function toFieldErrors({ form, items }: Refusal): FieldErrors<FormValues> {
  const byItem = Object.entries(items).map(([key, message]) => [key, { type: "refused", message }]);
  return { ...Object.fromEntries(byItem), ...(form ? { root: { form: { type: "refused", message: form } } } : {}) };
}

export function toRefusal({ root, ...items }: FieldErrors<FormValues>): Refusal {
  const byItem = Object.entries(items).map(([key, error]) => [key, error?.message ?? ""]);
  return { form: root?.form?.message ?? null, items: Object.fromEntries(byItem) };
}
