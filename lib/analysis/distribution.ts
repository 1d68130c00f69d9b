import { SCORES, type Score } from "../survey/scale";
import type { RatingPattern } from "./patterns";

/** How one rating item was answered. `base` (n) counts its answers, `missing` the responses that left it blank. */
export interface Distribution {
  readonly counts: Readonly<Record<Score, number>>;
  readonly base: number;
  readonly missing: number;
}

/** The distribution of the rating item at `place` in the patterns. */
export function distributionOf(patterns: readonly RatingPattern[], place: number): Distribution {
  const counts: Record<Score, number> = { 5: 0, 4: 0, 3: 0, 2: 0, 1: 0 };
  let missing = 0;
  for (const { ratings, count } of patterns) {
    const rating = ratings[place] ?? null;
    if (rating === null) missing += count;
    else counts[rating] += count;
  }
  return { counts, base: SCORES.reduce((sum, score) => sum + counts[score], 0), missing };
}

/** 好评: how many chose one of the two best scores. */
export const topTwo = ({ counts }: Pick<Distribution, "counts">): number => counts[5] + counts[4];

/** 差评: how many chose one of the two worst scores. */
export const bottomTwo = ({ counts }: Pick<Distribution, "counts">): number => counts[2] + counts[1];

/** The middle half of the answers: a quarter lies at or below `lower`, a quarter at or above `upper`. */
export interface Quartiles {
  readonly lower: number;
  readonly upper: number;
}

/** The lower and upper middle answers' mean, 1–5 in halves; null when nobody answered. */
export const medianOf = (distribution: Distribution): number | null => quantileOf(distribution, 2);

/**
 * The first and third quartile, 1–5 in halves; null when nobody answered. By the same definition as the median
 * (Hyndman & Fan, The American Statistician 50 (1996), number 2): scores that somebody gave, or the middle of two.
 * Example: 10, 13, 5, 1, 1 from 很好 to 很差 → 4 and 5.
 */
export function quartilesOf(distribution: Distribution): Quartiles | null {
  const [lower, upper] = [quantileOf(distribution, 1), quantileOf(distribution, 3)];
  return lower === null || upper === null ? null : { lower, upper };
}

/** The answer below which so many quarters lie; where they end between two answers, the mean of both. */
function quantileOf({ counts, base }: Distribution, quarters: 1 | 2 | 3): number | null {
  if (base === 0) return null;
  const answerAt = (rank: number): Score => {
    let below = 0;
    for (const score of SCORES.toReversed()) {
      below += counts[score];
      if (below >= rank) return score;
    }
    throw new RangeError(`no answer of rank ${rank} among ${base}`);
  };
  const rank = (base * quarters) / 4;
  return (answerAt(Math.ceil(rank)) + answerAt(Math.floor(rank) + 1)) / 2;
}
