import type { YearComparison } from "../analysis/comparison";
import { SCORES } from "../survey/scale";

/** So many dots stand in a cell, on the page and in the chart: last year may have had more, and then the count says it. */
export const MOST_DOTS = 9;

/** How many dots are drawn for so many answers: one each, or none where they are too many for a cell. */
export const dotsOf = (count: number): number => (count <= MOST_DOTS ? count : 0);

/** Whether some cell of last year has its count alone. */
export function hasUndrawn(comparison: YearComparison | null): boolean {
  const before = comparison?.items.flatMap((item) => item.before ?? []) ?? [];
  return before.some(({ counts }) => SCORES.some((score) => counts[score] > MOST_DOTS));
}
