import { describe, expect, test } from "vitest";
import type { Distribution } from "@/lib/analysis/distribution";
import { roundedMean } from "@/lib/analysis/mean";
import { ratingFigures } from "@/lib/analysis/rating-figures";
import { type EditionCounts, resultsOf } from "@/lib/analysis/results";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import type { Rating } from "@/lib/survey/scale";
import { aForm } from "../support/a-form";

const asOf = new Date("2025-06-01T08:00:00Z");
const all = (rating: Rating): Rating[] => [rating, rating, rating, rating, rating];
const results = (counted: Partial<EditionCounts>) =>
  resultsOf(JINCHEN_2024.instrument, { asOf, received: 0, patterns: [], verbatims: {}, quarantined: {}, ...counted });

describe("results", () => {
  test("of nobody have zero counts, and null for what needs an answer", () => {
    const empty = results({});
    expect(empty).toMatchObject({ asOf, received: 0, valid: 0 });
    expect(empty.ratings.map((rating) => rating.key)).toEqual([
      "impact",
      "responsiveness",
      "disclosure_quality",
      "readability",
      "overall",
    ]);
    for (const rating of empty.ratings)
      expect(rating).toMatchObject({
        base: 0,
        missing: 0,
        median: null,
        shares: null,
        topTwoShare: null,
        bottomTwoShare: null,
      });
    expect(empty.open.map(({ key, base, missing }) => [key, base, missing])).toEqual([
      ["advice", 0, 0],
      ["valuable_information", 0, 0],
      ["missing_information", 0, 0],
    ]);
  });

  test("number the items as the form does, across its sections", () => {
    const { ratings, open } = results({});
    expect([...ratings, ...open].map((item) => item.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(open[0]?.text["zh-CN"]).toBe("您对金辰股份ESG工作有哪些建议?");
  });

  test("keep base and missing apart for each item, and count only valid responses", () => {
    const patterns = [
      { ratings: all(5), count: 2 },
      { ratings: [null, 4, 3, 2, 1] as Rating[], count: 3 },
    ];
    const { valid, received, ratings, open } = results({ received: 7, patterns, verbatims: { advice: 4 } });
    expect([valid, received]).toEqual([5, 7]);
    expect(ratings.map(({ base, missing, topTwo, bottomTwo }) => [base, missing, topTwo, bottomTwo])).toEqual([
      [2, 3, 2, 0],
      [5, 0, 5, 0],
      [5, 0, 2, 0],
      [5, 0, 2, 3],
      [5, 0, 2, 3],
    ]);
    expect(open.map(({ base, missing }) => [base, missing])).toEqual([
      [4, 1],
      [0, 5],
      [0, 5],
    ]);
  });

  test("say of an item that was reworded while answers came in that it answers two questions", () => {
    const mixed = resultsOf(aForm({ overall: { amendment: "rewording" }, advice: { amendment: "correction" } }), {
      asOf,
      received: 0,
      patterns: [],
      verbatims: {},
      quarantined: {},
    });
    expect([...mixed.ratings, ...mixed.open].filter(({ isMixed }) => isMixed).map(({ key }) => key)).toEqual([
      "overall",
    ]);
  });

  test("take an open item's missing answers from those who were asked it", () => {
    const patterns = [{ ratings: all(5), count: 10 }];
    const { open } = results({ patterns, verbatims: { advice: 3 }, notAsked: { advice: 6 } });
    expect(open.map(({ base, missing }) => [base, missing])).toEqual([
      [3, 1],
      [0, 10],
      [0, 10],
    ]);
  });

  test("give percentages from a base of 10 on, only counts below", () => {
    const nine = results({
      patterns: [
        { ratings: all(5), count: 9 },
        { ratings: all(null), count: 20 },
      ],
    }).ratings[0];
    expect(nine).toMatchObject({ base: 9, topTwo: 9, shares: null, topTwoShare: null, bottomTwoShare: null });
    const ten = results({
      patterns: [
        { ratings: all(5), count: 9 },
        { ratings: all(1), count: 1 },
      ],
    }).ratings[0];
    expect(ten).toMatchObject({
      base: 10,
      shares: { 5: 90, 4: 0, 3: 0, 2: 0, 1: 10 },
      topTwoShare: 90,
      bottomTwoShare: 10,
    });
  });

  test("show top-2-box as rounded itself, not as the sum of two rounded shares", () => {
    const patterns = ([5, 4, 3, 2, 1] as const).map((score, place) => ({
      ratings: all(score),
      count: [7, 6, 1, 0, 1][place]!,
    }));
    expect(results({ patterns }).ratings[4]).toMatchObject({
      shares: { 5: 47, 4: 40, 3: 7, 2: 0, 1: 6 },
      topTwo: 13,
      topTwoShare: 87,
      bottomTwo: 1,
      bottomTwoShare: 7,
    });
  });

  test("hold what each base carries, and null for the rest", () => {
    const of = (count: number) => results({ patterns: [{ ratings: all(4), count }] });
    const [nine, ten, thirty] = [of(9).ratings[0], of(10).ratings[0], of(30).ratings[0]];
    expect(nine).toMatchObject({ quartiles: null, topTwoInterval: null, mean: null, presentation: { percent: false } });
    expect(ten).toMatchObject({ quartiles: { lower: 4, upper: 4 }, mean: null, presentation: { carries: "small" } });
    expect(ten?.topTwoInterval?.high).toBe(1);
    expect(ten).toMatchObject({ standardDeviation: null, meanInterval: null });
    expect(thirty).toMatchObject({ mean: 4, standardDeviation: 0, meanInterval: { low: 4, high: 4 } });
    expect(thirty).toMatchObject({ presentation: { carries: "everything" } });
  });

  test("round a mean once, halves up: page and workbook show the same tenth", () => {
    const wrong: number[][] = [];
    for (let base = 30; base <= 100; base += 1)
      for (let sum = base; sum <= 5 * base; sum += 1) {
        const low = Math.floor(sum / base);
        const higher = sum - low * base;
        const counts = { 5: 0, 4: 0, 3: 0, 2: 0, 1: 0 } as Record<number, number>;
        counts[low] = base - higher;
        if (higher > 0) counts[low + 1] = higher;
        const mean = roundedMean({ counts: counts as Distribution["counts"], base });
        const tenths = BigInt(20 * sum + base) / BigInt(2 * base);
        if (mean !== Number(tenths) / 10 || mean?.toFixed(1) !== `${tenths / 10n}.${tenths % 10n}`)
          wrong.push([sum, base]);
      }
    expect(wrong).toEqual([]);
    const counts = { 5: 25, 4: 31, 3: 4, 2: 0, 1: 0 };
    expect(ratingFigures({ counts, base: 60, missing: 0 }).mean).toBe(4.4);
  });

  test("tell the reliability of the four items that make a scale, the overall one apart", () => {
    const patterns = [
      { ratings: [5, 5, 5, 4, null] as Rating[], count: 20 },
      { ratings: [2, 3, 2, 2, null] as Rating[], count: 15 },
      { ratings: [2, null, 2, 2, 5] as Rating[], count: 15 },
    ];
    expect(results({ patterns }).reliability).toMatchObject({ items: 4, base: 35, straight: 0 });
    expect(results({ patterns: patterns.slice(1) }).reliability).toBeNull();
    const counted = { asOf, received: 0, patterns, verbatims: {}, quarantined: {} };
    expect(resultsOf(aForm({ overall: null }), counted).reliability).toMatchObject({ items: 4 });
  });
});
