import type { Rating } from "../survey/scale";

/**
 * How many valid responses gave exactly these ratings, in the order of the instrument's rating items. A year's answers
 * as patterns with counts are all that the statistics of ratings need, whatever the number of responses.
 */
export interface RatingPattern {
  readonly ratings: readonly Rating[];
  readonly count: number;
}
