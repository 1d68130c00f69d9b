import { describe, expect, test } from "vitest";
import { DIMENSIONS } from "@/lib/analysis/crosstab";
import { isWithin, minus, plus, tallyOf } from "@/lib/analysis/crosstab-tally";
import { cellsToPublish, mayPublish, nextBatchFrom } from "@/lib/analysis/suppression";
import { batchedTallies } from "@/test/support/batched-tallies";
import { attack } from "@/test/support/joint-attack";
import { ALIKE, type Arrived, UNEQUAL, randomArrivals } from "@/test/support/random-arrivals";
import { asSeen, shownPages } from "@/test/support/shown-pages";

const K = 5;
const ITEMS = 5;
const tally = (answers: readonly Arrived[]) => tallyOf(answers, ITEMS);
type Publish = typeof cellsToPublish;

/** What an adversary finds out of a crowd's answers from every page with every breakdown. */
function attackOn(arrivals: readonly Arrived[], how: { lost?: number; publish?: Publish } = {}) {
  const { pages, members } = shownPages(arrivals, { k: K, ...how });
  return attack(asSeen(pages, K), members, K);
}

/** Shows every cell of k answers at once, as a table without memory would. */
const forgetful: Publish = (by, _, { batch }, tallies, k) => {
  const values = [...new Set(tallies.map(({ value }) => value))].filter((value) => value !== null) as string[];
  const cells = values.map((value) => {
    const own = tallies.filter((one) => one.value === value);
    return { value, upTo: batch, tally: own.map((one) => one.tally).reduce(plus, tally([])) };
  });
  return by === "group" || by === "channel" ? cells.filter((cell) => cell.tally.n >= k) : [];
};

describe("an adversary with every page of 50 arrivals, every breakdown and all items in one system", () => {
  test.each([
    [1, "groups of unequal size", UNEQUAL, Infinity],
    [4, "groups of unequal size", UNEQUAL, Infinity],
    [5, "groups of unequal size", UNEQUAL, Infinity],
    [1, "some are taken back", UNEQUAL, 6],
    [3, "two groups that say alike", ALIKE, Infinity],
    [4, "two groups that say alike", ALIKE, Infinity],
    [6, "some are taken back", ALIKE, 7],
  ])("cannot tell any hidden number below k (crowd %i: %s)", { timeout: 120_000 }, async (seed, _, crowd, lost) => {
    const { hidden, told } = await attackOn(randomArrivals(seed, 50, crowd), { lost });
    expect(hidden).toBeGreaterThan(200);
    expect(told).toEqual([]);
  });

  test("was shown cells of several dimensions", async () => {
    const { pages } = shownPages(randomArrivals(4, 50, ALIKE), { k: K });
    expect(pages.length).toBeGreaterThan(4);
    expect(DIMENSIONS.filter((by) => (pages.at(-1)?.cells[by].length ?? 0) > 0).length).toBeGreaterThan(1);
  });

  test("tells many from pages that only leave out the cells below k", { timeout: 120_000 }, async () => {
    const { told } = await attackOn(randomArrivals(1, 30), { publish: forgetful });
    expect(told.length).toBeGreaterThan(2);
  });
});

describe("what viewers are shown", () => {
  test.each([
    ["as answers come", Infinity],
    ["as some are taken back", 6],
  ])("changes by nobody or by k or more answers, in total and in each cell, and leaves k or more: %s", (_, lost) => {
    for (const seed of [21, 22, 23]) {
      const pages = shownPages(randomArrivals(seed, 150), { k: K, lost }).pages;
      expect(pages.length).toBeGreaterThan(3);
      pages.forEach((page, at) => {
        const before = pages[at - 1];
        if (before) expect(page.total.n - before.total.n).toBeGreaterThanOrEqual(K);
        if (before) expect(isWithin(before.total, page.total)).toBe(true);
        for (const by of DIMENSIONS) {
          const shown = page.cells[by].reduce((sum, cell) => plus(sum, cell.tally), tally([]));
          expect(page.total.n - shown.n).toBeGreaterThanOrEqual(K);
          expect(isWithin(shown, page.total)).toBe(true);
          for (const cell of page.cells[by]) {
            const old = before?.cells[by].find(({ value }) => value === cell.value);
            const grown = old ? minus(cell.tally, old.tally) : cell.tally;
            if (old?.upTo === cell.upTo) expect(cell).toEqual(old);
            else expect(isWithin(tally([]), grown) && grown.n >= K).toBe(true);
          }
        }
      });
    }
  });

  test("is nothing below k answers, to the whole and to each item; then waits for k more and a quarter more", () => {
    const of = (n: number, blank = 0) => {
      const rated = [5, 5, 5, 5, 5] as const;
      const patterns = [
        { ratings: rated, count: n - blank },
        { ratings: [null, 5, 5, 5, 5] as const, count: blank },
      ];
      return { total: tallyOf(patterns, ITEMS), open: {}, seal: 0 };
    };
    expect([of(4), of(5), of(5, 1), of(6, 1), of(5, 5)].map((now) => mayPublish(null, now, K))).toEqual([
      false,
      true,
      false,
      true,
      true,
    ]);
    expect([0, 5, 20, 40, 1000].map((n) => nextBatchFrom(n === 0 ? null : of(n), K))).toEqual([5, 10, 25, 50, 1250]);
  });

  test("stays while a figure would fall: an answer is taken back, and nobody else has said it since", () => {
    const said = (overall: 1 | 5, count: number) => ({ ratings: [null, null, null, null, overall], count });
    const page = (fives: number, ones: number, answered = fives) => ({
      total: tallyOf([said(5, fives), said(1, ones)], ITEMS),
      open: { advice: [answered, fives + ones - answered] as const },
      seal: 0,
      received: 0,
      batch: 1,
      cells: { group: [], channel: [], language: [] },
    });
    expect(mayPublish(page(9, 1), page(15, 0), K)).toBe(false);
    expect(mayPublish(page(9, 1), page(15, 1), K)).toBe(true);
    expect(mayPublish(page(9, 1), page(15, 1, 8), K)).toBe(false);
    expect(mayPublish(page(9, 1), { ...page(10, 0), seal: 1 }, K)).toBe(false);
    expect(mayPublish({ ...page(10, 0), seal: 1 }, { ...page(9, 0), seal: 1 }, K)).toBe(false);
  });

  test("has no cell of a value whose earlier few could be told from the totals", () => {
    const answers = (value: string | null, batch: number, score: 1 | 4 | 5, count: number) => ({
      value,
      batch,
      ratings: [score],
      count,
    });
    const lone = [answers("supplier", 1, 1, 1), answers(null, 1, 5, 6), answers("supplier", 2, 5, 5)];
    const cellsOf = (patterns: typeof lone) =>
      cellsToPublish("group", [], { total: tallyOf(patterns, 1), batch: 2 }, batchedTallies(patterns, 1), K).map(
        ({ value }) => value,
      );
    // The only 很差 was in the first batch, with at most a few suppliers; a cell with it would say whose it was.
    expect(cellsOf([...lone, answers(null, 2, 5, 6)])).toEqual([]);
    expect(cellsOf([...lone, answers(null, 2, 5, 6), answers(null, 2, 1, 1)])).toEqual(["supplier"]);
  });

  test("leaves nobody alone in the rest, who would have a page of their own by subtraction", () => {
    const answers = (value: string | null, batch: number, count: number) => ({
      value,
      batch,
      ratings: [5 as const],
      count,
    });
    const first = [answers("customer", 1, 8), answers(null, 1, 8)];
    const total = tallyOf(first, 1);
    const cells = cellsToPublish("group", [], { total, batch: 1 }, batchedTallies(first, 1), K);
    const then = (others: number) => {
      const patterns = [...first, answers("customer", 2, 8), answers(null, 2, others)];
      const page = { total: tallyOf(patterns, 1), batch: 2, earlier: [total] };
      return cellsToPublish("group", cells, page, batchedTallies(patterns, 1), K).map(({ upTo }) => upTo);
    };
    expect(cells).toHaveLength(1);
    expect([0, 1, 4, 5].map(then)).toEqual([[2], [1], [1], [2]]);
  });

  test("never has 其他 apart from those who stated nothing", () => {
    const patterns = [
      { value: "other", batch: 1, ratings: [5 as const], count: 9 },
      { value: "customer", batch: 1, ratings: [5 as const], count: 9 },
    ];
    const cells = cellsToPublish(
      "group",
      [],
      { total: tallyOf(patterns, 1), batch: 1 },
      batchedTallies(patterns, 1),
      K,
    );
    expect(cells.map(({ value }) => value)).toEqual(["customer"]);
  });
});
