import { LOCALES, type Locale, type Localized, localized } from "../locale";
import { longDate } from "../messages/calendar";
import { translator } from "../messages/translator";
import type { EditionDefinition } from "../survey/edition";
import type { Unsealing } from "../survey/edition-life";
import { type Item, scoreLabel } from "../survey/instrument";
import { SCORES } from "../survey/scale";
import { explainOptional } from "./optional-codebook";
import { type Column, type ExportedForm, HEADER_SEPARATOR, type Table, responseTable } from "./response-table";
import { QUALITY_FLAGS } from "../survey/quality-flag";
import { LONGEST_READ_SECONDS } from "../survey/reading-time";
import { RESPONSE_STATUSES, STATUS_REASONS } from "../survey/response-status";

/** What a codebook tells of an edition. */
export type CodebookEdition = Pick<
  EditionDefinition,
  "slug" | "reportTitle" | "reportingPeriod" | "timeZone" | "state" | "channels"
> &
  ExportedForm & {
    readonly unsealings?: readonly Unsealing[];
    /** Of the demo: sheets and codebook say so. */
    readonly isDemo?: boolean;
  };

/** One column explained. `codes` are the values with their words, none where any value may stand. */
export interface CodebookColumn {
  readonly name: string;
  readonly title: Localized;
  readonly type: string;
  readonly codes: readonly { readonly code: string; readonly label: Localized }[];
  /** What stands in the cell where there is no value. */
  readonly missing: string;
  readonly note: string;
}

/** What a reader of the exported data needs to understand it without asking. */
export interface Codebook {
  readonly columns: readonly CodebookColumn[];
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

/** The codebook of an edition's response table; explanations in `locale`, questions and labels in every language. */
export function codebookOf(edition: CodebookEdition, locale: Locale): Codebook {
  const t = translator(locale, "export");
  const demo = translator(locale, "demo");
  const { start, end } = edition.reportingPeriod;
  const apostrophe = "'";
  return {
    columns: responseTable(edition, locale).columns.map((column) => explained(column, edition, locale)),
    facts: [
      ...(edition.isDemo ? [{ name: demo("label"), value: demo("mark") }] : []),
      { name: t("fact.reportTitle"), value: inBoth((language) => edition.reportTitle[language]) },
      { name: t("fact.edition"), value: edition.slug },
      { name: t("fact.reportingPeriod"), value: t("fact.reportingPeriodValue", { start, end }) },
      { name: t("fact.instrument"), value: inBoth((language) => edition.instrument.title[language]) },
      ...(edition.unsealings ?? []).map(({ at, staffName, reason }) => ({
        name: t("fact.unsealed"),
        value: t("fact.unsealedText", { day: longDate(at, edition.timeZone, locale), name: staffName, reason }),
      })),
      { name: t("fact.headers"), value: t("fact.headersText", { separator: HEADER_SEPARATOR }) },
      { name: t("fact.csvGuard"), value: t("fact.csvGuardText", { apostrophe }) },
      { name: t("fact.csvNumbers"), value: t("fact.csvNumbersText") },
      ...(edition.asks.includes("contact") ? [{ name: t("fact.contact"), value: t("fact.contactText") }] : []),
    ],
  };
}

/** The codebook as rows for a sheet or a file: a header, a row for each column, an empty row, the facts. */
export function codebookTable({ columns, facts }: Codebook, locale: Locale): Table {
  const t = translator(locale, "export");
  const names = ["name", "titleZh", "titleEn", "type", "codesZh", "codesEn", "missing", "note"] as const;
  return [
    names.map((name) => t(`codebook.${name}`)),
    ...columns.map(({ name, title, type, codes, missing, note }) => {
      const words = (language: Locale) => codes.map(({ code, label }) => `${code} = ${label[language]}`).join("\n");
      return [name, title["zh-CN"], title.en, type, words("zh-CN") || null, words("en") || null, missing, note];
    }),
    [],
    ...facts.map(({ name, value }) => [name, value]),
  ];
}

function explained({ name, source }: Column, edition: CodebookEdition, locale: Locale): CodebookColumn {
  const t = translator(locale, "export");
  const empty = t("codebook.emptyCell");
  switch (source.kind) {
    case "text": {
      const note = noted(source.item, t("note.text", { max: source.item.maxLength }), locale);
      return { name, title: source.item.text, type: t("type.text"), codes: [], missing: empty, note };
    }
    case "score": {
      const codes = SCORES.map((score) => ({
        code: String(score),
        label: localized((language) => scoreLabel(edition.instrument, score, language)),
      }));
      return {
        name,
        title: source.item.text,
        type: t("type.score"),
        codes,
        missing: empty,
        note: noted(source.item, t("note.score"), locale),
      };
    }
    case "label": {
      const { key, text } = source.item;
      const title = localized((language) => texts(language)("label", { title: text[language] }));
      const note = t("note.label", { name: key });
      return { name, title, type: t("type.text"), codes: [], missing: t("noAnswer"), note };
    }
    case "optional":
      return { name, ...explainOptional(source.of, locale) };
    case "response": {
      const { field } = source;
      const title = localized((language) => texts(language)(`response.${field}`));
      const missing = EVER_EMPTY.includes(field) ? empty : t("codebook.neverMissing");
      const note = t(`note.${field}`, { timeZone: edition.timeZone, longest: LONGEST_READ_SECONDS });
      return { name, title, type: t(`type.${FIELD_TYPES[field]}`), codes: codesOf(field, edition), missing, note };
    }
  }
}

/** A note, with an item's hint in every language, and that its wording was changed while answers came in where it was. */
function noted({ amendment, hint }: Pick<Item, "amendment" | "hint">, note: string, locale: Locale): string {
  const t = texts(locale);
  const asked = hint ? [t("note.hint", { hint: inBoth((language) => hint[language]) })] : [];
  return [note, ...asked, ...(amendment === "rewording" ? [t("note.reworded")] : [])].join(" ");
}

const texts = (language: Locale) => translator(language, "export");
const inBoth = (text: (language: Locale) => string): string => LOCALES.map(text).join(" / ");

function codesOf(field: keyof typeof FIELD_TYPES, { channels }: CodebookEdition): CodebookColumn["codes"] {
  return field === "channel" ? channels.map(({ code, name }) => ({ code, label: name })) : (CODES[field] ?? []);
}

const EVER_EMPTY: readonly (keyof typeof FIELD_TYPES)[] = ["channel", "status_reason", "reading_seconds", "flags"];

const FIELD_TYPES = {
  id: "id",
  received_on: "day",
  language: "code",
  channel: "code",
  status: "code",
  status_reason: "code",
  reading_seconds: "seconds",
  flags: "codes",
} as const;

const CODES: Partial<Record<keyof typeof FIELD_TYPES, CodebookColumn["codes"]>> = {
  language: LOCALES.map((code) => ({ code, label: localized((language) => texts(language)(`language.${code}`)) })),
  status: RESPONSE_STATUSES.map((code) => ({
    code,
    label: localized((language) => texts(language)(`status.${code}`)),
  })),
  status_reason: STATUS_REASONS.map((code) => ({
    code,
    label: localized((language) => texts(language)(`reason.${code}`)),
  })),
  flags: QUALITY_FLAGS.map((code) => ({
    code,
    label: localized((language) => translator(language, "flags")(`name.${code}`)),
  })),
};
