import { countCharacters, isBlank } from "@/lib/survey/text";
import { fill } from "./fill";
import type { FormContent } from "./form-content";

/** What is to change in the optional questions, by field; `form` is where their answers are. */
export function checkOptional(
  { optional, words, locale }: FormContent,
  form: HTMLFormElement | null,
): [string, string][] {
  const fields = new FormData(form ?? undefined);
  return (optional?.items ?? []).flatMap((item): [string, string][] => {
    if (item.kind === "topics") {
      const chosen = fields.getAll(item.key).length;
      return chosen > item.most ? [[item.key, fill(words.tooManyTopics, { chosen, max: item.most }, locale)]] : [];
    }
    const contact = item.kind === "contact" ? String(fields.get(item.key) ?? "").trim() : "";
    if (item.kind !== "contact" || isBlank(contact)) return [];
    const excess = countCharacters(contact) - item.maxLength;
    if (excess > 0) return [[item.key, fill(words.tooLong, { excess, max: item.maxLength }, locale)]];
    return fields.has("contact_consent") ? [] : [["contact_consent", words.consentMissing]];
  });
}
