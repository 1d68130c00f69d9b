import { type GetColumnData, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Tally } from "@/lib/analysis/crosstab-tally";
import { type RatingPattern, SIGNS, ratingsIn } from "@/lib/analysis/patterns";
import type { Transaction } from "./client";
import { response } from "./schema/survey";

const PATTERN = sql.identifier(response.ratingPattern.name);

/**
 * Patterns of ratings with their counts as one text, `54453 12,5-443 7`, of rows that are already grouped by
 * `rating_pattern` and have `n`: tens of thousands of rows would cost more on the way than in the database.
 */
export const patternCounts: SQL<string> = sql<string>`string_agg(${PATTERN} || ' ' || n, ',')`;

/** Such a text, of how many responses it is, and of which kind. */
type CountedPatterns<Kinds extends Record<string, PgColumn>> = { readonly text: string; readonly count: number } & {
  readonly [Name in keyof Kinds]: GetColumnData<Kinds[Name]>;
};

/** Counts patterns by columns (`kinds`) in one pass, within a snapshot. `of` is what follows `from`. */
export async function countPatterns<Kinds extends Record<string, PgColumn>>(
  tx: Transaction,
  kinds: Kinds,
  of: SQL,
): Promise<CountedPatterns<Kinds>[]> {
  const columns = Object.entries(kinds).map(([name, column]) => ({ name: sql.identifier(name), column }));
  const named = sql.join(
    columns.map(({ name, column }) => sql`${column} as ${name}`),
    sql`, `,
  );
  const names = sql.join(
    columns.map(({ name }) => name),
    sql`, `,
  );
  const rows = await tx.execute(sql`
    select ${names}, ${patternCounts} as text, sum(n)::int as count
    from (
      select ${names}, ${PATTERN}, count(*) as n
      from (select ${named}, ${response.ratingPattern} from ${of}) counted
      group by ${names}, ${PATTERN}) patterns
    group by ${names}`);
  return rows as unknown as CountedPatterns<Kinds>[];
}

/** Each pattern of such texts once, with the sum of its counts. */
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

/** Goes through a text of tens of thousands of patterns: each is the part from `start` to `end`. */
function eachPattern(text: string, visit: (start: number, end: number, count: number) => void): void {
  for (let start = 0; start < text.length;) {
    const end = text.indexOf(" ", start);
    let [count, next] = [0, end + 1];
    for (let code; next < text.length && (code = text.charCodeAt(next)) !== COMMA; next += 1)
      count = count * 10 + code - DIGIT_0;
    visit(start, end, count);
    start = next + 1;
  }
}
