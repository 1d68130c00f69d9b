import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

/**
 * Which rows a query finds, by their keys, in one word: what a person agreed to is told from as many others by it. Made in
 * passing, in no order and without gathering the keys, so that it takes as little memory for millions.
 */
export function digestOf(key: AnyPgColumn): SQL<string> {
  const hash = (seed: number) => sql`hashtextextended(${key}::text, ${seed}::bigint)`;
  const all = sql`concat_ws(',', count(${key}), bit_xor(${hash(0)}), sum(${hash(1)}))`;
  return sql<string>`encode(sha256(convert_to(${all}, 'UTF8')), 'hex')`;
}
