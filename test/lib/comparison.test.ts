import { describe, expect, test } from "vitest";
import { compareYears } from "@/lib/analysis/comparison";
import { crosstabOf } from "@/lib/analysis/crosstab";
import { tallyOf } from "@/lib/analysis/crosstab-tally";
import { doubtsOf } from "@/lib/analysis/doubts";
import { groupMixOf, groupsShownInBoth } from "@/lib/analysis/group-mix";
import { permutationTest } from "@/lib/analysis/permutation";
import type { RatingPattern } from "@/lib/analysis/patterns";
import { aForm, inWords } from "../support/a-form";
import { aYear, alike, by, positive, rowsBy } from "../support/a-year";

const of2024 = aYear("2024", [by(null, ...positive(20, 40))]);

describe("two years", () => {
  test("rise while every group falls: with groups weighing the same the points say so", () => {
    const year = (slug: string, customers: number[], suppliers: number[]) =>
      aYear(slug, [
        by("customer", ...positive(customers[0]!, customers[1]!)),
        by("supplier", ...positive(suppliers[0]!, suppliers[1]!)),
        by(null, ...positive(0, 3)),
      ]);
    const [now, before] = [year("2025", [70, 80], [2, 10]), year("2024", [9, 10], [32, 80])];
    const [item] = compareYears(now, before).items;
    expect(item?.change).toMatchObject({ verdict: "higher" });
    // 70/80 − 9/10 and 2/10 − 32/80, halved.
    expect(item?.pointsAlike).toBe(-11);
    expect(compareYears(year("2025", [70, 80], [2, 4]), before).items[0]?.pointsAlike).toBeNull();
    const doubts = doubtsOf({ ...now, setAside: [], flagged: [], comparison: compareYears(now, before) });
    expect(doubts.items.every(({ flips }) => flips)).toBe(true);
  });

  test("stand side by side, item by item in the order of the form, with the tests that thirty answers allow", () => {
    const compared = compareYears(aYear("2025", [by(null, ...positive(55, 60))]), of2024);
    expect(compared).toMatchObject({ slug: "2025", slugBefore: "2024" });
    expect(compared.items.map(({ key }) => key)).toEqual([
      "impact",
      "responsiveness",
      "disclosure_quality",
      "readability",
      "overall",
    ]);
    const [item] = compared.items;
    expect(item).toMatchObject({ trend: "comparable", yearOnYear: "test", withinGroups: null });
    expect(item).toMatchObject({ now: { base: 60, topTwoShare: 92 }, before: { base: 40, topTwoShare: 50 } });
    expect(item?.change).toMatchObject({ points: 42, verdict: "higher", isSmall: false });
    expect(item?.tests?.a12).toBe(item?.change?.a12);
    expect(item?.tests?.pHolm).toBeCloseTo(5 * item!.tests!.p, 12);
    expect(item?.tests?.independence).toMatchObject({ kind: "fisher" });
  });

  test("have both counts and no word below ten answers, and no test below thirty", () => {
    const [few] = compareYears(aYear("2025", [by(null, ...positive(7, 9))]), of2024).items;
    expect(few).toMatchObject({ yearOnYear: "counts", change: null, tests: null, now: { topTwo: 7, base: 9 } });
    expect(few?.before).toMatchObject({ topTwo: 20, base: 40 });
    const [small] = compareYears(aYear("2025", [by(null, ...positive(20, 29))]), of2024).items;
    expect(small).toMatchObject({ yearOnYear: "interval", change: { isSmall: true }, tests: null });
    const [nobody] = compareYears(aYear("2025", []), of2024).items;
    expect(nobody).toMatchObject({ yearOnYear: "nothing", change: null, tests: null });
  });

  test("of ten to twelve answers each are tested exactly, and of thirteen not at all", () => {
    const beside = (now: number, before: number) => {
      const last = aYear("2024", [by(null, ...positive(3, before))]);
      return compareYears(aYear("2025", [by(null, ...positive(9, now))]), last).items[0];
    };
    const [item, rest] = [beside(10, 12), { isExact: true, independence: { kind: "fisher" } }];
    expect(item).toMatchObject({ yearOnYear: "interval", change: { isSmall: true }, tests: rest });
    expect(item?.tests?.p).toBe(permutationTest(item!.now, item!.before!)?.p);
    expect(item?.tests?.pHolm).toBe(Math.min(1, 5 * item!.tests!.p));
    for (const [now, before] of [[9, 12] as const, [10, 13] as const, [30, 12] as const])
      expect(beside(now, before)?.tests).toBeNull();
    expect(compareYears(aYear("2025", [by(null, ...positive(20, 30))]), of2024).items[0]?.tests?.isExact).toBe(false);
  });

  test("are not compared by an item that was reworded or is new, and its tests are none of the family", () => {
    const reworded = aForm({ impact: inWords("改过的题") });
    const year = aYear("2025", [by(null, ...positive(30, 60))], reworded);
    const [impact, responsiveness] = compareYears(year, of2024).items;
    expect(impact).toMatchObject({ trend: "broken", before: null, yearOnYear: "nothing", change: null, tests: null });
    expect(responsiveness?.tests?.pHolm).toBe(Math.min(1, 4 * responsiveness!.tests!.p));
    const without = aYear("2024", [by(null, ...positive(20, 40))], aForm({ overall: null }));
    expect(compareYears(aYear("2025", []), without).items.at(-1)).toMatchObject({ trend: "none", before: null });
  });

  test("are compared by key, wherever an item stands among the ratings", () => {
    const shifted = aYear("2025", [by("customer", { ratings: [1, 1, 1, 5], count: 40 })], aForm({ impact: null }));
    const before = aYear("2024", [by("investor", { ratings: [1, 1, 1, 1, 5], count: 40 })]);
    const overall = compareYears(shifted, before).items.at(-1);
    expect(overall).toMatchObject({ key: "overall", now: { topTwo: 40 }, before: { topTwo: 40 } });
    expect(overall?.withinGroups).toMatchObject([
      { value: "investor", now: null, before: { counts: { 5: 40 } } },
      { value: "customer", now: { counts: { 5: 40 } }, before: null },
    ]);
  });

  test("say the same in whatever order the answers come", () => {
    const patterns = [alike(5, 9), alike(4, 20), alike(2, 8), alike(null, 3)];
    const split = (some: readonly RatingPattern[]) =>
      some.flatMap((one) => Array.from({ length: one.count }, () => ({ ...one, count: 1 })));
    const [whole, single] = [by("customer", ...patterns), by("customer", ...split(patterns.toReversed()))];
    expect(compareYears(aYear("2025", [single]), of2024)).toEqual(compareYears(aYear("2025", [whole]), of2024));
  });
});

describe("the mix of those who answered", () => {
  const mix = (investors: number, customers: number) =>
    rowsBy([by("investor", alike(5, investors)), by("customer", alike(4, customers))]);

  test("shifts when a group's part moves by more than fifteen points, not at fifteen", () => {
    expect(groupMixOf(mix(35, 65), mix(50, 50)).isShifted).toBe(false);
    expect(groupMixOf(mix(34, 66), mix(50, 50))).toMatchObject({
      isShifted: true,
      rows: [
        { value: "investor", now: 34, before: 50, nowShare: 34, beforeShare: 50, isShifted: true },
        { value: "customer", now: 66, before: 50, isShifted: true },
      ],
    });
  });

  test("counts those who stated no group, last, and a group of one year alone", () => {
    const found = groupMixOf(rowsBy([by(null, alike(5, 20))]), rowsBy([by("academia", alike(5, 20))]));
    expect(found.rows).toMatchObject([
      { value: "academia", now: 0, before: 20 },
      { value: null, now: 20, before: 0, nowShare: 100, beforeShare: 0 },
    ]);
  });

  test("has no percentages and no shift where a year has fewer than ten answers", () => {
    const found = groupMixOf(mix(9, 0), mix(0, 50));
    expect(found).toMatchObject({
      isShifted: false,
      isJudged: false,
      rows: [{ nowShare: null, beforeShare: 0 }, { nowShare: null }],
    });
    expect(groupMixOf([], [])).toEqual({ rows: [], isShifted: false, isJudged: false });
  });

  test("that shifted shows each group's own change, of those with five answers, in words from ten on", () => {
    const now = aYear("2025", [
      by("investor", ...positive(18, 20)),
      by("customer", ...positive(30, 60)),
      by("academia", ...positive(4, 4)),
    ]);
    const before = aYear("2024", [
      by("investor", ...positive(54, 60)),
      by("customer", ...positive(5, 9)),
      by("academia", ...positive(10, 10)),
    ]);
    const compared = compareYears(now, before);
    expect(compared.mix.isShifted).toBe(true);
    expect(compared.items[0]?.withinGroups).toMatchObject([
      { value: "investor", now: { base: 20 }, before: { base: 60 }, change: { points: 0, verdict: "similar" } },
      { value: "customer", now: { base: 60 }, before: { base: 9 }, change: null },
      { value: "academia", now: null, before: { base: 10 }, change: null },
    ]);
    // All in all it looks worse, and no group says so.
    expect(compared.items[0]?.change).toMatchObject({ verdict: "lower" });
  });
});

test("of groups that not everybody may see, those that both years show stand apart, and all others in one row", () => {
  const tally = (count: number) => tallyOf([alike(4, count)], 5);
  const shown = (groups: Record<string, number>, rest: number) => {
    const rows = Object.entries(groups).map(([value, count]) => ({ value, tally: tally(count) }));
    const [only] = crosstabOf("group", [{ value: null, tally: tally(rest) }]).rows;
    return { rows: crosstabOf("group", rows).rows, rest: only! };
  };
  const [now, before] = [shown({ customer: 20, supplier: 8 }, 6), shown({ customer: 9, employee: 30 }, 11)];
  const counts = (year: ReturnType<typeof groupsShownInBoth>[number]) => year.map(({ value, n }) => [value, n]);
  const [then, last] = groupsShownInBoth(now, before);
  expect([counts(then), counts(last)]).toEqual([
    [
      ["customer", 20],
      [null, 14],
    ],
    [
      ["customer", 9],
      [null, 41],
    ],
  ]);
  expect(then[1]?.ratings[0]).toMatchObject({ base: 14, counts: { 4: 14 } });
  expect(groupMixOf(then, last)).toMatchObject({ isShifted: true, isJudged: true });
  expect([groupsShownInBoth(now, shown({ employee: 9 }, 5)), groupsShownInBoth(now, undefined)]).toEqual([
    [[], []],
    [[], []],
  ]);
});
