import type { Score } from "../survey/scale";
import type { RatingPattern } from "./patterns";

/** Fewer complete answers than this say nothing of a scale (domain notes §3.6). */
export const SMALLEST_BASE_FOR_ALPHA = 30;

/** Above this alpha, with most answers in one straight line, readers gave one impression and not five judgements. */
const HALO = { alpha: 0.95, straightShare: 0.5 };

/** How far the items of a scale say the same, for the method sheet. */
export interface Reliability {
  readonly alpha: number;
  /** How many items the scale has. */
  readonly items: number;
  /** How many answered every item of the scale: the others are left out (listwise). */
  readonly base: number;
  /** How many of those gave every item the same score. */
  readonly straight: number;
  /** The high alpha comes from straight lines, and is no praise of the questions. */
  readonly isHalo: boolean;
}

/** The reliability of the items at `places`; null below thirty complete answers, and where there is no alpha. */
export function reliabilityOf(patterns: readonly RatingPattern[], places: readonly number[]): Reliability | null {
  const complete = completeOf(patterns, places);
  const base = countOf(complete);
  const alpha = base < SMALLEST_BASE_FOR_ALPHA ? null : cronbachAlpha(patterns, places);
  if (alpha === null) return null;
  const straight = countOf(complete.filter(({ scores }) => scores.every((score) => score === scores[0])));
  return {
    alpha,
    items: places.length,
    base,
    straight,
    isHalo: alpha > HALO.alpha && straight > HALO.straightShare * base,
  };
}

/**
 * Cronbach's alpha of the items at `places` over those who answered all of them (Psychometrika 16 (1951)); null for fewer
 * than two items or when every answer has the same sum. Below 0 where items contradict one another.
 */
export function cronbachAlpha(patterns: readonly RatingPattern[], places: readonly number[]): number | null {
  const complete = completeOf(patterns, places);
  const items = places.length;
  const sums = complete.map(({ scores, count }) => ({ value: scores.reduce((a: number, b) => a + b, 0), count }));
  const whole = spreadOf(sums);
  if (items < 2 || whole === 0) return null;
  const parts = places.map((_, i) => spreadOf(complete.map(({ scores, count }) => ({ value: scores[i] ?? 0, count }))));
  return (items / (items - 1)) * (1 - parts.reduce((a, b) => a + b, 0) / whole);
}

interface Complete {
  readonly scores: readonly Score[];
  readonly count: number;
}

function completeOf(patterns: readonly RatingPattern[], places: readonly number[]): Complete[] {
  return patterns.flatMap(({ ratings, count }) => {
    const scores = places.map((place) => ratings[place] ?? null).filter((rating) => rating !== null);
    return scores.length === places.length ? [{ scores, count }] : [];
  });
}

/** The variance times n(n − 1), which cancels out: whole numbers, so that nothing is lost by subtracting. */
function spreadOf(values: readonly { readonly value: number; readonly count: number }[]): number {
  const n = countOf(values);
  const total = values.reduce((sum, { value, count }) => sum + value * count, 0);
  return n * values.reduce((sum, { value, count }) => sum + value * value * count, 0) - total * total;
}

const countOf = (counted: readonly { readonly count: number }[]) => counted.reduce((sum, { count }) => sum + count, 0);
