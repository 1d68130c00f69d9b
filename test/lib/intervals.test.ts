import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { medianOf, quartilesOf } from "@/lib/analysis/distribution";
import { incompleteBeta, lnGamma } from "@/lib/analysis/gamma";
import { newcombe, wilson } from "@/lib/analysis/interval";
import { meanInterval, meanOf, standardDeviationOf } from "@/lib/analysis/mean";
import { chiSquareTail, normalTwoSided, tQuantile95 } from "@/lib/analysis/probability";
import { aDistribution, scoresIn, someDistribution } from "../support/a-distribution";

const nobody = aDistribution();
const proportion = fc
  .tuple(fc.nat(2000), fc.nat(2000))
  .map(([part, rest]) => ({ part, base: part + rest }))
  .filter(({ base }) => base > 0);
const relative = (found: number, exact: number) => Math.abs(found / exact - 1);

// Values of SciPy 1.17.1.
describe("the distributions behind the tests", () => {
  test.each([
    [0, 1],
    [0.1, 0.920344325445942],
    [1, 0.31731050786291415],
    [1.96, 0.04999579029644087],
    [5, 5.733031437583866e-7],
    [10, 1.523970604832094e-23],
  ])("a standard normal variable lies ±%d out with probability %d", (z, p) => {
    expect(relative(normalTwoSided(z), p)).toBeLessThan(1e-12);
  });

  test.each([
    [10, 1, 0.001565402258002549],
    [50, 4, 3.610865404890647e-10],
    [0.1, 7, 0.9999976885812014],
  ])("χ² is at least %d with %d degrees of freedom with probability %d", (statistic, freedom, p) => {
    expect(relative(chiSquareTail(statistic, freedom), p)).toBeLessThan(1e-12);
  });

  test.each([
    [1, 12.706204736174694],
    [2, 4.302652729749462],
    [29, 2.045229642132703],
    [100, 1.9839715185235518],
    [999_999, 1.9599663568164791],
  ])("t with %d degrees of freedom exceeds %d in 2.5 %% of cases", (freedom, quantile) => {
    expect(relative(tQuantile95(freedom), quantile)).toBeLessThan(1e-9);
  });

  test("ln Γ is that of the factorials, and I(x; 1, 1) is x", () => {
    expect(lnGamma(5)).toBeCloseTo(Math.log(24), 13);
    expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
    for (const x of [0, 0.25, 0.9, 1]) expect(incompleteBeta(x, 1, 1)).toBeCloseTo(x, 13);
  });
});

describe("an interval of a share", () => {
  test("is null on an empty base", () => {
    expect(wilson({ part: 0, base: 0 })).toBeNull();
    expect(newcombe({ part: 0, base: 0 }, { part: 1, base: 2 })).toBeNull();
  });

  test("lies within 0 and 1, holds the share, and is mirrored for those who did not", () => {
    fc.assert(
      fc.property(proportion, ({ part, base }) => {
        const [{ low, high }, mirrored] = [wilson({ part, base })!, wilson({ part: base - part, base })!];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(part / base).toBeGreaterThanOrEqual(low);
        expect(part / base).toBeLessThanOrEqual(high);
        expect(mirrored.low).toBeCloseTo(1 - high, 12);
      }),
    );
  });

  test("of a difference holds it, stays within ±1, and changes its sign with the years", () => {
    fc.assert(
      fc.property(proportion, proportion, (now, before) => {
        const { low, high } = newcombe(now, before)!;
        const difference = now.part / now.base - before.part / before.base;
        expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(high).toBeLessThanOrEqual(1 + 1e-12);
        expect(difference).toBeGreaterThanOrEqual(low);
        expect(difference).toBeLessThanOrEqual(high);
        expect(newcombe(before, now)!.low).toBeCloseTo(-high, 12);
      }),
    );
  });
});

describe("quartiles, mean and standard deviation", () => {
  test("are null without answers; a spread needs two", () => {
    expect([quartilesOf(nobody), meanOf(nobody), standardDeviationOf(nobody), meanInterval(nobody)]).toEqual(
      Array(4).fill(null),
    );
    expect(standardDeviationOf(aDistribution(1))).toBeNull();
    expect(meanInterval(aDistribution(1))).toBeNull();
    expect(meanInterval(aDistribution(2))).toEqual({ low: 5, high: 5 });
  });

  test("equal those of the answers one by one", () => {
    fc.assert(
      fc.property(someDistribution(), (distribution) => {
        const scores = scoresIn(distribution).toReversed();
        const n = scores.length;
        if (n < 2) return;
        const mean = scores.reduce((sum: number, score) => sum + score, 0) / n;
        const deviation = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (n - 1));
        expect(meanOf(distribution)).toBeCloseTo(mean, 12);
        expect(standardDeviationOf(distribution)).toBeCloseTo(deviation, 12);
        const { lower, upper } = quartilesOf(distribution)!;
        const within = (isIn: (score: number) => boolean) => scores.filter(isIn).length / n;
        expect(within((score) => score <= lower)).toBeGreaterThanOrEqual(0.25);
        expect(within((score) => score >= lower)).toBeGreaterThanOrEqual(0.75);
        expect(within((score) => score >= upper)).toBeGreaterThanOrEqual(0.25);
        expect(within((score) => score <= upper)).toBeGreaterThanOrEqual(0.75);
        expect(lower).toBeLessThanOrEqual(medianOf(distribution)!);
        expect(upper).toBeGreaterThanOrEqual(medianOf(distribution)!);
      }),
    );
  });
});
