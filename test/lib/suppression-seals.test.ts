import { describe, expect, test } from "vitest";
import { isWithin, minus, tallyOf } from "@/lib/analysis/crosstab-tally";
import type { Published } from "@/lib/analysis/published";
import { isEnough, mayPublish } from "@/lib/analysis/suppression";
import { attack } from "@/test/support/joint-attack";
import { ALIKE, UNEQUAL, randomArrivals } from "@/test/support/random-arrivals";
import { asSeen, shownPages } from "@/test/support/shown-pages";

const K = 5;
const ITEMS = 5;
type Looks = Parameters<typeof shownPages>[1];

/** Looked at from the first arrival on, and sealed after so many. */
const sealedAfter = (at: number): Looks => ({ k: K, resealed: [{ at, without: 0 }] });

/** First looked at when it is sealed, which is broken at once to exclude so many; and so again after more have come. */
function resealed({ from, taken }: { from: number; taken: readonly number[] }): Looks {
  return { k: K, from, resealed: taken.map((without, turn) => ({ at: from + 15 * turn, without })) };
}

/** The pages from which the one before can be subtracted, and what is left is what a few answered. */
function apartByFew(pages: readonly Published[]): number[] {
  return pages.slice(1).flatMap(({ batch, total }, at) => {
    const before = pages[at]?.total ?? total;
    const [more, less] = [minus(total, before), minus(before, total)];
    return isEnough(more, K) || isEnough(less, K) || (more.n === 0 && isWithin(total, before)) ? [] : [batch];
  });
}

describe("an adversary with every page of an edition that is sealed, unsealed and sealed again", () => {
  test.each([
    ["one, and then one more", 7, UNEQUAL, { from: 12, taken: [1, 1] }],
    ["six, while nobody is apart, then one", 7, UNEQUAL, { from: 12, taken: [6, 1] }],
    ["three, then six", 2, ALIKE, { from: 20, taken: [3, 6] }],
  ])("cannot tell any from seals that were broken to exclude %s", { timeout: 120_000 }, async (_, seed, crowd, how) => {
    const { pages, members } = shownPages(randomArrivals(seed, 50, crowd), resealed(how));
    expect(pages.length).toBeGreaterThan(2);
    expect(apartByFew(pages)).toEqual([]);
    const { hidden, told } = await attack(asSeen(pages, K), members, K);
    expect(hidden).toBeGreaterThan(30);
    expect(told).toEqual([]);
  });

  test("subtracts the one who was excluded where every seal is shown", () => {
    const may: typeof mayPublish = (before, now, k) => now.seal > (before?.seal ?? 0) || mayPublish(before, now, k);
    const { pages } = shownPages(randomArrivals(1, 50), { ...resealed({ from: 20, taken: [1] }), may });
    expect(apartByFew(pages)).toEqual([2]);
  });
});

describe("an adversary with every page of an edition before it was sealed, and after", () => {
  test.each([
    ["the one who came between", 26, ALIKE, {}],
    ["the four who came between", 29, UNEQUAL, {}],
    ["the one who was excluded before", 26, ALIKE, { lost: 26 }],
    ["the one who was excluded while others came", 30, UNEQUAL, { lost: 30 }],
    ["the six who came between", 31, ALIKE, {}],
  ])("cannot tell %s", { timeout: 120_000 }, async (_, at, crowd, lost) => {
    const { pages, members } = shownPages(randomArrivals(4, at, crowd), { ...sealedAfter(at), ...lost });
    expect(pages.length).toBeGreaterThan(2);
    expect(apartByFew(pages)).toEqual([]);
    const { hidden, told } = await attack(asSeen(pages, K), members, K);
    expect(hidden).toBeGreaterThan(30);
    expect(told).toEqual([]);
  });

  test("subtracts the one who came last where the first seal is shown whatever was before", () => {
    const may: typeof mayPublish = (before, now, k) =>
      (before?.seal === 0 && now.seal === 1) || mayPublish(before, now, k);
    const { pages } = shownPages(randomArrivals(4, 26, ALIKE), { ...sealedAfter(26), may });
    expect(apartByFew(pages)).toEqual([6]);
  });
});

describe("what viewers are shown of a sealed edition", () => {
  test("becomes what a seal holds only if that is the same, or more or less by nobody's answer alone", () => {
    const sealed = (seal: number, fives: number, advice = 5) => ({
      total: tallyOf([{ ratings: [null, null, null, null, 5], count: fives }], ITEMS),
      open: { advice: [advice, 20] as const },
      seal,
      received: 0,
      batch: 1,
      cells: { group: [], channel: [], language: [] },
    });
    for (const seal of [0, 1]) {
      const becomes = (now: ReturnType<typeof sealed>) => mayPublish(sealed(seal, 20), now, K);
      const next = (fives: number, advice?: number) => becomes(sealed(seal + 1, fives, advice));
      expect([10, 15, 16, 19, 20, 21, 24, 25].filter((fives) => next(fives))).toEqual([10, 15, 20, 25]);
      expect([next(20, 6), next(25, 4), next(15, 6)]).toEqual(Array(3).fill(false));
    }
    const cell = { value: "customer", upTo: 1, tally: sealed(1, 8).total };
    const apart = { ...sealed(1, 20), cells: { group: [cell], channel: [], language: [] } };
    expect([15, 20, 25].map((fives) => mayPublish(apart, sealed(2, fives), K))).toEqual([false, true, true]);
  });

  test("has at no seal an item that fewer than k answered", () => {
    const of = (seal: number, impact: number) => ({
      total: tallyOf(
        [
          { ratings: [5, null, null, null, 5], count: impact },
          { ratings: [null, null, null, null, 5], count: 9 },
        ],
        ITEMS,
      ),
      open: {},
      seal,
    });
    expect([0, 1, 4, 5].map((impact) => mayPublish(null, of(1, impact), K))).toEqual([true, false, false, true]);
    expect([0, 1, 4, 5].map((impact) => mayPublish(null, of(2, impact), K))).toEqual([true, false, false, true]);
  });
});
