import { type Rating, SCORES } from "../survey/scale";
import type { Tally } from "./crosstab-tally";

/**
 * How many responses gave exactly these ratings, in the order of the instrument's rating items. A year's answers
 * as patterns with counts are all that the statistics of ratings need, whatever the number of responses.
 */
export interface RatingPattern {
  readonly ratings: readonly Rating[];
  readonly count: number;
}

/** The signs of a pattern, in the order of a tally's figures: the five scores from the best, and 未作答. */
const SIGNS = `${SCORES.join("")}-`;

/**
 * Each pattern of such texts once, with the sum of its counts. A text has patterns with their counts, `54453 12,5-443 7`: a
 * digit for each rating item, `-` for 未作答. Throws on a pattern without a count.
 */
export function patternsIn(texts: readonly string[]): RatingPattern[] {
  const found = new Map<number | string, { readonly pattern: string; count: number }>();
  for (const text of texts)
    eachPattern(text, (start, end, count) => {
      const key = keyOf(text, start, end);
      const known = found.get(key);
      if (known) known.count += count;
      else found.set(key, { pattern: text.slice(start, end), count });
    });
  return [...found.values()].map(({ pattern, count }) => ({ ratings: ratingsIn(pattern), count }));
}

/** A pattern as a number, where a double holds it: a million answers have 50,000, and a text for each would be garbage. */
function keyOf(text: string, start: number, end: number): number | string {
  if (end - start > 17) return text.slice(start, end);
  let key = 0;
  for (let at = start; at < end; at += 1) key = key * 8 + 1 + (PLACES[text.charCodeAt(at)] ?? BLANK);
  return key;
}

/**
 * The tally of such a text, and of a million answers without an object for each of their patterns; `items` is the number
 * of rating items.
 */
export function tallyIn(text: string, items: number): Tally {
  const counts = Array.from({ length: items }, () => [...SIGNS].map(() => 0));
  let n = 0;
  eachPattern(text, (start, end, count) => {
    n += count;
    for (let place = 0; place < items; place += 1) {
      const at = start + place < end ? PLACES[text.charCodeAt(start + place)] : undefined;
      const row = counts[place] as number[];
      row[at ?? BLANK] = (row[at ?? BLANK] ?? 0) + count;
    }
  });
  return { n, items: counts };
}

/** Where a tally counts each sign, by the sign's code; 未作答 is the last. */
const PLACES: readonly number[] = [...SIGNS].reduce<number[]>((places, sign, place) => {
  places[sign.charCodeAt(0)] = place;
  return places;
}, []);
const BLANK = SIGNS.length - 1;
const DIGIT_0 = "0".charCodeAt(0);
const COMMA = ",".charCodeAt(0);

/** The ratings of a pattern as the database writes it: a digit for each rating item, `-` for 未作答. */
function ratingsIn(pattern: string): Rating[] {
  return [...pattern].map((sign) => (sign === "-" ? null : (SCORES.find((score) => String(score) === sign) ?? null)));
}

/** Goes through a text of tens of thousands of patterns without an object for each: one is the part from `start` to `end`. */
function eachPattern(text: string, visit: (start: number, end: number, count: number) => void): void {
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf(" ", start);
    if (end < 0) throw new Error("a pattern without a count");
    let [count, at] = [0, end + 1];
    for (; at < text.length && text.charCodeAt(at) !== COMMA; at += 1)
      count = count * 10 + text.charCodeAt(at) - DIGIT_0;
    visit(start, end, count);
    start = at + 1;
  }
}
