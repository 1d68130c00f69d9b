import { describe, expect, test } from "vitest";
import { chiSquare, fisher, independenceTest } from "@/lib/analysis/contingency";
import { medianOf, quartilesOf } from "@/lib/analysis/distribution";
import { holm } from "@/lib/analysis/holm";
import { differenceOf, newcombe, wilson } from "@/lib/analysis/interval";
import { meanInterval, meanOf, standardDeviationOf } from "@/lib/analysis/mean";
import { permutationTest } from "@/lib/analysis/permutation";
import { chiSquareTail } from "@/lib/analysis/probability";
import { mannWhitney } from "@/lib/analysis/rank-test";
import { cronbachAlpha } from "@/lib/analysis/reliability";
import { wholePercents } from "@/lib/analysis/share";
import { kishEffectiveSize } from "@/lib/analysis/weighting";
import { agreementOf } from "@/lib/coding/agreement";
import type { Rating } from "@/lib/survey/scale";
import { aDistribution, answered } from "../support/a-distribution";

/** Written with so many decimals: equal to its last digit. */
const written = (value: number | undefined, decimals: number) => value?.toFixed(decimals);
const bounds = (interval: { low: number; high: number } | null, decimals: number) => [
  written(interval?.low, decimals),
  written(interval?.high, decimals),
];

const before = aDistribution(10, 13, 5, 1, 1);
const now = aDistribution(27, 18, 10, 4, 1);

// Domain notes §3.10, made with SciPy 1.17.1.
describe("the golden values", () => {
  test.each([
    [0, 5, "0.0000", "0.4345"],
    [5, 5, "0.5655", "1.0000"],
    [4, 5, "0.3755", "0.9638"],
    [7, 9, "0.4526", "0.9368"],
    [9, 10, "0.5958", "0.9821"],
    [18, 24, "0.5510", "0.8800"],
    [23, 30, "0.5907", "0.8821"],
    [45, 60, "0.6277", "0.8422"],
    [160, 200, "0.7391", "0.8495"],
  ])("Wilson's interval of %d/%d is %s to %s", (part, base, low, high) => {
    expect(bounds(wilson({ part, base }), 4)).toEqual([low, high]);
  });

  test.each([
    [45, 60, 23, 30, "-0.0167", "-0.1848", "0.1820"],
    [9, 10, 3, 10, "0.6000", "0.1705", "0.8090"],
  ])("%d/%d − %d/%d is %s, and Newcombe's interval of it %s to %s", (k, n, j, m, difference, low, high) => {
    const [then, last] = [
      { part: k, base: n },
      { part: j, base: m },
    ];
    expect(written(differenceOf(then, last), 4)).toBe(difference);
    expect(bounds(newcombe(then, last), 4)).toEqual([low, high]);
  });

  test("Mann and Whitney: U 969.5, p with and without continuity correction, A12 and rank-biserial", () => {
    const found = mannWhitney(now, before);
    expect(found?.u).toBe(969.5);
    expect(written(found?.p, 6)).toBe("0.530133");
    expect(written(found?.pUncorrected, 6)).toBe("0.527156");
    expect(written(found?.a12, 6)).toBe("0.538611");
    expect(written(2 * found!.a12 - 1, 6)).toBe("0.077222");
  });

  test("Kruskal and Wallis: H .399870, and p as without continuity correction", () => {
    const found = mannWhitney(now, before);
    expect(written(found?.h, 6)).toBe("0.399870");
    expect(written(chiSquareTail(found!.h, 1), 6)).toBe("0.527156");
  });

  test("χ² of 2×5 is refused, since its smallest expected count is 0.667, and Fisher's test takes its place", () => {
    const found = chiSquare([
      [10, 13, 5, 1, 1],
      [27, 18, 10, 4, 1],
    ]);
    expect(written(found?.statistic, 6)).toBe("2.344420");
    expect(written(found?.p, 6)).toBe("0.672694");
    expect(written(found?.smallestExpected, 3)).toBe("0.667");
    expect(independenceTest(now, before)).toEqual({ kind: "fisher", p: 1 });
    expect(fisher({ part: 23, base: 30 }, { part: 45, base: 60 })).toBe(1);
  });

  test("mean, standard deviation, t interval, median and quartiles", () => {
    expect(meanOf(before)).toBe(4);
    expect(written(standardDeviationOf(before) ?? 0, 6)).toBe("0.982607");
    expect(bounds(meanInterval(before), 5)).toEqual(["3.63309", "4.36691"]);
    expect(medianOf(before)).toBe(4);
    expect(quartilesOf(before)).toEqual({ lower: 4, upper: 5 });
  });

  test("the exact permutation test: 58 of 1716, where the approximation says .035684", () => {
    const [a, b] = [answered(5, 4, 4, 5, 3, 5, 4), answered(3, 4, 2, 3, 3, 4)];
    const exact = permutationTest(a, b);
    expect(exact).toMatchObject({ extreme: 58, ways: 1716 });
    expect(written(exact?.p, 6)).toBe("0.033800");
    expect(written(mannWhitney(a, b)?.p, 6)).toBe("0.035684");
  });

  test("Cronbach's alpha", () => {
    const rows = "55445 44434 34333 54545 23222 45444 33343 55555".split(" ");
    const patterns = rows.map((row) => ({ ratings: [...row].map(Number) as Rating[], count: 1 }));
    expect(written(cronbachAlpha(patterns, [0, 1, 2, 3, 4]) ?? 0, 6)).toBe("0.956840");
  });

  test("Cohen's κ", () => {
    const [first, second] = ["1100101000", "1000101100"];
    const found = agreementOf([...first].map((code, place) => [code, second[place] ?? ""] as const));
    expect(found).toMatchObject({ observed: 0.8, expected: 0.52 });
    expect(written(found?.kappa ?? 0, 6)).toBe("0.583333");
  });

  test("Holm", () => {
    const adjusted = holm([0.004, 0.03, 0.04, 0.2, 0.6]);
    expect(adjusted.map((p) => written(p, 2))).toEqual(["0.02", "0.12", "0.12", "0.40", "0.60"]);
  });

  test("Kish's effective size of groups of 30, 10 and 5 with equal weight is 27.0 of 45", () => {
    expect(written(kishEffectiveSize([30, 10, 5]) ?? 0, 1)).toBe("27.0");
  });

  test("largest remainder: 7, 6, 1, 0, 1 of 15 add up to 100", () => {
    expect(wholePercents([7, 6, 1, 0, 1])).toEqual([47, 40, 7, 0, 6]);
  });
});
