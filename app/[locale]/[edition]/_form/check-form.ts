import { countCharacters, isBlank, normaliseLineBreaks } from "@/lib/survey/text";
import { checkOptional } from "./check-optional";
import { fill } from "./fill";
import type { FormContent } from "./form-content";
import type { Refusal } from "./refusal";

/** The checks worth making before sending; the server makes them all again. */
export function checkForm(content: FormContent, form: HTMLFormElement): Refusal {
  const items = Object.fromEntries([...checkTexts(content, form), ...checkOptional(content, form)]);
  return { form: Object.keys(items).length > 0 ? null : findEmptiness(content, form), items };
}

function checkTexts({ sections, words, locale }: FormContent, form: HTMLFormElement): [string, string][] {
  const fields = new FormData(form);
  const items = sections.flatMap((section) => section.items);
  return items.flatMap((item): [string, string][] => {
    if (item.kind !== "open") return [];
    const text = normaliseLineBreaks(String(fields.get(item.key) ?? ""));
    const excess = isBlank(text) ? 0 : countCharacters(text) - item.maxLength;
    return excess > 0 ? [[item.key, fill(words.tooLong, { excess, max: item.maxLength }, locale)]] : [];
  });
}

/** What to say when no item was answered, and maybe nothing at all; null when one was. */
function findEmptiness({ sections, optional, words }: FormContent, form: HTMLFormElement): string | null {
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
