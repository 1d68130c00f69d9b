import type { Locale } from "@/lib/locale";
import type { translator } from "@/lib/messages/translator";
import type { ItemError } from "@/lib/survey/response";

type ReaderTexts = ReturnType<typeof translator<"reader">>;

const KEYS = {
  "not-a-rating": "errors.notARating",
  "not-text": "errors.notText",
  "unreadable-text": "errors.unreadableText",
  "unknown-field": "errors.unknownField",
  "bad-key": "errors.badKey",
  "bad-field": "errors.badField",
  "too-long": "errors.tooLong",
  "not-a-group": "errors.notAGroup",
  "not-topics": "errors.notTopics",
  "too-many-topics": "errors.tooManyTopics",
  "not-yes-or-no": "errors.notYesOrNo",
  "not-one-line": "errors.notOneLine",
  "consent-missing": "errors.consentMissing",
} as const;

/** Longest part of an unknown field's name that is said back; it may be anything. */
const NAME_LENGTH = 40;

/** What is wrong with a field, in words. */
export function messageOf(t: ReaderTexts, error: ItemError, field: string, locale: Locale): string {
  const { excess, chosen, max } = { excess: 0, chosen: 0, max: 0, ...error };
  const figure = (n: number) => (locale === "en" ? n.toLocaleString("en") : String(n));
  const name = field.toWellFormed().slice(0, NAME_LENGTH);
  const figures = { excess: figure(excess), chosen: figure(chosen), max: figure(max) };
  return t(KEYS[error.code], { field: name, ...figures });
}
