import { SCORES, type Score } from "../survey/scale";
import type { Distribution } from "./distribution";
import { betterPairs } from "./rank-test";

/** Up to so many answers a year the approximation of `mannWhitney` is not trusted, and all ways are counted. */
export const MOST_PERMUTED = 12;

/** Of all ways to deal the answers out to the two years: how many part them at least as far as they are parted. */
export interface PermutationTest {
  readonly extreme: number;
  readonly ways: number;
  /** Two-sided, exact. */
  readonly p: number;
}

/**
 * The exact permutation test of Mann and Whitney's U, ties included (Streitberg & Röhmel 1986); null when a year is empty
 * or has more than `MOST_PERMUTED` answers. Example: 5, 4, 4, 5, 3, 5, 4 after 3, 4, 2, 3, 3, 4 → 58 of 1716.
 */
export function permutationTest(now: Distribution, before: Distribution): PermutationTest | null {
  const bases = [now.base, before.base];
  if (bases.some((base) => base === 0 || base > MOST_PERMUTED)) return null;
  const all = SCORES.map((score) => now.counts[score] + before.counts[score]);
  const middle = (now.base * before.base) / 2;
  const reached = Math.abs(betterPairs(now, before) - middle);
  let [extreme, ways] = [0, 0];
  for (const { dealt, count } of dealings(all, now.base)) {
    ways += count;
    const u = betterPairs(byScore(dealt), byScore(dealt.map((part, place) => (all[place] ?? 0) - part)));
    if (Math.abs(u - middle) >= reached) extreme += count;
  }
  return { extreme, ways, p: extreme / ways };
}

/** Every way to give one year `left` of the answers, as counts in the order of `all`, and how many ways look like it. */
function* dealings(all: readonly number[], left: number): Generator<{ dealt: number[]; count: number }> {
  const [first, ...rest] = all;
  if (first === undefined) {
    if (left === 0) yield { dealt: [], count: 1 };
    return;
  }
  for (let part = 0; part <= Math.min(first, left); part++) {
    for (const { dealt, count } of dealings(rest, left - part)) {
      yield { dealt: [part, ...dealt], count: count * choose(first, part) };
    }
  }
}

function byScore(counts: readonly number[]): Pick<Distribution, "counts"> {
  return {
    counts: Object.fromEntries(SCORES.map((score, place) => [score, counts[place] ?? 0])) as Record<Score, number>,
  };
}

/** Exact: each step is a whole number. */
function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
  return ways;
}
