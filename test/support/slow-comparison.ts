import { slowWilson } from "./slow-results";

/** Points, Newcombe's interval, A12 and U of two years' answers, pair by pair; the p value by ranks. */
export function slowChange(now: readonly number[], before: readonly number[]) {
  const top = (scores: readonly number[]) => scores.filter((score) => score > 3).length;
  const [p, q] = [top(now) / now.length, top(before) / before.length];
  const [a, b] = [slowWilson(top(now), now.length), slowWilson(top(before), before.length)];
  const u = now.flatMap((x) => before.map((y) => (x > y ? 1 : x === y ? 0.5 : 0))).reduce<number>((s, x) => s + x, 0);
  return {
    difference: 100 * (p - q),
    interval: {
      low: p - q - Math.sqrt((p - a.low) ** 2 + (b.high - q) ** 2),
      high: p - q + Math.sqrt((a.high - p) ** 2 + (q - b.low) ** 2),
    },
    u,
    a12: u / now.length / before.length,
    p: slowP(u, now, before),
  };
}

/** The nearest whole number of points, halves away from 0; a hair below a half is one. */
export const roundedPoints = (difference: number): number =>
  Math.sign(difference) * Math.floor(Math.abs(difference) + 0.5 + 1e-9) + 0;

/** The word of the rule: what the interval says, but never against the points that are shown. */
export function slowVerdict(points: number, { low, high }: { low: number; high: number }): string {
  if (points !== 0 && (low > 0 || high < 0)) return low > 0 ? "higher" : "lower";
  return points >= -5 && points <= 5 ? "similar" : "uncertain";
}

/**
 * The exact p value: answers are dealt to this year one by one, and all ways counted by how many it has and what twice
 * their ranks add up to.
 */
export function slowExactP(now: readonly number[], before: readonly number[]): number {
  const all = [...now, ...before];
  const twiceRank = (score: number) =>
    2 * all.filter((one) => one < score).length + all.filter((one) => one === score).length + 1;
  let ways = new Map([["0 0", 1]]);
  for (const score of all) {
    const next = new Map(ways);
    for (const [key, count] of ways) {
      const [taken, sum] = key.split(" ").map(Number) as [number, number];
      const more = `${taken + 1} ${sum + twiceRank(score)}`;
      next.set(more, (next.get(more) ?? 0) + count);
    }
    ways = next;
  }
  const middle = now.length * (all.length + 1);
  const own = Math.abs(now.reduce((sum, score) => sum + twiceRank(score), 0) - middle);
  const dealt = [...ways].filter(([key]) => key.startsWith(`${now.length} `));
  const far = dealt.filter(([key]) => Math.abs(Number(key.split(" ")[1]) - middle) >= own);
  const total = (some: typeof dealt) => some.reduce((sum, [, count]) => sum + count, 0);
  return total(far) / total(dealt);
}

/** Holm's p of each: of all that are no larger, the largest product with the number of those that are no smaller. */
export function slowHolm(ps: readonly number[]): number[] {
  const product = (p: number) => Math.min(1, p * ps.filter((other) => other >= p).length);
  return ps.map((p) => Math.max(...ps.filter((other) => other <= p).map(product)));
}

/** χ² where every expected count is five or more, with four degrees of freedom; else Fisher's test in whole numbers. */
export function slowIndependence(now: readonly number[], before: readonly number[]) {
  const rows = [now, before].map((scores) => [5, 4, 3, 2, 1].map((one) => scores.filter((s) => s === one).length));
  const all = now.length + before.length;
  const cells = rows.flatMap((row, year) =>
    row.map((count, place) => ({
      count,
      expected: ([now, before][year]!.length * (rows[0]![place]! + rows[1]![place]!)) / all,
    })),
  );
  if (cells.every(({ expected }) => expected >= 5)) {
    const statistic = all * (cells.reduce((sum, { count, expected }) => sum + count ** 2 / expected / all, 0) - 1);
    return { kind: "chi-square", statistic, p: Math.exp(-statistic / 2) * (1 + statistic / 2) };
  }
  const good = (scores: readonly number[]) => scores.filter((score) => score > 3).length;
  const goods = good(now) + good(before);
  const ways = (k: number) => choose(now.length, k) * choose(before.length, goods - k);
  const tables = Array.from({ length: goods + 1 }, (_, k) => ways(k));
  const unlikely = tables.filter((table) => table <= ways(good(now)));
  const total = (some: readonly bigint[]) => some.reduce((sum, table) => sum + table, 0n);
  return { kind: "fisher", p: Number((total(unlikely) * 10n ** 15n) / total(tables)) / 1e15 };
}

/** By Pascal's triangle. */
function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let row = [1n];
  for (let at = 0; at < n; at += 1) row = [1n, ...row.slice(1).map((one, place) => one + row[place]!), 1n];
  return row[k]!;
}

/** Two-sided, from the spread of the ranks themselves and the area under the bell curve; half a step for continuity. */
function slowP(u: number, now: readonly number[], before: readonly number[]): number {
  const all = [...now, ...before];
  const rank = (score: number) =>
    all.filter((one) => one < score).length + (all.filter((one) => one === score).length + 1) / 2;
  const middle = (all.length + 1) / 2;
  const spread = all.map((score) => (rank(score) - middle) ** 2).reduce((sum, square) => sum + square, 0);
  const variance = (now.length * before.length * spread) / all.length / (all.length - 1);
  if (variance === 0) return 1;
  const z = Math.max(0, Math.abs(u - (now.length * before.length) / 2) - 0.5) / Math.sqrt(variance);
  const [steps, bell] = [2000, (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)];
  const weight = (step: number) => (step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2);
  const heights = Array.from({ length: steps + 1 }, (_, step) => weight(step) * bell((z * step) / steps));
  return 1 - (2 * z * heights.reduce((sum, height) => sum + height, 0)) / 3 / steps;
}
