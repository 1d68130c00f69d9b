import type { Dimension, DimensionTally } from "./crosstab";
import { type Tally, distributionsOf, isWithin, minus, plus, tallyOf } from "./crosstab-tally";
import type { Published, PublishedCell } from "./published";
import { isRestHidden } from "./suppression-rest";
import { areDeniable } from "./suppression-twins";

/** So many answers a figure for viewers rests on at least, and changes by at least (domain notes §3.7). */
export const SMALLEST_CELL = 5;

/** The answers that have a value in a dimension and came into viewers' totals with a batch. */
export interface BatchedTally {
  readonly value: string | null;
  readonly batch: number;
  readonly tally: Tally;
}

/**
 * From how many answers on there may be a next batch: k, then k more, and a quarter more, so that whoever looks often
 * does not cut the answers into slices that keep every cell hidden.
 */
export function nextBatchFrom(before: Pick<Published, "total"> | null, k: number): number {
  const shown = before?.total.n ?? 0;
  return shown + Math.max(k, Math.ceil(shown / 4));
}

/**
 * Whether what viewers are shown of everybody may become what it is now: enough new answers, and nowhere a figure that
 * falls. An answer that was taken back or changed stays in their figures until as many others have said the same, so
 * that what it said cannot be had by subtraction. The figures of a seal, the first one too, are shown without a quarter
 * more of answers, but only if they are the same or have grown by enough; or have fallen by enough while nobody was
 * shown apart, of whom those who are gone could be told. Else viewers keep what they have.
 */
export function mayPublish(before: Published | null, now: ShownOfAll, k: number): boolean {
  if (!before) return isEnough(now.total, k);
  const hasGrown = isGrown(before, now, k);
  if (now.seal <= before.seal) return hasGrown && now.total.n >= nextBatchFrom(before, k);
  const isNobodyApart = Object.values(before.cells).every((cells) => cells.length === 0);
  return hasGrown || isSame(before, now) || (isNobodyApart && isGrown(now, before, k));
}

type ShownOfAll = Pick<Published, "total" | "open" | "seal">;

/** Whether a page has k or more answers of everybody more than another, and no figure that is smaller. */
function isGrown(from: ShownOfAll, to: ShownOfAll, k: number): boolean {
  return isEnough(minus(to.total, from.total), k) && opensOf(from, to).every(([then, now]) => now >= then);
}

function isSame(one: ShownOfAll, other: ShownOfAll): boolean {
  const isWhole = isWithin(one.total, other.total) && isWithin(other.total, one.total);
  return isWhole && opensOf(one, other).every(([then, now]) => now === then);
}

/** The counts of the open items on both of two pages. */
function opensOf(one: ShownOfAll, other: ShownOfAll): (readonly [then: number, now: number])[] {
  const counts = ({ open }: ShownOfAll, key: string) => open[key] ?? [0, 0];
  return Object.keys({ ...one.open, ...other.open }).flatMap((key) => {
    const [[answered, missing], [answers, blanks]] = [counts(one, key), counts(other, key)];
    return [[answered, answers] as const, [missing, blanks] as const];
  });
}

/**
 * The cells of one dimension that viewers are shown from now on. What is in no cell is seen in one sum, the rest. The
 * value with most new answers comes first into its cell, or for the first time; each only if
 * - it brings k or more answers, to each item that it has any to, none of its figures falls, and the rest keeps k;
 * - what is left of any number of last batches without the cells' part of them is nobody, or k or more
 *   (`isRestHidden`);
 * - of every lot below k of its answers that could be told from other lots by the batch it came in, there are twins in
 *   the rest (`areDeniable`).
 * Every other cell stays as it was. `tallies` are of everybody in `total`, each value's batch once.
 */
export function cellsToPublish(
  by: Dimension,
  before: readonly PublishedCell[],
  { total, batch, earlier = [] }: Pick<Published, "total" | "batch" | "earlier">,
  tallies: readonly BatchedTally[],
  k: number,
): readonly PublishedCell[] {
  const byValue = talliesByBatch(tallies);
  const none = tallyOf([], total.items.length);
  let cells = before;
  const restOf = (shown: readonly PublishedCell[]) => minus(total, shown.map(({ tally }) => tally).reduce(plus, none));
  if (!isEnough(restOf(cells), k)) return before;
  const fresh = (value: string) => newIn(cells, value, sum(byValue.get(value), none)).n;
  const values = [...byValue.keys()].filter((value) => value !== null && !isNeverApart(by, value)) as string[];
  for (const value of values.toSorted((a, b) => fresh(b) - fresh(a) || (a < b ? -1 : 1))) {
    const tally = sum(byValue.get(value), none);
    const moved = newIn(cells, value, tally);
    const old = cells.find((cell) => cell.value === value);
    const shown = old ? [...(old.earlier ?? []), { upTo: old.upTo, tally: old.tally }] : [];
    const after = [...cells.filter((cell) => cell !== old), { value, upTo: batch, tally, earlier: shown }];
    if (!isEnough(moved, k) || !isEnough(restOf(after), k)) continue;
    if (!isRestHidden(after, [...earlier, total], (rest) => isEnough(rest, k))) continue;
    const upTo = new Map(cells.map((cell) => [cell.value as string | null, cell.upTo]));
    if (areDeniable({ value, byValue, upTo, hasBlank: by !== "language", none }, k)) cells = after;
  }
  return cells;
}

/**
 * Whether a difference is that of a set and a part of it (a sealed total may have fallen below its cells), of k or more
 * answers, of which k or more rated each item that any of them rated.
 */
export function isEnough(difference: Tally, k: number): boolean {
  const rated = distributionsOf(difference).every(({ base }) => base === 0 || base >= k);
  return rated && difference.n >= k && isWithin(tallyOf([], difference.items.length), difference);
}

/** 其他 stands with those who stated nothing, whatever their number: a rest that is nobody in particular. */
function isNeverApart(by: Dimension, value: string): boolean {
  return by === "group" && value === "other";
}

function newIn(cells: readonly PublishedCell[], value: string, tally: Tally): Tally {
  const cell = cells.find((one) => one.value === value);
  return cell ? minus(tally, cell.tally) : tally;
}

function sum(tallies: ReadonlyMap<number, Tally> | undefined, none: Tally): Tally {
  return [...(tallies?.values() ?? [])].reduce(plus, none);
}

/**
 * The answers of each value by batch, where everybody whom no `earlier` batch has is of the newest, `batch`. A value may
 * come more than once in `everybody`.
 */
export function withNewest(
  everybody: readonly DimensionTally[],
  earlier: readonly BatchedTally[],
  batch: number,
): readonly BatchedTally[] {
  const left = new Map<string | null, Tally>();
  const add = ({ value, tally }: DimensionTally, by: typeof plus) => {
    left.set(value, by(left.get(value) ?? tallyOf([], tally.items.length), tally));
  };
  for (const one of everybody) add(one, plus);
  for (const one of earlier) add(one, minus);
  const newest = [...left].map(([value, tally]) => ({ value, batch, tally }));
  return [...earlier, ...newest.filter(({ tally }) => tally.n > 0)];
}

function talliesByBatch(tallies: readonly BatchedTally[]): Map<string | null, Map<number, Tally>> {
  const byValue = new Map<string | null, Map<number, Tally>>();
  for (const { value, batch, tally } of tallies)
    byValue.set(value, (byValue.get(value) ?? new Map<number, Tally>()).set(batch, tally));
  return byValue;
}
