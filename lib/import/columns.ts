import type { Locale } from "../locale";
import { translator } from "../messages/translator";
import type { EditionDefinition } from "../survey/edition";
import { itemsOf } from "../survey/instrument";
import { OPTIONAL_QUESTION_TEXTS, askedIn } from "../survey/optional-question";

/** What a row of a file says of an answer, beside its items: what it is called there, and when and how it came. */
export const ROW_FIELDS = ["number", "received_on", "channel", "locale"] as const;

/** One column that an import knows: `field` is the same in every language, `title` is for a person. */
export interface ImportColumn {
  readonly field: string;
  readonly title: string;
  readonly kind:
    (typeof ROW_FIELDS)[number] | "rating" | "open" | "stakeholder_group" | "topics" | "quote" | "contact" | "consent";
}

/** The edition that rows answer. */
export type ImportEdition = Pick<
  EditionDefinition,
  "slug" | "instrument" | "asks" | "channels" | "timeZone" | "reportingPeriod"
>;

/** Every column that an import of an edition knows, in the order of the template: the one definition of them. */
export function importColumns(
  { instrument, asks }: Pick<ImportEdition, "instrument" | "asks">,
  locale: Locale,
): ImportColumn[] {
  const t = translator(locale, "import");
  const about = ROW_FIELDS.map((field) => ({ field, title: t(`column.${field}`), kind: field }));
  const items = itemsOf(instrument).map(({ key, text, kind }) => ({ field: key, title: text[locale], kind }));
  const optional = askedIn(asks).map((key) => ({ field: key, title: OPTIONAL_QUESTION_TEXTS[key][locale], kind: key }));
  const consent = { field: "contact_consent", title: t("column.consent"), kind: "consent" } as const;
  return [...about, ...items, ...optional, ...(asks.includes("contact") ? [consent] : [])];
}
