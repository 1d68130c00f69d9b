import { type Rating, SCORES } from "../survey/scale";
import type { Distribution } from "./distribution";
import type { RatingPattern } from "./patterns";

/**
 * What a set of answers says without saying who: how many they are, and for each rating item how many chose 5, 4, 3, 2,
 * 1 and how many left it blank, in this order. Tallies of disjoint sets add up.
 */
export interface Tally {
  readonly n: number;
  readonly items: readonly (readonly number[])[];
}

/** The tally of responses by their patterns; `items` is the number of rating items. */
export function tallyOf(patterns: readonly RatingPattern[], items: number): Tally {
  const places: readonly Rating[] = [...SCORES, null];
  const counts = Array.from({ length: items }, () => places.map(() => 0));
  let n = 0;
  for (const { ratings, count } of patterns) {
    n += count;
    for (const [place, row] of counts.entries()) {
      const at = places.indexOf(ratings[place] ?? null);
      row[at] = (row[at] ?? 0) + count;
    }
  }
  return { n, items: counts };
}

/** The tally of both sets together. */
export const plus = (one: Tally, other: Tally): Tally => combined(one, other, (a, b) => a + b);

/** What is left of a set without another, which has figures below 0 where the other is not within it. */
export const minus = (whole: Tally, part: Tally): Tally => combined(whole, part, (a, b) => a - b);

/** Whether a tally has no more of anything than another has. */
export function isWithin(part: Tally, whole: Tally): boolean {
  const left = minus(whole, part);
  return left.n >= 0 && left.items.every((row) => row.every((count) => count >= 0));
}

/** The distribution of each rating item in a tally. */
export function distributionsOf({ items }: Tally): Distribution[] {
  return items.map(([five = 0, four = 0, three = 0, two = 0, one = 0, missing = 0]) => ({
    counts: { 5: five, 4: four, 3: three, 2: two, 1: one },
    base: five + four + three + two + one,
    missing,
  }));
}

function combined(one: Tally, other: Tally, by: (a: number, b: number) => number): Tally {
  return {
    n: by(one.n, other.n),
    items: one.items.map((row, place) => row.map((count, at) => by(count, other.items[place]?.[at] ?? 0))),
  };
}
