import { type Distribution, topTwo } from "./distribution";
import { type Interval, type Proportion, newcombe } from "./interval";
import { yearOnYearOf } from "./presentation";
import { betterPairs } from "./rank-test";

/** 高于上年, 低于上年, 基本持平, 尚难判断. */
export type Verdict = "higher" | "lower" | "similar" | "uncertain";

/** Up to so many points an undecided difference is called level: a larger one so called would not be believed. */
export const MOST_LEVEL_POINTS = 5;

/** How 好评 of one year stands to the year before. */
export interface Change {
  /** The difference of the shares in whole percentage points: rounded itself, not taken from two rounded shares. */
  readonly points: number;
  /** Newcombe's 95 % interval of the difference, within ±1. */
  readonly interval: Interval;
  readonly verdict: Verdict;
  /** How likely a random answer of this year is the better one of a pair, equal ones shared (Vargha & Delaney's A12). */
  readonly a12: number;
  /** A year has fewer than thirty answers: 样本较小，仅供参考. */
  readonly isSmall: boolean;
}

/** The change of an item between two years; null where a year has fewer than ten answers: then both counts, no more. */
export function changeOf(now: Distribution, before: Distribution): Change | null {
  const carries = yearOnYearOf(now.base, before.base);
  const [then, last] = [positive(now), positive(before)];
  const interval = newcombe(then, last);
  if (!interval || carries === "nothing" || carries === "counts") return null;
  const points = pointsBetween(then, last);
  const a12 = betterPairs(now, before) / (now.base * before.base);
  return { points, interval, verdict: verdictOf(points, interval), a12, isSmall: carries === "interval" };
}

/**
 * The one rule of words. Where the interval leaves 0 out: higher or lower. Where it holds 0: similar up to five points,
 * uncertain above. Less than half a point is similar however many answered. By the points that the page shows, so that
 * everybody can check the word against them.
 */
export function verdictOf(points: number, { low, high }: Interval): Verdict {
  if (points === 0) return "similar";
  if (low > 0) return "higher";
  if (high < 0) return "lower";
  return Math.abs(points) <= MOST_LEVEL_POINTS ? "similar" : "uncertain";
}

/** The difference of two shares in whole points, halves away from 0, by whole numbers: no share is rounded before. */
export function pointsBetween(now: Proportion, before: Proportion): number {
  const [difference, all] = [now.part * before.base - before.part * now.base, now.base * before.base];
  const points = Math.floor((200 * Math.abs(difference) + all) / (2 * all));
  return difference < 0 && points > 0 ? -points : points;
}

const positive = (distribution: Distribution): Proportion => ({ part: topTwo(distribution), base: distribution.base });
