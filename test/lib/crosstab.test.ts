import { describe, expect, test } from "vitest";
import { crosstabOf, crosstabOfCells, findDimension } from "@/lib/analysis/crosstab";
import { distributionsOf, tallyOf } from "@/lib/analysis/crosstab-tally";
import { distributionOf } from "@/lib/analysis/distribution";
import { patternsLike, publishedCounts } from "@/lib/analysis/suppression-view";
import { ratingFigures } from "@/lib/analysis/rating-figures";
import { resultsOf } from "@/lib/analysis/results";
import { goodWords } from "@/lib/charts/good-words";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { randomArrivals } from "@/test/support/random-arrivals";

const PATTERNS = [
  { value: null, ratings: [3, null] as const, count: 2 },
  { value: "customer", ratings: [5, 4] as const, count: 3 },
  { value: "customer", ratings: [4, 4] as const, count: 1 },
  { value: "investor", ratings: [1, null] as const, count: 1 },
];

describe("a crosstab", () => {
  test("has every value with its answers and distributions, in the report's order, those of no group last", () => {
    const answers = PATTERNS.map(({ value, ...pattern }) => ({ value, tally: tallyOf([pattern], 2) }));
    const { rows, rest } = crosstabOf("group", answers);
    expect(rest).toBeNull();
    expect(rows.map(({ value, n }) => [value, n])).toEqual([
      ["investor", 1],
      ["customer", 4],
      [null, 2],
    ]);
    expect(rows[1]?.ratings).toMatchObject([
      { counts: { 5: 3, 4: 1, 3: 0, 2: 0, 1: 0 }, base: 4, missing: 0 },
      { counts: { 5: 0, 4: 4, 3: 0, 2: 0, 1: 0 }, base: 4, missing: 0 },
    ]);
    expect(rows[2]?.ratings[1]).toMatchObject({ counts: { 5: 0, 4: 0, 3: 0, 2: 0, 1: 0 }, base: 0, missing: 2 });
  });

  test("has of each value the figures that its base carries", () => {
    const of = (count: number) =>
      crosstabOf("group", [{ value: "customer", tally: tallyOf([{ ratings: [5, null], count }], 2) }]).rows[0]?.ratings;
    expect([9, 10, 29, 30].map((n) => of(n)?.[0]?.topTwoShare)).toEqual([null, 100, 100, 100]);
    const words = (n: number) => of(n)!.map((figures) => goodWords(figures, "zh-CN"));
    expect([9, 10, 30].map((n) => words(n)[0])).toEqual(["9/9", "100% 10/10\u00a0*", "100% 30/30"]);
  });

  test("of some cells has all others in one rest, and they add up to the whole", () => {
    const whole = tallyOf(PATTERNS, 2);
    const customers = tallyOf(PATTERNS.slice(1, 3), 2);
    const shown = crosstabOfCells("group", [{ value: "customer", tally: customers }], whole);
    expect(shown?.rows.map(({ value, n }) => [value, n])).toEqual([["customer", 4]]);
    expect(shown?.rest).toEqual({
      n: 3,
      ratings: distributionsOf(tallyOf([...PATTERNS.slice(0, 1), ...PATTERNS.slice(3)], 2)).map(ratingFigures),
    });
  });

  test("is not made of cells that are not within the whole", () => {
    expect(crosstabOfCells("group", [{ value: "customer", tally: tallyOf(PATTERNS, 2) }], tallyOf([], 2))).toBeNull();
  });

  test("has, once k was raised, no row of fewer and nothing at all while its rest is", () => {
    const whole = tallyOf([{ ratings: [5, 4], count: 22 }], 2);
    const cell = (value: string, count: number) => ({
      value,
      upTo: 1,
      tally: tallyOf([{ ratings: [5, 4], count }], 2),
    });
    const published = {
      batch: 1,
      seal: 0,
      received: 22,
      total: whole,
      open: {},
      cells: { group: [cell("customer", 9), cell("supplier", 6)], channel: [], language: [] },
    };
    const rows = (k: number) =>
      publishedCounts(published, { asOf: new Date(0), by: "group", k }).crosstab?.rows.map(({ value }) => value);
    expect([5, 7, 8, 9].map(rows)).toEqual([["customer", "supplier"], ["customer"], ["customer"], ["customer"]]);
    expect([rows(10), rows(23)]).toEqual([[], undefined]);
  });

  test("is asked for by one of three names", () => {
    expect(["group", "channel", "language", "group,channel", undefined].map(findDimension)).toEqual([
      "group",
      "channel",
      "language",
      null,
      null,
    ]);
  });
});

describe("the published figures", () => {
  test("become patterns with the same distribution of every item", () => {
    for (const seed of [1, 2, 3]) {
      const tally = tallyOf(randomArrivals(seed, 40), 5);
      const patterns = patternsLike(tally);
      expect([0, 1, 2, 3, 4].map((place) => distributionOf(patterns, place))).toEqual(distributionsOf(tally));
      expect(patterns.reduce((sum, { count }) => sum + count, 0)).toBe(40);
    }
    expect(patternsLike(tallyOf([], 5))).toEqual([]);
  });

  test("become results without anything that was set aside", () => {
    const published = {
      batch: 1,
      seal: 0,
      total: tallyOf(randomArrivals(4, 12), 5),
      received: 14,
      open: { advice: [4, 7] as const },
      cells: { group: [], channel: [], language: [] },
    };
    const results = resultsOf(
      JINCHEN_2024.instrument,
      publishedCounts(published, { asOf: new Date(0), by: "group", k: 5 }),
    );
    expect(results).toMatchObject({ received: 14, valid: 12, quarantined: [] });
    expect(results.open.find(({ key }) => key === "advice")).toMatchObject({ base: 4, missing: 7 });
    expect(results.crosstab).toMatchObject({ by: "group", rows: [], rest: { n: 12 } });
  });

  test("have no breakdown while its rest is fewer than the least that is set", () => {
    const arrivals = randomArrivals(4, 20).map((one) => ({ ...one, ratings: [5, 5, 5, 5, 5] as const }));
    const cell = { value: "customer", upTo: 1, tally: tallyOf(arrivals.slice(0, 12), 5) };
    const cells = { group: [cell], channel: [], language: [] };
    const published = { batch: 1, seal: 1, total: tallyOf(arrivals, 5), received: 20, open: {}, cells };
    const shown = (k: number) => publishedCounts(published, { asOf: new Date(0), by: "group", k }).crosstab;
    expect([5, 8, 9].map((k) => shown(k)?.rest?.n ?? null)).toEqual([8, 8, null]);
  });
});
