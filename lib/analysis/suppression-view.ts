import { SCORES, type Rating } from "../survey/scale";
import { type Crosstab, type Dimension, crosstabOfCells } from "./crosstab";
import { type Tally, minus } from "./crosstab-tally";
import type { RatingPattern } from "./patterns";
import type { Published } from "./published";
import type { EditionCounts } from "./results";
import { isEnough } from "./suppression";

interface Asked {
  readonly asOf: Date;
  readonly by: Dimension | null;
  readonly k: number;
}

/**
 * What viewers are shown as the counts from which results are made, so that their page is made like everybody's. The
 * published figures do not say what goes with what within an answer: `isByItem` tells that the patterns don't either.
 * Nothing of what was set aside is in it. `asOf` is the moment of looking; `by` the breakdown asked for, which is none
 * while its rest is fewer than `k`.
 */
export function publishedCounts(published: Published, { asOf, by, k }: Asked): EditionCounts {
  const { total, open } = published;
  const opens = Object.entries(open);
  return {
    asOf,
    received: published.received,
    patterns: patternsLike(total),
    isByItem: true,
    verbatims: Object.fromEntries(opens.map(([key, [answered]]) => [key, answered])),
    notAsked: Object.fromEntries(opens.map(([key, [answered, missing]]) => [key, total.n - answered - missing])),
    quarantined: {},
    crosstab: by && shownCells(by, published, k),
  };
}

// Published with a smaller k perhaps: then some cells are no longer apart, and the rest may be too few.
function shownCells(by: Dimension, { cells, total }: Published, k: number): Crosstab | null {
  const apart = cells[by].filter(({ tally }) => isEnough(tally, k));
  const rest = apart.map(({ tally }) => tally).reduce(minus, total);
  return isEnough(rest, k) ? crosstabOfCells(by, apart, total) : null;
}

/** Patterns that have the same distribution item by item, as if whoever rates one item best rated all of them best. */
export function patternsLike({ n, items }: Tally): RatingPattern[] {
  const ends = items.map((row) => row.map((_, at) => row.slice(0, at + 1).reduce((sum, count) => sum + count, 0)));
  const stops = [...new Set([...ends.flat(), n])].filter((end) => end > 0).toSorted((a, b) => a - b);
  return stops.map((stop, at) => ({
    ratings: ends.map((row): Rating => SCORES[row.findIndex((end) => end >= stop)] ?? null),
    count: stop - (stops[at - 1] ?? 0),
  }));
}
