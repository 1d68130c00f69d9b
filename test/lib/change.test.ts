import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeOf, pointsBetween, verdictOf } from "@/lib/analysis/change";
import { cautionOf, pText, presentationOf, yearOnYearOf } from "@/lib/analysis/presentation";
import { aDistribution, someDistribution } from "../support/a-distribution";

describe("what may be shown", () => {
  test.each([
    [0, { carries: "nothing", percent: false, mean: false }],
    [1, { carries: "few", percent: false, mean: false }],
    [4, { carries: "few", percent: false, mean: false }],
    [5, { carries: "counts", percent: false, median: false, interval: false, mean: false }],
    [9, { carries: "counts", percent: false, median: false, interval: false, mean: false }],
    [10, { carries: "small", percent: true, median: true, interval: true, mean: false }],
    [29, { carries: "small", percent: true, median: true, interval: true, mean: false }],
    [30, { carries: "everything", percent: true, mean: true }],
    [1_000_000, { carries: "everything" }],
  ])("of %d answers is %j", (base, shown) => {
    expect(presentationOf(base)).toMatchObject(shown);
  });

  test("a p value is never written as nothing", () => {
    expect([0, 0.000_99, 0.001, 0.0494, 1].map(pText)).toEqual(["<0.001", "<0.001", "0.001", "0.049", "1.000"]);
  });

  test("of few is cautioned of as a dossier, of more as a small sample", () => {
    expect([0, 1, 9, 10, 29, 30].map(cautionOf)).toEqual([null, "dossier", "dossier", "small", "small", null]);
  });

  test.each([
    [0, 50, "nothing"],
    [50, 0, "nothing"],
    [50, 4, "counts"],
    [9, 50, "counts"],
    [10, 50, "interval"],
    [30, 29, "interval"],
    [30, 30, "test"],
  ])("of %d answers beside %d is what the fewer carry: %s", (now, before, yearOnYear) => {
    expect(yearOnYearOf(now, before)).toBe(yearOnYear);
  });
});

describe("a change", () => {
  // The mock-up of the results page for n = 60.
  test.each([
    [43, 59, 21, 30, 3, "similar", false],
    [40, 58, 16, 29, 14, "uncertain", true],
    [34, 57, 14, 28, 10, "uncertain", true],
    [45, 57, 21, 30, 9, "uncertain", false],
    [45, 60, 23, 30, -2, "similar", false],
    [50, 60, 10, 30, 50, "higher", false],
    [10, 60, 20, 30, -50, "lower", false],
    [10, 10, 0, 10, 100, "higher", true],
  ])("from %d/%d, last year %d/%d, is %d points, %s", (part, base, last, lastBase, points, verdict, isSmall) => {
    const now = aDistribution(part, 0, 0, base - part);
    const before = aDistribution(0, last, lastBase - last);
    expect(changeOf(now, before)).toMatchObject({ points, verdict, isSmall });
  });

  test("has no word where a year has fewer than ten answers", () => {
    expect(changeOf(aDistribution(9), aDistribution(0, 0, 0, 0, 60))).toBeNull();
    expect(changeOf(aDistribution(60), aDistribution(0, 0, 0, 0, 9))).toBeNull();
    expect(changeOf(aDistribution(60), aDistribution())).toBeNull();
  });

  test("is level below half a point, however many answered, and its points have no sign then", () => {
    const [million, more] = [aDistribution(500_000, 0, 500_000), aDistribution(504_000, 0, 496_000)];
    expect(changeOf(more, million)).toMatchObject({ points: 0, verdict: "similar" });
    expect(changeOf(more, million)!.interval.low).toBeGreaterThan(0);
    expect(Object.is(changeOf(million, more)!.points, 0)).toBe(true);
  });

  test("is worded by the points that are shown: 5.4 is five and level, 5.5 is six", () => {
    const holdsZero = { low: -0.1, high: 0.2 };
    expect(verdictOf(pointsBetween({ part: 554, base: 1000 }, { part: 500, base: 1000 }), holdsZero)).toBe("similar");
    expect(verdictOf(pointsBetween({ part: 555, base: 1000 }, { part: 500, base: 1000 }), holdsZero)).toBe("uncertain");
    expect(verdictOf(-6, { low: -0.2, high: 0 })).toBe("uncertain");
  });

  test("says the contrary when the years change places", () => {
    const opposite = { higher: "lower", lower: "higher", similar: "similar", uncertain: "uncertain" };
    fc.assert(
      fc.property(someDistribution(), someDistribution(), (now, before) => {
        const [there, back] = [changeOf(now, before), changeOf(before, now)];
        expect(back === null).toBe(there === null);
        if (!there || !back) return;
        expect(back.points + there.points).toBe(0);
        expect(back.verdict).toBe(opposite[there.verdict]);
        expect(back.a12).toBeCloseTo(1 - there.a12, 12);
      }),
    );
  });

  test("to higher has positive points and an interval above 0", () => {
    fc.assert(
      fc.property(someDistribution(), someDistribution(), (now, before) => {
        const change = changeOf(now, before);
        if (change?.verdict !== "higher") return;
        expect(change.points).toBeGreaterThan(0);
        expect(change.interval.low).toBeGreaterThan(0);
      }),
    );
  });
});
