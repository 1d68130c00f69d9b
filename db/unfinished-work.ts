import { type SQL, sql } from "drizzle-orm";
import type { Staff } from "@/lib/staff";
import { database } from "./client";
import { entryBatch } from "./schema/entry-batch";
import { exclusion } from "./schema/exclusion";
import { importBatch } from "./schema/import";
import { secondKeying } from "./schema/second-keying";
import { instrument, response } from "./schema/survey";
import { isUnkeyed } from "./sheet-answers";

/** What a round's department has begun and a seal would leave as it is, counted. */
export interface UnfinishedWork {
  /** Files that wait to be imported. */
  readonly imports: number;
  /** Answers in quarantine that nobody looked at. */
  readonly quarantined: number;
  /** Answers on hold, about which somebody wanted to look again. */
  readonly held: number;
  /** Exclusions that wait for a second person. */
  readonly proposed: number;
  /** Batches of sheets that nobody finished. */
  readonly batches: number;
  /** Sheets whose two keyings differ without anybody having resolved it. */
  readonly differences: number;
  /** Typed sheets of batches that ask for it which nobody keyed again. */
  readonly unkeyed: number;
  /** 1 where the form has a draft that was not published. */
  readonly draft: number;
}

/** Counts what is unfinished in an edition. */
export async function countUnfinished(_staff: Staff, editionId: string): Promise<UnfinishedWork> {
  const count = (of: SQL) => sql`(select count(*)::int ${of})`;
  const ofEdition = sql`from ${response} where ${response.editionId} = ${editionId}`;
  const [row] = await database().execute<{ [K in keyof UnfinishedWork]: number }>(sql`select
    ${count(sql`from ${importBatch} where ${importBatch.editionId} = ${editionId}
      and ${importBatch.acceptedAt} is null`)} as imports,
    ${count(sql`${ofEdition} and ${response.status} = 'quarantined'`)} as quarantined,
    ${count(sql`${ofEdition} and ${response.status} = 'on_hold'`)} as held,
    ${count(sql`${ofEdition} and exists (select from ${exclusion} where ${exclusion.responseId} = ${response.id}
      and ${exclusion.confirmedAt} is null)`)} as proposed,
    ${count(sql`from ${entryBatch} where ${entryBatch.editionId} = ${editionId}
      and ${entryBatch.finishedWith} is null`)} as batches,
    ${count(sql`from ${instrument} where ${instrument.editionId} = ${editionId}
      and ${instrument.publishedAt} is null`)} as draft,
    ${count(sql`${ofEdition} and exists (select from ${secondKeying} where ${secondKeying.responseId} = ${response.id}
      and ${secondKeying.differing} <> '{}' and ${secondKeying.resolvedByName} is null)`)} as differences,
    ${count(sql`${ofEdition} and ${isUnkeyed}
      and exists (select from ${entryBatch} where ${entryBatch.id} = ${response.batchId} and ${entryBatch.keyedTwice})`)} as unkeyed`);
  if (!row) throw new Error("a count has a row");
  return row;
}
