import { LOCALES, Localized } from "../locale";
import type { EditionDefinition } from "./edition";

/** Where a text of an edition is edited. */
export type TextPlace = "report" | "form" | "channels" | "notice";

/** A text that holds a year before the report's: most likely left from an earlier edition. */
export interface DatedText {
  readonly place: TextPlace;
  readonly text: string;
  readonly years: readonly string[];
}

/**
 * Every text of an edition that holds a year before its report's, in Arabic digits of any width or Chinese numerals, once
 * each, in the order of the page. What a title quotes from an earlier year on purpose is among them.
 */
export function oldYearsIn(edition: EditionDefinition): DatedText[] {
  const year = Number(edition.slug.slice(0, 4));
  const { reportTitle, instrument, channels, company, privacyNotice } = edition;
  const { effectiveOn: _effectiveOn, ...notice } = privacyNotice;
  const places: [TextPlace, unknown][] = [
    ["report", reportTitle],
    ["form", instrument],
    ["channels", channels.map(({ name }) => name)],
    ["notice", { company, notice }],
  ];
  return places.flatMap(([place, value]) =>
    [...new Set(textsIn(value))].flatMap((text) => {
      const years = yearsIn(text).filter((found) => numberOf(found) < year);
      return years.length > 0 ? [{ place, text, years }] : [];
    }),
  );
}

/** Whether an edition's reporting period ends before the year of its report: most likely left from an earlier edition. */
export function isPeriodOld({ slug, reportingPeriod }: Pick<EditionDefinition, "slug" | "reportingPeriod">): boolean {
  return reportingPeriod.end.slice(0, 4) < slug.slice(0, 4);
}

const NUMERALS = "〇一二三四五六七八九";
/** 19xx and 20xx that are not a part of a longer number, and 二〇二四 or 二零二四 before 年. */
const YEAR =
  /(?<![\d０-９.])(?:19|20|１９|２０)[\d０-９]{2}(?![\d０-９])|[一二][〇零九][〇零一二三四五六七八九]{2}(?=年)/g;

/** The years that a text holds, as they stand in it. */
export function yearsIn(text: string): string[] {
  return [...new Set(text.match(YEAR) ?? [])];
}

function numberOf(year: string): number {
  const digits = [...year.normalize("NFKC").replaceAll("零", "〇")];
  return Number(digits.map((sign) => (NUMERALS.includes(sign) ? NUMERALS.indexOf(sign) : sign)).join(""));
}

/** Chinese first, in whatever order the database keeps the languages. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  const text = Localized.safeParse(value);
  if (text.success) return LOCALES.map((locale) => text.data[locale]);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
