import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bottomTwo, distributionOf, medianOf, topTwo } from "@/lib/analysis/distribution";
import type { RatingPattern } from "@/lib/analysis/patterns";
import type { Rating } from "@/lib/survey/scale";

/** The distribution of one item's answers. */
const of = (...answers: Rating[]) =>
  distributionOf(
    answers.map((rating) => ({ ratings: [rating], count: 1 })),
    0,
  );
const rating = fc.constantFrom<Rating>(1, 2, 3, 4, 5, null);
const patterns = fc.array(fc.record({ ratings: fc.tuple(rating, rating), count: fc.integer({ min: 1, max: 1000 }) }));

describe("a distribution", () => {
  test("counts the answers of its own item, by pattern", () => {
    const answered: RatingPattern[] = [
      { ratings: [5, null], count: 3 },
      { ratings: [5, 1], count: 2 },
      { ratings: [null, 4], count: 4 },
    ];
    expect(distributionOf(answered, 0)).toEqual({ counts: { 5: 5, 4: 0, 3: 0, 2: 0, 1: 0 }, base: 5, missing: 4 });
    expect(distributionOf(answered, 1)).toEqual({ counts: { 5: 0, 4: 4, 3: 0, 2: 0, 1: 2 }, base: 6, missing: 3 });
  });

  test("counts a response shorter than the form as missing", () => {
    expect(distributionOf([{ ratings: [5], count: 2 }], 1)).toMatchObject({ base: 0, missing: 2 });
  });

  test("has base and missing add up to the responses, and the counts to the base", () => {
    fc.assert(
      fc.property(patterns, fc.constantFrom(0, 1), (answered, place) => {
        const { counts, base, missing } = distributionOf(answered, place);
        expect(base + missing).toBe(answered.reduce((sum, pattern) => sum + pattern.count, 0));
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(base);
      }),
    );
  });
});

test("top two and bottom two count the two best and the two worst scores, 一般 in neither", () => {
  const answers = of(5, 5, 4, 3, 3, 3, 2, 1, null);
  expect([topTwo(answers), bottomTwo(answers), answers.base]).toEqual([3, 2, 8]);
});

describe("a median", () => {
  test("is null when nobody answered", () => {
    expect(medianOf(of())).toBeNull();
    expect(medianOf(of(null, null))).toBeNull();
  });

  test.each<[Rating[], number]>([
    [[4], 4],
    [[1, 5], 3],
    [[4, 5], 4.5],
    [[1, 1, 5], 1],
    [[1, 2, 3, 4, 5], 3],
    [[5, 5, 1, 1], 3],
    [[2, null, 3, null], 2.5],
  ])("of %j is %d", (answers, median) => {
    expect(medianOf(of(...answers))).toBe(median);
  });

  test("equals the middle of the sorted answers", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<5 | 4 | 3 | 2 | 1>(1, 2, 3, 4, 5), { minLength: 1 }), (answers) => {
        const sorted = answers.toSorted((a, b) => a - b);
        const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1]!, sorted[Math.floor(sorted.length / 2)]!];
        expect(medianOf(of(...answers))).toBe((low + high) / 2);
      }),
    );
  });
});
