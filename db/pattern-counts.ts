import { type SQL, sql } from "drizzle-orm";
import type { Tally } from "@/lib/analysis/crosstab-tally";
import { type RatingPattern, SIGNS, ratingsIn } from "@/lib/analysis/patterns";
import { response } from "./schema/survey";

/**
 * Patterns of ratings with their counts as one text, `54453 12,5-443 7`, of rows that are already grouped by
 * `rating_pattern` and have `n`: tens of thousands of rows would cost more on the way than in the database.
 */
export const patternCounts: SQL<string> = sql<string>`string_agg(${sql.identifier(response.ratingPattern.name)} || ' ' || n, ',')`;

/** Each pattern of such texts once, with the sum of its counts. */
export function patternsIn(texts: readonly string[]): RatingPattern[] {
  const counts = new Map<string, number>();
  for (const text of texts)
    eachPattern(text, (pattern, count) => counts.set(pattern, (counts.get(pattern) ?? 0) + count));
  return [...counts].map(([pattern, count]) => ({ ratings: ratingsIn(pattern), count }));
}

/**
 * The tally of such a text, and of a million answers without an object for each of their patterns; `items` is the number
 * of rating items.
 */
export function tallyIn(text: string, items: number): Tally {
  const counts = Array.from({ length: items }, () => [...SIGNS].map(() => 0));
  let n = 0;
  eachPattern(text, (pattern, count) => {
    n += count;
    counts.forEach((row, place) => {
      const at = SIGNS.indexOf(pattern[place] ?? "-");
      row[at] = (row[at] ?? 0) + count;
    });
  });
  return { n, items: counts };
}

function eachPattern(text: string, visit: (pattern: string, count: number) => void): void {
  for (let start = 0; start < text.length;) {
    const space = text.indexOf(" ", start);
    const comma = text.indexOf(",", space);
    const end = comma === -1 ? text.length : comma;
    visit(text.slice(start, space), Number(text.slice(space + 1, end)));
    start = end + 1;
  }
}
