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

/** The lower and upper middle answers' mean, 1–5 in halves; null when nobody answered. */
export function medianOf({ counts, base }: Distribution): number | null {
  if (base === 0) return null;
  const answerAt = (rank: number): Score => {
    let below = 0;
    for (const score of SCORES.toReversed()) {
      below += counts[score];
      if (below >= rank) return score;
    }
    throw new RangeError(`no answer of rank ${rank} among ${base}`);
  };
  return (answerAt(Math.ceil(base / 2)) + answerAt(Math.floor(base / 2) + 1)) / 2;
}
