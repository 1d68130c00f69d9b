import { SCORES } from "../survey/scale";
import { type Distribution, topTwo } from "./distribution";
import { lnChoose } from "./gamma";
import type { Proportion } from "./interval";
import { chiSquareTail } from "./probability";

/** Below so large an expected count the χ² distribution does not hold (Cochran's rule in its strict form). */
export const SMALLEST_EXPECTED = 5;

/** Pearson's χ² test of a table of counts. */
export interface ChiSquare {
  readonly statistic: number;
  readonly freedom: number;
  readonly p: number;
  readonly smallestExpected: number;
}

/**
 * Pearson's χ² test that two rows of counts, in the same columns, come from one distribution; null when a row or a column
 * is empty. Whether it may be quoted says `smallestExpected`.
 */
export function chiSquare(rows: readonly [readonly number[], readonly number[]]): ChiSquare | null {
  const columns = rows[0].map((count, place) => count + (rows[1][place] ?? 0));
  const total = sum(columns);
  if (columns.includes(0) || rows.some((row) => sum(row) === 0)) return null;
  const cells = rows.flatMap((row) =>
    row.map((count, place) => ({ count, expected: (sum(row) * (columns[place] ?? 0)) / total })),
  );
  const statistic = sum(cells.map(({ count, expected }) => (count - expected) ** 2 / expected));
  const freedom = columns.length - 1;
  const smallestExpected = Math.min(...cells.map(({ expected }) => expected));
  return { statistic, freedom, p: freedom === 0 ? 1 : chiSquareTail(statistic, freedom), smallestExpected };
}

/**
 * Fisher's exact test of two shares, two-sided: the sum over all tables no likelier than this one (R's and SciPy's
 * definition); null when a base is empty. Example: 23/30 and 45/60 → 1.
 */
export function fisher(now: Proportion, before: Proportion): number | null {
  if (now.base === 0 || before.base === 0) return null;
  const part = now.part + before.part;
  const lnLikelihood = (k: number) => lnChoose(now.base, k) + lnChoose(before.base, part - k);
  const [least, most] = [Math.max(0, part - before.base), Math.min(now.base, part)];
  const lnAll = lnChoose(now.base + before.base, part);
  // Equally likely tables differ by rounding.
  const bound = lnLikelihood(now.part) + 1e-7;
  let [extreme, all] = [0, 0];
  for (let k = least; k <= most; k++) {
    const ln = lnLikelihood(k);
    const likelihood = Math.exp(ln - lnAll);
    all += likelihood;
    if (ln <= bound) extreme += likelihood;
  }
  return extreme / all;
}

/** Whether two years' answers differ, their order apart: by χ² where it holds, else 好评 against the rest by Fisher. */
export type IndependenceTest =
  ({ readonly kind: "chi-square" } & ChiSquare) | { readonly kind: "fisher"; readonly p: number };

/** The test that two years' answers allow (domain notes §3.4); null when a year is empty. */
export function independenceTest(now: Distribution, before: Distribution): IndependenceTest | null {
  const row = ({ counts }: Distribution) => SCORES.map((score) => counts[score]);
  const test = chiSquare([row(now), row(before)]);
  if (test && test.smallestExpected >= SMALLEST_EXPECTED) return { kind: "chi-square", ...test };
  const p = fisher({ part: topTwo(now), base: now.base }, { part: topTwo(before), base: before.base });
  return p === null ? null : { kind: "fisher", p };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
