import { describe, expect, test } from "vitest";
import { DIMENSIONS, type Dimension } from "@/lib/analysis/crosstab";
import { isWithin, minus, plus, tallyOf } from "@/lib/analysis/crosstab-tally";
import { type Published, cellsToPublish, mayPublish, nextBatchFrom } from "@/lib/analysis/suppression";
import { Adversary, hiddenLots, readersOf } from "@/test/support/viewer-attack";
import { type Arrived, randomArrivals } from "@/test/support/random-arrivals";

const K = 5;
const ITEMS = 5;
const tally = (answers: readonly Arrived[]) => tallyOf(answers, ITEMS);
const byDimension = <T>(of: (by: Dimension) => T) => Object.fromEntries(DIMENSIONS.map((by) => [by, of(by)]));
type Publish = typeof cellsToPublish;

/**
 * What viewers saw one after the other, looking after every arrival; each answer gets its batch. Every `lost`-th arrival
 * the answer in the middle is taken back.
 */
function pagesOf(arrivals: readonly Arrived[], publish: Publish = cellsToPublish, lost = Infinity): Published[] {
  const pages: Published[] = [];
  const here: Arrived[] = [];
  arrivals.forEach((arrived, at) => {
    here.push(arrived);
    if ((at + 1) % lost === 0) here.splice(Math.floor(here.length / 2), 1);
    const before = pages.at(-1) ?? null;
    const now = { total: tally(here), open: {}, received: here.length, seal: 0 };
    if (!mayPublish(before, now, K)) return;
    const batch = pages.length + 1;
    for (const one of here) one.batch ||= batch;
    const cells = byDimension((by) =>
      publish(by, before?.cells[by] ?? [], { total: now.total, batch }, withValue(here, by), K),
    ) as Published["cells"];
    pages.push({ ...now, batch, cells });
  });
  return pages;
}
const withValue = (answers: readonly Arrived[], by: Dimension) => answers.map((one) => ({ ...one, value: one[by] }));

/** How many figures of hidden lots the adversary knows at least something of, and how many exactly. */
function attack(pages: readonly Published[], arrivals: readonly Arrived[]) {
  const adversary = new Adversary();
  for (const page of pages) adversary.see(page);
  const found = { lots: 0, something: 0, exactly: 0 };
  for (const by of DIMENSIONS) {
    const truth = withValue(arrivals, by).filter(({ batch }) => batch > 0);
    for (const lot of hiddenLots(adversary, by, truth, (patterns) => tallyOf(patterns, ITEMS), K)) {
      found.lots += 1;
      for (const read of readersOf(lot.tally).filter((one) => one(lot.tally) > 0)) {
        const least = adversary.least(by, lot.value, lot.batches, read);
        found.something += Number(least > 0);
        found.exactly += Number(least === read(lot.tally));
      }
    }
  }
  return found;
}

/** Shows every cell of k answers at once, as a table without memory would. */
const forgetful: Publish = (by, _, { batch }, patterns, k) => {
  const values = [...new Set(patterns.map(({ value }) => value))].filter((value) => value !== null) as string[];
  const cells = values.map((value) => {
    const own = patterns.filter((one) => one.value === value);
    return { value, upTo: batch, tally: tallyOf(own, ITEMS) };
  });
  return by === "group" || by === "channel" ? cells.filter((cell) => cell.tally.n >= k) : [];
};

describe("an adversary with every page that viewers saw over 50 arrivals", () => {
  test.each([1, 2, 3, 4, 5, 6])("cannot tell that a hidden lot below k was there at all (edition %i)", (seed) => {
    const arrivals = randomArrivals(seed, 50);
    const { lots, ...known } = attack(pagesOf(arrivals), arrivals);
    expect(lots).toBeGreaterThan(100);
    expect(known).toEqual({ something: 0, exactly: 0 });
  });

  test("cannot either after 200, where many cells are shown", () => {
    const arrivals = randomArrivals(11, 200);
    const pages = pagesOf(arrivals);
    expect(pages.at(-1)?.cells.group.length).toBeGreaterThan(2);
    expect(attack(pages, arrivals)).toMatchObject({ something: 0, exactly: 0 });
  });

  test("would tell many from pages that only leave out the cells below k", () => {
    const arrivals = randomArrivals(1, 50);
    expect(attack(pagesOf(arrivals, forgetful), arrivals).exactly).toBeGreaterThan(10);
  });
});

describe("what viewers are shown", () => {
  test.each([
    ["as answers come", Infinity],
    ["as some are taken back", 6],
  ])("changes by nobody or by k or more answers, in total and in each cell, and leaves k or more: %s", (_, lost) => {
    for (const seed of [21, 22, 23]) {
      const pages = pagesOf(randomArrivals(seed, 150), cellsToPublish, lost);
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
    expect(mayPublish(page(9, 1), { ...page(10, 0), seal: 1 }, K)).toBe(true);
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
      cellsToPublish("group", [], { total: tallyOf(patterns, 1), batch: 2 }, patterns, K).map(({ value }) => value);
    // The only 很差 was in the first batch, with at most a few suppliers; a cell with it would say whose it was.
    expect(cellsOf([...lone, answers(null, 2, 5, 6)])).toEqual([]);
    expect(cellsOf([...lone, answers(null, 2, 5, 6), answers(null, 2, 1, 1)])).toEqual(["supplier"]);
  });

  test("never has 其他 apart from those who stated nothing", () => {
    const patterns = [
      { value: "other", batch: 1, ratings: [5 as const], count: 9 },
      { value: "customer", batch: 1, ratings: [5 as const], count: 9 },
    ];
    const cells = cellsToPublish("group", [], { total: tallyOf(patterns, 1), batch: 1 }, patterns, K);
    expect(cells.map(({ value }) => value)).toEqual(["customer"]);
  });
});
