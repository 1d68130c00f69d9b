import { writeXlsx } from "hucre/xlsx";
import type { Arrivals } from "../analysis/arrivals";
import type { ItemComparison, YearComparison } from "../analysis/comparison";
import type { Crosstab } from "../analysis/crosstab";
import type { CrowdedDay } from "../analysis/crowded-days";
import type { Doubts } from "../analysis/doubts";
import type { RatingResult, Results } from "../analysis/results";
import type { ShownBatch } from "../batch-words";
import { arrivalsContent } from "../charts/arrivals-content";
import { changeWords } from "../charts/rating-rows";
import type { Locale } from "../locale";
import { translator } from "../messages/translator";
import type { EditionDefinition } from "../survey/edition";
import { scoreLabel } from "../survey/instrument";
import { SCORES } from "../survey/scale";
import { crosstabTable } from "./crosstab-table";
import { basisTable } from "./doubts-table";
import { methodTable } from "./method-table";
import { mixTable, withinGroupsTable } from "./mix-table";
import { PROSE, demoSheet, plainSheet } from "./plain-sheet";
import type { Cell, Table } from "./response-table";
import { notesTable } from "./results-notes";

/** What the results page shows, to be taken away: the same objects, so the same figures and the same suppression. */
export interface ShownResults {
  readonly edition: Pick<EditionDefinition, "reportTitle" | "instrument" | "timeZone" | "state" | "channels">;
  readonly results: Results;
  readonly comparison: YearComparison | null;
  /** Breakdowns, a sheet each; none where it is left out. */
  readonly crosstabs?: readonly Crosstab[];
  /** For viewers: the least number of answers that a row of a breakdown rests on. */
  readonly k?: number | null;
  readonly locale: Locale;
  /** What analysts see of the figures' quality; left out for viewers. */
  readonly doubts?: Doubts;
  readonly crowded?: readonly CrowdedDay[];
  readonly arrivals?: Arrivals;
  /** Of viewers' figures: the batch in the place of the moment. */
  readonly since?: ShownBatch;
  /** Of which part of the answers, in words; empty or left out for everybody. */
  readonly part?: string;
  /** Of the demo: every sheet says so. */
  readonly isDemo?: boolean;
}

/** The page's tables as a workbook: ratings beside last year's, and what they are of. Cells without a figure are empty. */
export async function resultsWorkbook(shown: ShownResults): Promise<Uint8Array> {
  const t = translator(shown.locale, "results");
  const figures = figuresTable(shown);
  // A file of a batch tells no time of day, not even in its properties.
  const made = shown.since ? new Date(`${shown.since.shownOn}T00:00:00Z`) : shown.results.asOf;
  const sheets = [
    plainSheet(t("workbook.figures"), figures, [6, 48, ...figures[0].slice(2).map(() => 12)], PROSE),
    ...sheetOf(t("workbook.open"), openTable(shown), [6, 48], 12),
    ...sheetOf(t("workbook.mix"), mixTable(shown), [28], 12),
    ...sheetOf(t("workbook.within"), withinGroupsTable(shown), [28, 6, 48], 14),
    ...crosstabSheets(shown),
    ...sheetOf(t("workbook.arrivals"), arrivalsTable(shown), [14], 12),
    ...sheetOf(t("workbook.doubts"), basisTable(shown), [6, 48, 18], 14),
    ...sheetOf(t("workbook.method"), methodTable(shown), [6, 48], 14),
    plainSheet(t("workbook.notes"), notesTable(shown), [24, 80], PROSE),
  ];
  return writeXlsx({
    sheets: shown.isDemo ? sheets.map((sheet) => demoSheet(sheet, shown.locale)) : sheets,
    properties: { created: made, modified: made },
  });
}

/** A table as a sheet, its further columns all as wide; none where there is no table. */
function sheetOf(name: string, table: Table | null, first: readonly number[], others: number) {
  if (!table) return [];
  return [
    plainSheet(
      name,
      table,
      table[0].map((_, place) => first[place] ?? others),
      PROSE,
    ),
  ];
}

/** A row for each rating item: counts and whole percentages, what stands beside them, and last year's. */
function figuresTable({ edition, results, comparison, locale }: ShownResults): Table {
  const t = translator(locale, "results");
  const words = translator(locale, "export");
  const labels = SCORES.map((score) => scoreLabel(edition.instrument, score, locale));
  const last = [
    "workbook.lastTop",
    "workbook.lastBase",
    "table.lastShare",
    "table.points",
    "workbook.verdict",
  ] as const;
  const head = [
    words("distribution.number"),
    words("distribution.question"),
    ...labels,
    ...labels.map((score) => t("workbook.share", { score })),
    words("distribution.base"),
    words("distribution.missing"),
    words("distribution.topTwo"),
    words("distribution.topTwoShare"),
    words("distribution.bottomTwo"),
    words("distribution.bottomTwoShare"),
    translator(locale, "department")("ratings.median"),
    t("workbook.low"),
    t("workbook.high"),
    t("workbook.mean"),
    ...(comparison ? last.map((key) => t(key)) : []),
  ];
  const row = (result: RatingResult): Cell[] => {
    const item = comparison?.items.find(({ key }) => key === result.key);
    return [...figuresOf(result, locale), ...(item ? lastYear(item, locale) : [])];
  };
  return [head, ...results.ratings.map(row)];
}

function figuresOf(result: RatingResult, locale: Locale): Cell[] {
  const { number, text, counts, shares, base, missing, topTwo, bottomTwo, quartiles, mean } = result;
  return [
    number,
    text[locale],
    ...SCORES.map((score) => counts[score]),
    ...SCORES.map((score) => shares?.[score] ?? null),
    base,
    missing,
    topTwo,
    result.topTwoShare,
    bottomTwo,
    result.bottomTwoShare,
    result.median,
    quartiles?.lower ?? null,
    quartiles?.upper ?? null,
    mean,
  ];
}

function lastYear(item: ItemComparison, locale: Locale): Cell[] {
  const { before, change } = item;
  const figures = before ? [before.topTwo, before.base, before.topTwoShare] : [null, null, null];
  return [...figures, change?.points ?? null, changeWords(item, locale) || null];
}

/** Every breakdown that has a row. */
function crosstabSheets({ crosstabs = [], results, edition, locale }: ShownResults) {
  const t = translator(locale, "crosstab");
  return crosstabs
    .filter(({ rows }) => rows.length > 0)
    .map((crosstab) => {
      const table = crosstabTable({ crosstab, ratings: results.ratings, edition, locale });
      return plainSheet(t(`by.${crosstab.by}`), table, [28, 8, 6, 48, ...table[0].slice(4).map(() => 10)], PROSE);
    });
}

/** How many answered each open item; null for a form without one. */
function openTable({ results, locale }: ShownResults): Table | null {
  const words = translator(locale, "export");
  if (results.open.length === 0) return null;
  const head = (["number", "question", "base", "missing"] as const).map((name) => words(`distribution.${name}`));
  return [head, ...results.open.map(({ number, text, base, missing }) => [number, text[locale], base, missing])];
}

/** Valid answers by week or month and channel, as the page's table has them; null for viewers, who see none. */
function arrivalsTable({ arrivals, edition, locale }: ShownResults): Table | null {
  if (!arrivals || arrivals.periods.length === 0) return null;
  const { head, rows, channels } = arrivalsContent(arrivals, edition.channels, locale).table;
  return [
    [head, ...channels.map(({ name }) => name)],
    ...rows.map((from, place) => [from, ...channels.map(({ counts }) => counts[place] ?? 0)]),
  ];
}
