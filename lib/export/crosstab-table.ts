import type { Crosstab, CrosstabRow } from "../analysis/crosstab";
import type { RatingResult } from "../analysis/results";
import { crosstabRows } from "../part-words";
import type { Locale } from "../locale";
import { translator } from "../messages/translator";
import type { EditionDefinition } from "../survey/edition";
import { scoreLabel } from "../survey/instrument";
import { SCORES } from "../survey/scale";
import type { Cell, Table } from "./response-table";

/** A breakdown, and what names its rows, columns and items. */
export interface ExportedCrosstab {
  readonly crosstab: Crosstab;
  readonly ratings: readonly Pick<RatingResult, "number" | "text">[];
  readonly edition: Pick<EditionDefinition, "instrument" | "channels">;
  readonly locale: Locale;
}

/**
 * A breakdown as a table to filter and sort: a line for each of its rows and items, with the counts of all scores and
 * of 未作答. Shares are whole percentages, empty below ten answers.
 */
export function crosstabTable({ crosstab, ratings, edition, locale }: ExportedCrosstab): Table {
  const t = translator(locale, "crosstab");
  const words = translator(locale, "export");
  const head = [
    t(`head.${crosstab.by}`),
    t("n"),
    words("distribution.number"),
    words("distribution.question"),
    ...SCORES.map((score) => scoreLabel(edition.instrument, score, locale)),
    words("distribution.base"),
    words("distribution.missing"),
    words("distribution.topTwo"),
    words("distribution.topTwoShare"),
    words("distribution.bottomTwo"),
  ];
  const linesOf = (name: string, { n, ratings: rated }: Omit<CrosstabRow, "value">): Cell[][] =>
    rated.map((one, place) => [
      name,
      n,
      ratings[place]?.number ?? null,
      ratings[place]?.text[locale] ?? null,
      ...SCORES.map((score) => one.counts[score]),
      one.base,
      one.missing,
      one.topTwo,
      one.topTwoShare,
      one.bottomTwo,
    ]);
  const rows = crosstabRows(crosstab, edition.channels, locale);
  return [head, ...rows.flatMap(({ name, row }) => linesOf(name, row))];
}
