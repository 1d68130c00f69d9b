import { type SQL, sql } from "drizzle-orm";
import { type RatingPattern, ratingsIn } from "@/lib/analysis/patterns";
import { response } from "./schema/survey";

/**
 * Patterns of ratings with their counts as one text, `54453 12,5-443 7`, of rows that are already grouped by
 * `rating_pattern` and have `n`: tens of thousands of rows would cost more on the way than in the database.
 */
export const patternCounts: SQL<string> = sql<string>`string_agg(${sql.identifier(response.ratingPattern.name)} || ' ' || n, ',')`;

/** Reads them. The same pattern gives the same array of ratings, so that a million answers stay small. */
export function readPatternCounts(texts: readonly string[]): RatingPattern[][] {
  const known = new Map<string, RatingPattern["ratings"]>();
  const ratingsOf = (pattern: string) => {
    const ratings = known.get(pattern) ?? ratingsIn(pattern);
    known.set(pattern, ratings);
    return ratings;
  };
  return texts.map((text) =>
    text.split(",").map((one) => {
      const space = one.indexOf(" ");
      return { ratings: ratingsOf(one.slice(0, space)), count: Number(one.slice(space + 1)) };
    }),
  );
}
