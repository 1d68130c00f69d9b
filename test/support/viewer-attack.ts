import type { BatchedPattern, Published } from "@/lib/analysis/suppression";
import type { Dimension } from "@/lib/analysis/crosstab";
import type { Tally } from "@/lib/analysis/crosstab-tally";

/**
 * The adversary: has every page that viewers were ever shown, and knows the rules. For one item and one score (or 未作答)
 * what they have is a transport problem in whole numbers: each batch supplies as many such answers as the totals grew
 * by, each cell that was shown took as many as it grew by, from batches it had not reached before, and what was never
 * shown apart took the rest.
 */
export class Adversary {
  private readonly pages: Published[] = [];

  /** Looks at a page. */
  see(page: Published | null): void {
    if (page && page.batch !== this.pages.at(-1)?.batch) this.pages.push(page);
  }

  get batches(): number {
    return this.pages.length;
  }

  /** What was the cell of a value on the page of a batch, as a viewer saw it: up to which batch. */
  cellAt(by: Dimension, value: string, batch: number): number {
    const page = this.pages.findLast((one) => one.batch <= batch);
    return page?.cells[by].find((cell) => cell.value === value)?.upTo ?? 0;
  }

  /**
   * The least number of answers, of those that `read` counts, that a value must have had in batches from–until for all
   * pages to be as they were. Throws where no answers at all can have made the pages.
   */
  least(by: Dimension, value: string, [from, until]: [number, number], read: (tally: Tally) => number): number {
    const supply = this.pages.map((page, at) => {
      const before = this.pages[at - 1];
      return { batch: page.batch, count: read(page.total) - (before ? read(before.total) : 0) };
    });
    const { takers, rest } = this.takersOf(by, read);
    const total = supply.reduce((sum, { count }) => sum + count, 0);
    const flow = (allowed: (batch: number, taker: Taker) => boolean) => mostFlow(supply, takers, rest, allowed);
    if (flow(reaches) !== total) throw new Error("no answers can have made these pages");
    const isAsked = (batch: number, taker: Taker) => taker.value === value && batch >= from && batch <= until;
    return total - flow((batch, taker) => reaches(batch, taker) && !isAsked(batch, taker));
  }

  private takersOf(by: Dimension, read: (tally: Tally) => number) {
    const last = this.pages.at(-1);
    if (!last) throw new Error("nothing was seen");
    const upTo = new Map<string, { upTo: number; count: number }>();
    const takers: Taker[] = [];
    for (const page of this.pages)
      for (const cell of page.cells[by]) {
        const before = upTo.get(cell.value) ?? { upTo: 0, count: 0 };
        if (cell.upTo === before.upTo) continue;
        takers.push({ value: cell.value, after: before.upTo, upTo: cell.upTo, takes: read(cell.tally) - before.count });
        upTo.set(cell.value, { upTo: cell.upTo, count: read(cell.tally) });
      }
    const shown = last.cells[by].reduce((sum, { tally }) => sum + read(tally), 0);
    const named = by === "language" ? ["zh-CN", "en"] : [...upTo.keys(), null];
    const hidden = named.map((value) => ({
      value,
      after: upTo.get(value ?? "")?.upTo ?? 0,
      upTo: Infinity,
      takes: null,
    }));
    return { takers: [...takers, ...hidden], rest: read(last.total) - shown };
  }
}

interface Taker {
  readonly value: string | null;
  readonly after: number;
  readonly upTo: number;
  /** Null: as many of the rest as it likes. */
  readonly takes: number | null;
}

const reaches = (batch: number, { after, upTo }: Taker) => batch > after && batch <= upTo;

/** The most that can flow from batches to takers, by augmenting paths (Ford–Fulkerson, breadth first). */
function mostFlow(
  supply: readonly { batch: number; count: number }[],
  takers: readonly Taker[],
  rest: number,
  allowed: (batch: number, taker: Taker) => boolean,
): number {
  const [batches, size] = [supply.length, supply.length + takers.length + 3];
  const [source, hidden, sink] = [size - 3, size - 2, size - 1];
  const room = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  const join = (a: number, b: number, most: number) => void ((room[a] ?? [])[b] = most);
  supply.forEach(({ batch, count }, at) => {
    join(source, at, count);
    takers.forEach((taker, place) => allowed(batch, taker) && join(at, batches + place, Infinity));
  });
  takers.forEach(({ takes }, place) => join(batches + place, takes === null ? hidden : sink, takes ?? Infinity));
  join(hidden, sink, rest);
  for (let flow = 0; ;) {
    const from = new Map<number, number>([[source, source]]);
    const queue = [source];
    for (const node of queue)
      (room[node] ?? []).forEach((left, next) => {
        if (left > 0 && !from.has(next)) queue.push((from.set(next, node), next));
      });
    if (!from.has(sink)) return flow;
    const path: [number, number][] = [];
    for (let node = sink; node !== source; node = from.get(node) ?? source) path.push([from.get(node) ?? source, node]);
    const amount = Math.min(...path.map(([a, b]) => room[a]?.[b] ?? 0));
    for (const [a, b] of path) {
      join(a, b, (room[a]?.[b] ?? 0) - amount);
      join(b, a, (room[b]?.[a] ?? 0) + amount);
    }
    flow += amount;
  }
}

/** One lot below k of a value's answers that no page showed apart. */
export interface HiddenLot {
  readonly value: string;
  readonly batches: [from: number, until: number];
  readonly tally: Tally;
}

/** Every lot of 1 to k−1 answers of a named value that viewers never saw apart: as it was on some page, or came between two. */
export function hiddenLots(
  adversary: Adversary,
  by: Dimension,
  truth: readonly BatchedPattern[],
  tally: (patterns: readonly BatchedPattern[]) => Tally,
  k: number,
): HiddenLot[] {
  const values = [...new Set(truth.map(({ value }) => value))].filter((value) => value !== null) as string[];
  const lots: HiddenLot[] = [];
  for (const value of values)
    for (let until = 1; until <= adversary.batches; until += 1)
      for (let from = adversary.cellAt(by, value, until) + 1; from <= until; from += 1) {
        const lot = tally(truth.filter((one) => one.value === value && one.batch >= from && one.batch <= until));
        if (lot.n > 0 && lot.n < k) lots.push({ value, batches: [from, until], tally: lot });
      }
  return lots;
}

/** Reads a figure of a tally: `[item, place of the score]`, or how many answers there are. */
export function readersOf(tally: Tally): ((one: Tally) => number)[] {
  const places = tally.items.flatMap((row, item) => row.map((_, at) => [item, at] as const));
  return [
    (one) => one.n,
    ...places.map(
      ([item, at]) =>
        (one: Tally) =>
          one.items[item]?.[at] ?? 0,
    ),
  ];
}
