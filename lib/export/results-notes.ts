import { MOST_LEVEL_POINTS } from "../analysis/change";
import type { YearComparison } from "../analysis/comparison";
import { batchWords } from "../batch-words";
import { cautionWords } from "../caution-words";
import { NO_STAR_FROM, hasChange, hasSmallYear, verdictWords } from "../charts/rating-rows";
import type { Locale } from "../locale";
import { minuteIn } from "../messages/calendar";
import { translator } from "../messages/translator";
import type { EditionDefinition } from "../survey/edition";
import { isSealed } from "../survey/edition-life";
import { doubtRows } from "./doubts-table";
import type { Table } from "./response-table";
import type { ShownResults } from "./results-workbook";

/** What the figures are of, when, and what they do not say. */
export function notesTable(shown: ShownResults): Table {
  const { edition, results, comparison, locale, part, k, since } = shown;
  const t = translator(locale, "results");
  const words = translator(locale, "export");
  const mixed = (n: number) => translator(locale, "instrument")("trend.mixedNote", { n });
  return [
    [edition.reportTitle[locale], ""],
    ...(part ? [[translator(locale, "part")("name"), part]] : []),
    stateRow(edition, locale),
    since
      ? [t("workbook.batch"), batchWords(since, locale)]
      : [words("distribution.asOf"), minuteIn(edition.timeZone, results.asOf)],
    [words("distribution.received"), results.received],
    [words("distribution.valid"), results.valid],
    ...doubtRows(shown),
    ...sampleRows(results.valid, Boolean(part), locale),
    ["", t("method.shares")],
    ...[...results.ratings, ...results.open].flatMap(({ number, isMixed }) => (isMixed ? [["", mixed(number)]] : [])),
    ...(k ? [["", translator(locale, "crosstab")("protected", { k })]] : []),
    ...(comparison ? comparisonNotes(comparison, locale).map((note) => ["", note]) : []),
  ];
}

/** That the figures are a draft, until the round is sealed. */
export function stateRow(edition: Pick<EditionDefinition, "state">, locale: Locale): [string, string] {
  const t = translator(locale, "results");
  return [t("workbook.status"), isSealed(edition) ? t("workbook.sealed") : t("chart.draft")];
}

/** Whom so many answers do not stand for, and that they are few where they are. */
export function sampleRows(valid: number, isPart: boolean, locale: Locale): [string, string][] {
  const t = translator(locale, "results");
  const caution = cautionWords(valid, isPart, locale);
  return [
    [t("workbook.notes"), t("chart.selfSelected")],
    ...(caution ? [["", caution] satisfies [string, string]] : []),
  ];
}

function comparisonNotes(comparison: YearComparison, locale: Locale): string[] {
  const t = translator(locale, "results");
  if (!hasChange(comparison)) return [];
  const small = hasSmallYear(comparison) ? [t("bars.small", { from: NO_STAR_FROM })] : [];
  return [t("bars.rule", { points: MOST_LEVEL_POINTS, ...verdictWords(locale) }), t("method.points"), ...small];
}
