import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RatingPattern } from "@/lib/analysis/patterns";
import { SMALLEST_BASE_FOR_ALPHA, cronbachAlpha, reliabilityOf } from "@/lib/analysis/reliability";
import { equalWeights, kishEffectiveSize } from "@/lib/analysis/weighting";
import { agreementOf } from "@/lib/coding/agreement";
import type { Rating } from "@/lib/survey/scale";
import { aDistribution } from "../support/a-distribution";

const places = [0, 1, 2];
const rating = fc.constantFrom<Rating>(1, 2, 3, 4, 5, null);
const patterns = fc.array(
  fc.record({ ratings: fc.tuple(rating, rating, rating), count: fc.integer({ min: 1, max: 9 }) }),
  { maxLength: 20 },
);
const times = (count: number, ...ratings: Rating[]): RatingPattern => ({ ratings, count });

describe("alpha", () => {
  test("is null for one item, and when every answer has the same sum", () => {
    expect(cronbachAlpha([times(2, 5), times(2, 1)], [0])).toBeNull();
    expect(cronbachAlpha([times(40, 5, 5, 5)], places)).toBeNull();
    expect(cronbachAlpha([], places)).toBeNull();
  });

  test("leaves out who left an item of the scale blank, and asks for thirty who did not", () => {
    const enough = [times(15, 5, 4, 5), times(15, 2, 3, 2), times(50, 5, null, 1)];
    expect(reliabilityOf(enough, places)).toMatchObject({ base: SMALLEST_BASE_FOR_ALPHA, straight: 0, isHalo: false });
    expect(reliabilityOf([times(14, 5, 4, 5), times(15, 2, 3, 2), times(50, 5, null, 1)], places)).toBeNull();
  });

  test("of straight lines is no praise of the questions", () => {
    const straight = [times(20, 5, 5, 5), times(20, 3, 3, 3), times(2, 4, 5, 4)];
    expect(reliabilityOf(straight, places)).toMatchObject({ base: 42, straight: 40, isHalo: true });
  });

  test("is the same for whole patterns and for answers one by one, in any order", () => {
    fc.assert(
      fc.property(patterns, (some) => {
        const single = some.flatMap(({ ratings, count }) => Array.from({ length: count }, () => times(1, ...ratings)));
        expect(cronbachAlpha(single.toReversed(), places)).toBe(cronbachAlpha(some, places));
      }),
    );
  });

  test("equals the definition by variances", () => {
    fc.assert(
      fc.property(patterns, (some) => {
        const rows = some.flatMap(({ ratings, count }) =>
          ratings.includes(null) ? [] : Array.from({ length: count }, () => ratings as number[]),
        );
        const alpha = cronbachAlpha(some, places);
        const whole = variance(rows.map((row) => row.reduce((a, b) => a + b, 0)));
        if (rows.length < 2 || whole === 0) return;
        const parts = places.map((place) => variance(rows.map((row) => row[place]!))).reduce((a, b) => a + b, 0);
        expect(alpha).toBeCloseTo(1.5 * (1 - parts / whole), 10);
      }),
    );
  });
});

describe("groups of equal weight", () => {
  test("are those with five answers, and at least two", () => {
    const [large, five, four] = [aDistribution(20, 10), aDistribution(0, 0, 5), aDistribution(4)];
    expect(equalWeights([large, five, four])).toEqual({
      share: 0.5,
      groups: 2,
      base: 35,
      effective: 4 / (1 / 30 + 0.2),
    });
    expect(equalWeights([large, four])).toBeNull();
    expect(equalWeights([])).toBeNull();
  });

  test("have an effective size of all answers where they are equally large, and none where one is empty", () => {
    expect(kishEffectiveSize([10, 10, 10])).toBeCloseTo(30, 12);
    expect(kishEffectiveSize([10, 0])).toBeNull();
    expect(kishEffectiveSize([])).toBeNull();
  });
});

describe("two coders' agreement", () => {
  test("is null without texts; κ is 1 in full agreement and null where there was one code alone", () => {
    expect(agreementOf([])).toBeNull();
    expect(
      agreementOf([
        ["a", "a"],
        ["b", "b"],
      ]),
    ).toEqual({ observed: 1, expected: 0.5, kappa: 1 });
    expect(
      agreementOf([
        ["𠮷", "𠮷"],
        ["𠮷", "𠮷"],
      ]),
    ).toEqual({ observed: 1, expected: 1, kappa: null });
    expect(
      agreementOf([
        [true, false],
        [false, true],
      ])?.kappa,
    ).toBe(-1);
  });

  test("is the same whoever is called the first", () => {
    const pair = fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom("a", "b", "c"));
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        expect(agreementOf(pairs.map(([first, second]) => [second, first] as const))).toEqual(agreementOf(pairs));
      }),
    );
  });
});

function variance(values: readonly number[]): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
