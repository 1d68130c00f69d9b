import { SCORES } from "../survey/scale";
import type { Distribution } from "./distribution";
import { normalTwoSided } from "./probability";

type Answered = Pick<Distribution, "counts" | "base">;

/** How two years' answers to an item are ordered, as wholes. */
export interface RankTest {
  /** Of all pairs of an answer now and one before: those where the one now is better, and half of the equal ones. */
  readonly u: number;
  /** u as a share of all pairs: 0.5 where neither year is better (Vargha & Delaney's A12, 2000). */
  readonly a12: number;
  /** Two-sided, with continuity correction: the one to quote. */
  readonly p: number;
  /** Two-sided, without: what Kruskal and Wallis' test of two groups gives. */
  readonly pUncorrected: number;
  /** Kruskal and Wallis' H of the two years, corrected for ties. */
  readonly h: number;
}

/**
 * Mann and Whitney's U test with correction for ties, by the normal approximation (Lehmann, Nonparametrics (1975),
 * §1.4); null when a year is empty, p = 1 when all answers are the same. Example: 27, 18, 10, 4, 1 after
 * 10, 13, 5, 1, 1 → U 969.5, p 0.530133, A12 0.538611, H 0.399870.
 */
export function mannWhitney(now: Answered, before: Answered): RankTest | null {
  if (now.base === 0 || before.base === 0) return null;
  const [u, pairs, all] = [betterPairs(now, before), now.base * before.base, now.base + before.base];
  const tied = SCORES.map((score) => now.counts[score] + before.counts[score]);
  const ties = tied.reduce((sum, t) => sum + (t ** 3 - t), 0);
  const deviation = tied.includes(all) ? 0 : Math.sqrt((pairs / 12) * ((all ** 3 - all - ties) / (all * (all - 1))));
  const p = (distance: number) => (deviation === 0 ? 1 : normalTwoSided(Math.max(0, distance) / deviation));
  const distance = Math.abs(u - pairs / 2);
  const h = deviation === 0 ? 0 : (distance / deviation) ** 2;
  return { u, a12: u / pairs, p: p(distance - 0.5), pUncorrected: p(distance), h };
}

/** Mann and Whitney's U of `now`, in whole halves. */
export function betterPairs(now: Pick<Distribution, "counts">, before: Pick<Distribution, "counts">): number {
  let [u, worse] = [0, 0];
  for (const score of SCORES.toReversed()) {
    u += now.counts[score] * (worse + before.counts[score] / 2);
    worse += before.counts[score];
  }
  return u;
}
