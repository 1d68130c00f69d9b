import * as fc from "fast-check";
import { type Distribution, distributionOf } from "@/lib/analysis/distribution";
import type { Rating, Score } from "@/lib/survey/scale";

/** The distribution of one item by its counts from 很好 to 很差: `aDistribution(27, 18, 10, 4, 1)`. */
export function aDistribution(...counts: readonly number[]): Distribution {
  const [five = 0, four = 0, three = 0, two = 0, one = 0] = counts;
  return {
    counts: { 5: five, 4: four, 3: three, 2: two, 1: one },
    base: five + four + three + two + one,
    missing: 0,
  };
}

/** The distribution of these answers to one item. */
export function answered(...answers: readonly Rating[]): Distribution {
  return distributionOf(
    answers.map((rating) => ({ ratings: [rating], count: 1 })),
    0,
  );
}

/** The scores of a distribution one by one, best first. */
export function scoresIn({ counts }: Pick<Distribution, "counts">): Score[] {
  return ([5, 4, 3, 2, 1] as const).flatMap((score) => Array.from({ length: counts[score] }, () => score));
}

/** Distributions with up to `most` answers of each score, none perhaps. */
export const someDistribution = (most = 40) =>
  fc.array(fc.integer({ min: 0, max: most }), { minLength: 5, maxLength: 5 }).map((counts) => aDistribution(...counts));
