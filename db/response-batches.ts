import { and, asc, gt, sql } from "drizzle-orm";
import { flagsOf } from "@/lib/analysis/quality-flags";
import type { Part } from "@/lib/analysis/results-filter";
import { answerColumns, factColumns } from "./answer-columns";
import type { Transaction } from "./client";
import { inEdition } from "./count-edition";
import { response } from "./schema/survey";
import type { StoredResponse } from "./snapshot";

/** Which responses: those of a part of an edition, where haste is below so many seconds. */
interface Wanted {
  readonly editionId: string;
  readonly part: Part;
  readonly haste: number | null;
}

/** Rows a batch: large enough that the round trip does not matter, small enough (some 2 MB of text) to stay flat. */
const BATCH = 1000;

/**
 * The responses but the withdrawn ones, in key order. While one batch is used the next is read, so that the database and
 * whoever writes a file work side by side; no more than these two are held.
 */
export async function* readBatches(tx: Transaction, wanted: Wanted): AsyncGenerator<StoredResponse[]> {
  let reading = readBatch(tx, wanted);
  for (;;) {
    const batch = await reading;
    const isLast = batch.length < BATCH;
    if (!isLast) {
      reading = readBatch(tx, wanted, batch.at(-1)?.id);
      // Who stops early waits for nothing more; who goes on meets the failure at the next batch.
      reading.catch(() => {});
    }
    yield batch;
    if (isLast) return;
  }
}

/**
 * A batch as one JSON, made and read by machine code: drizzle looks at every cell of a row, which for a file takes longer
 * than all the rest.
 */
async function readBatch(
  tx: Transaction,
  { editionId, part, haste }: Wanted,
  last?: string,
): Promise<StoredResponse[]> {
  const batch = tx
    .select(NAMED_COLUMNS)
    .from(response)
    .where(and(inEdition(editionId, part), last === undefined ? undefined : gt(response.id, last)))
    .orderBy(asc(response.id))
    .limit(BATCH)
    .as("batch");
  const rows = sql<StoredResponse[]>`coalesce(json_agg(batch order by batch.id), '[]')`;
  const [read] = await tx.select({ rows }).from(batch);
  return (read?.rows ?? []).map((row) => ({ ...row, flags: flagsOf({ ...row, seconds: row.readingSeconds }, haste) }));
}

/** The columns under the names of a `StoredResponse`. */
const NAMED_COLUMNS = Object.fromEntries(
  Object.entries({ ...factColumns, ...answerColumns }).map(([name, column]) => [name, sql`${column}`.as(name)]),
);
