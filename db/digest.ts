import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

/** Which rows a query finds, by their keys, in one word: what a person agreed to is told from as many others by it. */
export function digestOf(key: AnyPgColumn): SQL<string> {
  return sql<string>`encode(sha256(convert_to(coalesce(string_agg(${key}::text, ',' order by ${key}), ''), 'UTF8')), 'hex')`;
}
