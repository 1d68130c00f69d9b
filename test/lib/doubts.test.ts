import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareYears } from "@/lib/analysis/comparison";
import { tallyOf } from "@/lib/analysis/crosstab-tally";
import { distributionOf } from "@/lib/analysis/distribution";
import { type SetAsidePattern, doubtsOf } from "@/lib/analysis/doubts";
import type { RatingPattern } from "@/lib/analysis/patterns";
import { added } from "@/lib/analysis/quality";
import { resultsOf } from "@/lib/analysis/results";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import type { Rating } from "@/lib/survey/scale";
import { aYear, alike, by, positive } from "../support/a-year";

const apart = (status: SetAsidePattern["status"], reason: string, rating: Rating, count: number): SetAsidePattern => ({
  ...alike(rating, count),
  status,
  reason,
});

describe("doubts", () => {
  const year = aYear("2025", [by("customer", ...positive(12, 20)), by(null, ...positive(5, 10))]);

  test("count what is set aside by status and reason, the undecided first, and reasons without words in one", () => {
    const setAside = [
      apart("excluded", "TEST", 1, 2),
      apart("quarantined", "BURST", 5, 3),
      apart("quarantined", "FAST", 1, 1),
      apart("quarantined", "BURST", 1, 4),
      apart("excluded", "old", 1, 1),
      apart("excluded", "older", 1, 1),
    ];
    expect(doubtsOf({ ...year, setAside, flagged: [], comparison: null }).setAside).toEqual([
      { status: "quarantined", reason: "FAST", count: 1 },
      { status: "quarantined", reason: "BURST", count: 7 },
      { status: "excluded", reason: "TEST", count: 2 },
      { status: "excluded", reason: null, count: 2 },
    ]);
  });

  test("put those in quarantine and on hold back, not those that two people excluded", () => {
    const setAside = [
      apart("on_hold", "AD", 1, 5),
      apart("quarantined", "FAST", 1, 5),
      apart("excluded", "BOT", 5, 90),
    ];
    const { items } = doubtsOf({ ...year, setAside, flagged: [], comparison: null });
    expect(items.map(({ key, flips }) => [key, flips])).toEqual(year.results.ratings.map(({ key }) => [key, true]));
    expect(items[0]?.headlines).toMatchObject([
      { basis: "counted", topTwo: 17, base: 30, share: 57, isMajority: true },
      { basis: "with-suspects", topTwo: 17, base: 40, share: 43, isMajority: false },
    ]);
  });

  test("weigh the stated groups alike, and ask whether a rise was one", () => {
    const groups = [by("customer", ...positive(40, 40)), by("employee", ...positive(0, 10)), by(null, alike(5, 9))];
    const now = aYear("2025", groups);
    const comparison = compareYears(now, aYear("2024", [by(null, ...positive(20, 40))]));
    const setAside = [apart("quarantined", "BURST", 1, 40)];
    const [item] = doubtsOf({ ...now, setAside, flagged: [], comparison }).items;
    expect(item).toMatchObject({ flips: true });
    expect(item?.headlines.map(({ basis, verdict }) => [basis, verdict])).toEqual([
      ["counted", "higher"],
      ["with-suspects", "similar"],
      ["groups-alike", null],
    ]);
    expect(item?.headlines.at(-1)).toMatchObject({ share: 50, base: 50, weights: { groups: 2, effective: 32 } });
  });

  test("count who is flagged, each once and by every flag, and what the headline is without them", () => {
    const flagged = [
      { flags: ["too-fast", "straight-line"] as const, tally: tallyOf([alike(4, 8)], 5) },
      { flags: ["too-fast"] as const, tally: tallyOf([alike(4, 3), alike(2, 1)], 5) },
      { flags: ["repeated-text"] as const, tally: tallyOf([alike(2, 2)], 5) },
    ];
    const doubts = doubtsOf({ ...year, setAside: [], flagged, comparison: null });
    expect(doubts.flagged).toEqual({
      responses: 14,
      flags: [
        { flag: "too-fast", count: 12 },
        { flag: "repeated-text", count: 2 },
        { flag: "straight-line", count: 8 },
      ],
    });
    expect(doubts.items[0]).toMatchObject({ flips: true });
    expect(doubts.items[0]?.headlines.map(({ basis, topTwo, base, share }) => [basis, topTwo, base, share])).toEqual([
      ["counted", 17, 30, 57],
      ["without-flagged", 6, 16, 38],
    ]);
  });

  test("are shown of items that carry a percentage alone, on every basis that one of them has", () => {
    const setAside = [apart("on_hold", "AD", 4, 5)];
    const seven = aYear("2025", [by(null, alike(4, 7))]);
    expect(doubtsOf({ ...seven, setAside, flagged: [], comparison: null })).toMatchObject({ items: [], bases: [] });
    const impactOnly = (count: number): RatingPattern => ({ ratings: [4, null, null, null, null], count });
    const others: RatingPattern = { ratings: [null, 4, 4, 4, 4], count: 10 };
    const later = aYear("2025", [by("customer", impactOnly(10)), by("employee", others), by("community", others)]);
    const { items, bases } = doubtsOf({ ...later, setAside, flagged: [], comparison: null });
    expect(bases).toEqual(["counted", "with-suspects", "groups-alike"]);
    expect(items[0]?.headlines.map(({ basis }) => basis)).toEqual(["counted", "with-suspects"]);
    const flagged = [{ flags: ["too-fast"] as const, tally: tallyOf([alike(4, 4)], 5) }];
    const few = doubtsOf({ ...aYear("2025", [by(null, alike(4, 12))]), setAside: [], flagged, comparison: null });
    expect(few.items[0]?.headlines.at(-1)).toMatchObject({ topTwo: 8, base: 8, share: null });
  });

  test("are none where nothing is set aside, and nothing stands beside the headline", () => {
    const { setAside, items, flagged, bases } = doubtsOf({ ...year, setAside: [], flagged: [], comparison: null });
    expect([setAside, flagged, bases]).toEqual([[], { responses: 0, flags: [] }, ["counted"]]);
    expect(items.some(({ flips }) => flips)).toBe(false);
  });
});

describe("results", () => {
  const rating = fc.constantFrom<Rating>(1, 2, 3, 4, 5, null);
  const patterns = fc.array(
    fc.record({ ratings: fc.array(rating, { minLength: 5, maxLength: 5 }), count: fc.integer({ min: 1, max: 60 }) }),
  );
  const of = (some: readonly RatingPattern[]) =>
    resultsOf(JINCHEN_2024.instrument, {
      asOf: new Date(0),
      received: 0,
      patterns: some,
      verbatims: {},
      quarantined: {},
    });

  test("are the same in whatever order the answers come, and in whatever lots they are counted", () => {
    fc.assert(
      fc.property(patterns, (some) => {
        const halves = some.flatMap(({ ratings, count }) => [
          { ratings, count: count - 1 },
          { ratings, count: 1 },
        ]);
        expect(of(halves.toReversed())).toEqual(of(some));
      }),
    );
  });

  test("of groups add up to those of everybody", () => {
    fc.assert(
      fc.property(patterns, patterns, (one, other) => {
        const all = of([...one, ...other]);
        expect(all.valid).toBe(of(one).valid + of(other).valid);
        for (const [place, { counts, base, missing }] of all.ratings.entries())
          expect({ counts, base, missing }).toEqual(added(distributionOf(one, place), distributionOf(other, place)));
      }),
    );
  });

  test("have whole percentages that add up to 100", () => {
    fc.assert(
      fc.property(patterns, (some) => {
        const shown = of(some).ratings.flatMap(({ shares }) => (shares ? [Object.values(shares)] : []));
        expect(shown.map((shares) => shares.reduce((sum, share) => sum + share, 0))).toEqual(shown.map(() => 100));
      }),
    );
  });
});
