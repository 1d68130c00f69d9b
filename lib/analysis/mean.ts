import { SCORES } from "../survey/scale";
import type { Distribution } from "./distribution";
import type { Interval } from "./interval";
import { tQuantile95 } from "./probability";

type Answered = Pick<Distribution, "counts" | "base">;

/** The mean score, 1–5, as if the five words stood equally far apart (均值假设各档等距); null when nobody answered. */
export function meanOf({ counts, base }: Answered): number | null {
  return base === 0 ? null : SCORES.reduce((sum, score) => sum + score * counts[score], 0) / base;
}

/** The mean as it is shown: to one decimal, halves up, by whole numbers; null when nobody answered. Example: 261/60 → 4.4. */
export function roundedMean({ counts, base }: Answered): number | null {
  const sum = SCORES.reduce((total, score) => total + score * counts[score], 0);
  return base === 0 ? null : Math.floor((20 * sum + base) / (2 * base)) / 10;
}

/** The standard deviation of the scores, n − 1 in the denominator; null for fewer than two answers. */
export function standardDeviationOf({ counts, base }: Answered): number | null {
  if (base < 2) return null;
  const sum = SCORES.reduce((total, score) => total + score * counts[score], 0);
  const squares = SCORES.reduce((total, score) => total + score * score * counts[score], 0);
  // Whole numbers up to the root: nothing is lost by subtracting.
  return Math.sqrt((base * squares - sum * sum) / base / (base - 1));
}

/**
 * Student's 95 % interval of the mean score, for the method sheet alone; null for fewer than two answers. Example:
 * 10, 13, 5, 1, 1 from 很好 to 很差 → 3.63309–4.36691.
 */
export function meanInterval(answered: Answered): Interval | null {
  const [mean, deviation] = [meanOf(answered), standardDeviationOf(answered)];
  if (mean === null || deviation === null) return null;
  const reach = (tQuantile95(answered.base - 1) * deviation) / Math.sqrt(answered.base);
  return { low: mean - reach, high: mean + reach };
}
