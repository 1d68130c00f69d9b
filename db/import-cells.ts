import { asc, eq, sql } from "drizzle-orm";
import type { Staff } from "@/lib/staff";
import { database } from "./client";
import { importRow } from "./schema/import";

/** A word of some columns, and in how many cells it stands. */
export interface CountedWord {
  readonly word: string;
  readonly count: number;
}

/** The different words of some columns of a file as they stand there, the most frequent first; at most `limit`. */
export async function countWords(
  _staff: Staff,
  batchId: string,
  places: readonly number[],
  limit: number,
): Promise<CountedWord[]> {
  if (places.length === 0) return [];
  const word = sql<string>`${importRow.cells} ->> place.at`;
  const rows = await database().execute<{ word: string; count: number }>(sql`
    select ${word} as word, count(*)::int as count
    from ${importRow} cross join unnest(${sql.param([...places])}::int[]) as place (at)
    where ${importRow.batchId} = ${batchId} and btrim(${word}) <> ''
    group by 1 order by 2 desc, 1 limit ${limit}`);
  return [...rows];
}

/** The first rows of a file, to show what stands in its columns. */
export async function firstRows(_staff: Staff, batchId: string, limit: number): Promise<(readonly string[])[]> {
  const rows = await database()
    .select({ cells: importRow.cells })
    .from(importRow)
    .where(eq(importRow.batchId, batchId))
    .orderBy(asc(importRow.number))
    .limit(limit);
  return rows.map(({ cells }) => cells);
}
