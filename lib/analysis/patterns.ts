import { type Rating, SCORES } from "../survey/scale";

/**
 * How many responses gave exactly these ratings, in the order of the instrument's rating items. A year's answers
 * as patterns with counts are all that the statistics of ratings need, whatever the number of responses.
 */
export interface RatingPattern {
  readonly ratings: readonly Rating[];
  readonly count: number;
}

/** The signs of a pattern, in the order of a tally's figures: the five scores from the best, and 未作答. */
export const SIGNS = `${SCORES.join("")}-`;

/** The ratings of a pattern as the database writes it: a digit for each rating item, `-` for 未作答. */
export function ratingsIn(pattern: string): Rating[] {
  return [...pattern].map((sign) => (sign === "-" ? null : (SCORES.find((score) => String(score) === sign) ?? null)));
}
