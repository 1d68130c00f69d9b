import { type Tally, isWithin, plus } from "./crosstab-tally";

/** The answers of one dimension by value and by batch, and who would come into a cell of their own. */
export interface Candidate {
  readonly value: string;
  readonly byValue: ReadonlyMap<string | null, ReadonlyMap<number, Tally>>;
  /** The batch up to which each shown value's cell reaches. */
  readonly upTo: ReadonlyMap<string | null, number>;
  /** Whether an answer may have no value. */
  readonly hasBlank: boolean;
  readonly none: Tally;
}

/**
 * Whether a cell can be shown without telling how it was before. Totals are shown batch by batch, so that a cell shown
 * later, set against them, may tell what a few of its answers said while they were too few (a batch with the only 很差,
 * and a cell with it). For each lot of 1 to k−1 of them from neighbouring batches there must be twins: answers that
 * stay in the rest, came in other batches, and have item by item no less of anything. Then the same pages would have
 * been seen had the twins been of this value and the lot not, so that nobody can tell that there was such a lot.
 *
 * A twin takes the lot's place in what is shown of its own value later. So that the lot would fit there, its batches are
 * later than what that value's cell shows already. Where every answer has a value, who is not of this one is of the
 * other: then the lots of the rest need twins as well.
 */
export function areDeniable(candidate: Candidate, k: number): boolean {
  const { value, byValue, upTo, hasBlank } = candidate;
  const own = after(byValue.get(value), upTo.get(value) ?? 0);
  const others = [...byValue].filter(([other]) => other !== value);
  const twinsOf = (lot: Lot) =>
    others
      .filter(([other]) => (upTo.get(other) ?? 0) < lot.first)
      .flatMap(([other, batches]) => after(batches, Math.max(upTo.get(other) ?? 0, upTo.get(value) ?? 0)))
      .filter(isOutside(lot));
  const hasTwins = (lot: Lot, twins: readonly Batched[]) => isWithin(lot.tally, together(twins, candidate.none));
  if (!lotsBelow(k, own).every((lot) => hasTwins(lot, twinsOf(lot)))) return false;
  if (hasBlank) return true;
  const rest = others.flatMap(([other, batches]) => after(batches, upTo.get(other) ?? 0));
  return lotsBelow(k, rest).every((lot) => hasTwins(lot, own.filter(isOutside(lot))));
}

type Batched = readonly [batch: number, tally: Tally];

/** Answers of one value from neighbouring batches, and the next batches on both sides that have some as well. */
interface Lot {
  readonly first: number;
  readonly previous: number;
  readonly next: number;
  readonly tally: Tally;
}

// A twin from between the lot and the next one would come in time for pages that showed the same lot.
const isOutside =
  ({ previous, next }: Lot) =>
  ([batch]: Batched) =>
    batch <= previous || batch >= next;

/** Every lot of fewer than k. */
function lotsBelow(k: number, batches: readonly Batched[]): Lot[] {
  const ordered = batches.toSorted(([a], [b]) => a - b);
  const batchAt = (at: number) => ordered[at]?.[0];
  return ordered.flatMap(([first, start], at) => {
    const lots: Lot[] = [];
    let tally = start;
    for (let end = at + 1; tally.n < k; end += 1) {
      lots.push({ first, previous: batchAt(at - 1) ?? 0, next: batchAt(end) ?? Infinity, tally });
      const following = ordered[end];
      if (!following) break;
      tally = plus(tally, following[1]);
    }
    return lots;
  });
}

function after(batches: ReadonlyMap<number, Tally> | undefined, upTo: number): Batched[] {
  return [...(batches ?? [])].filter(([batch]) => batch > upTo);
}

const together = (batches: readonly Batched[], none: Tally): Tally =>
  batches.map(([, tally]) => tally).reduce(plus, none);
