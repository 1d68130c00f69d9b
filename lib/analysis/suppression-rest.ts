import { type Tally, minus, plus, tallyOf } from "./crosstab-tally";
import type { PublishedCell } from "./published";

/**
 * Whether who came lately and is in no cell stays hidden. Two pages with all cells up to date say, one subtracted from
 * the other, what those who came between and are in no cell answered, as if they had a page of their own: so they are
 * nobody, or enough. The same between any two pages, of the cells that grew only between them. `totals` are of every
 * batch, first first.
 */
export function isRestHidden(
  cells: readonly PublishedCell[],
  totals: readonly Tally[],
  isEnough: (rest: Tally) => boolean,
): boolean {
  const total = totals.at(-1);
  if (!total) return true;
  const none = tallyOf([], total.items.length);
  return totals.every((_, since) => {
    const grown = cells.map((cell) => grownSince(cell, since, none)).reduce(plus, none);
    const rest = minus(minus(total, totals[since - 1] ?? none), grown);
    return grown.n === 0 || isNothing(rest) || isEnough(rest);
  });
}

/** By how much a cell grew between pages from a batch on; what it was shown with before reaches further back. */
function grownSince({ tally, upTo, earlier = [] }: PublishedCell, since: number, none: Tally): Tally {
  if (since === 0) return tally;
  const from = [...earlier, { upTo, tally }].find((one) => one.upTo >= since);
  return from ? minus(tally, from.tally) : none;
}

const isNothing = ({ n, items }: Tally) => n === 0 && items.every((row) => row.every((count) => count === 0));
