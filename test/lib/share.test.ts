import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { partPercent, wholePercent, wholePercents } from "@/lib/analysis/share";

const counts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 8 });
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe("shares of a distribution", () => {
  test("of 7, 6, 1, 0, 1 are 47, 40, 7, 0, 6: equal remainders of equal counts go to the earlier place", () => {
    expect(wholePercents([7, 6, 1, 0, 1])).toEqual([47, 40, 7, 0, 6]);
  });

  test("of 1, 3, 4 are 12, 38, 50: of equal remainders the larger count comes first, wherever it stands", () => {
    expect(wholePercents([1, 3, 4])).toEqual([12, 38, 50]);
  });

  test.each([
    [
      [1, 1, 1],
      [34, 33, 33],
    ],
    [
      [0, 0, 3],
      [0, 0, 100],
    ],
    [
      [1, 999],
      [0, 100],
    ],
    [
      [5, 5],
      [50, 50],
    ],
  ])("of %j are %j", (answers, shares) => {
    expect(wholePercents(answers)).toEqual(shares);
  });

  test("are null on an empty base", () => {
    expect(wholePercents([0, 0, 0, 0, 0])).toBeNull();
    expect(wholePercents([])).toBeNull();
  });

  test("add up to 100, each less than one from the exact share", () => {
    fc.assert(
      fc.property(counts, (answers) => {
        const base = sum(answers);
        const shares = wholePercents(answers) ?? [];
        expect(sum(shares)).toBe(base === 0 ? 0 : 100);
        for (const [place, share] of shares.entries())
          expect(Math.abs(share - (100 * answers[place]!) / base)).toBeLessThan(1);
      }),
    );
  });

  test("never give a larger count the smaller share", () => {
    fc.assert(
      fc.property(counts, (answers) => {
        const shares = wholePercents(answers) ?? [];
        const byCount = shares.map((share, place) => ({ share, count: answers[place]! }));
        const sorted = byCount.toSorted((a, b) => a.count - b.count || a.share - b.share).map(({ share }) => share);
        expect(sorted).toEqual(shares.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe("a share", () => {
  test.each([
    [1, 8, 13],
    [1, 3, 33],
    [2, 3, 67],
    [1, 200, 1],
    [0, 7, 0],
    [7, 7, 100],
    [29, 200, 15],
  ])("of %d in %d is %d %%, rounded half up", (part, base, percent) => {
    expect(wholePercent(part, base)).toBe(percent);
  });

  test("is null on an empty base", () => {
    expect(wholePercent(0, 0)).toBeNull();
  });

  test.each([
    [1_999, 2_000, 99],
    [1, 2_000, 1],
    [2_000, 2_000, 100],
    [0, 2_000, 0],
    [29, 200, 15],
  ])("that says 100 only of all and 0 only of nobody is, of %d in %d, %d %%", (part, base, percent) => {
    expect(partPercent(part, base)).toBe(percent);
  });
});
