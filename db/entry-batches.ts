import { randomUUID } from "node:crypto";
import { type SQL, and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { type Result, fail, ok } from "@/lib/result";
import type { Staff } from "@/lib/staff";
import type { EntryRefusal } from "@/lib/survey/entry";
import type { BatchTotals } from "@/lib/survey/entry-batch";
import { recordAct } from "./audit";
import { database } from "./client";
import type { Edition } from "./editions";
import { lockForEntry } from "./entries";
import { entryBatch } from "./schema/entry-batch";
import { secondKeying } from "./schema/second-keying";
import { staff as staffTable } from "./schema/staff";
import { edition, response } from "./schema/survey";
import { isUnkeyed } from "./sheet-answers";

/** What an officer says of a stack before typing it; `channel` is the code of one of the edition's. */
export interface NewBatch {
  readonly name: string;
  readonly channel: string;
  readonly receivedOn: string;
  readonly expected: number;
  /** Whether another person keys its sheets again. */
  readonly keyedTwice: boolean;
}

/** A batch as it stands; `revision` is the state that a change is made from. */
export interface EntryBatch extends NewBatch, BatchTotals {
  readonly id: string;
  readonly editionSlug: string;
  readonly begunByName: string;
  /** Typed sheets that nobody keyed again, of a batch that asks for it; else 0. Those whose answer is gone cannot be. */
  readonly unkeyed: number;
  /** How many were typed, by whom it was finished, and why although the total did not match; null while it is not. */
  readonly finished: { readonly with: number; readonly byName: string; readonly reason: string | null } | null;
  readonly revision: number;
}

/** Begins a batch of an edition and returns its id; two batches of an edition have two names. */
export async function beginBatch(
  staff: Staff,
  to: Pick<Edition, "id" | "slug">,
  batch: NewBatch,
): Promise<Result<string, EntryRefusal | "name-taken">> {
  return database().transaction(async (tx) => {
    const refusal = await lockForEntry(tx, to.id);
    if (refusal) return fail(refusal);
    const [begun] = await tx
      .insert(entryBatch)
      .values({ ...batch, id: randomUUID(), editionId: to.id, begunByName: staff.name })
      .onConflictDoNothing({ target: [entryBatch.editionId, entryBatch.name] })
      .returning({ id: entryBatch.id });
    if (!begun) return fail("name-taken");
    const { name, ...after } = batch;
    await recordAct(tx, staff, { act: "entry.batch-opened", subject: `${to.slug}/${name}`, after });
    return ok(begun.id);
  });
}

/** The batches of an edition, those that are not finished first, each by its day and name. */
export function listBatches(_staff: Staff, editionId: string): Promise<EntryBatch[]> {
  return selectBatches(eq(entryBatch.editionId, editionId));
}

/** The batch of an id, or null, also for what is no id. */
export async function findBatch(_staff: Staff, id: string): Promise<EntryBatch | null> {
  if (!z.uuid().safeParse(id).success) return null;
  return (await selectBatches(eq(entryBatch.id, id)))[0] ?? null;
}

/** A sheet of a batch that was typed, and the answer that it became. */
export interface TypedSheet {
  readonly sheet: number;
  readonly responseId: string;
  readonly enteredBy: string | null;
  /** Null once the account is gone. */
  readonly enteredByName: string | null;
  /** The second keying: by whom, of which fields, which of them differed, and who resolved that; null without one. */
  readonly second: {
    readonly by: string;
    readonly byName: string;
    readonly compared: readonly string[];
    readonly differing: readonly string[];
    readonly resolvedByName: string | null;
  } | null;
}

/** The typed sheets of a batch in order. */
export async function listSheets(_staff: Staff, batchId: string): Promise<TypedSheet[]> {
  const rows = await database()
    .select({
      sheet: response.sheet,
      responseId: response.id,
      enteredBy: response.enteredBy,
      enteredByName: staffTable.name,
      second: {
        by: secondKeying.keyedBy,
        byName: secondKeying.keyedByName,
        compared: secondKeying.compared,
        differing: secondKeying.differing,
        resolvedByName: secondKeying.resolvedByName,
      },
    })
    .from(response)
    .leftJoin(secondKeying, eq(secondKeying.responseId, response.id))
    .leftJoin(staffTable, eq(staffTable.id, response.enteredBy))
    .where(eq(response.batchId, batchId))
    .orderBy(response.sheet);
  return rows.flatMap(({ sheet, ...row }) => (sheet === null ? [] : [{ sheet, ...row }]));
}

const typedInBatch: SQL<number> = sql<number>`(
  select count(*)::int from ${response} where ${response.batchId} = ${entryBatch.id})`;

const unkeyedInBatch: SQL<number> = sql<number>`case when ${entryBatch.keyedTwice} then (
  select count(*)::int from ${response} where ${response.batchId} = ${entryBatch.id} and ${isUnkeyed}) else 0 end`;

async function selectBatches(condition: SQL): Promise<EntryBatch[]> {
  const rows = await database()
    .select({
      id: entryBatch.id,
      editionSlug: edition.slug,
      name: entryBatch.name,
      channel: entryBatch.channel,
      receivedOn: entryBatch.receivedOn,
      expected: entryBatch.expected,
      typed: typedInBatch,
      unkeyed: unkeyedInBatch,
      keyedTwice: entryBatch.keyedTwice,
      begunByName: entryBatch.begunByName,
      finishedWith: entryBatch.finishedWith,
      finishedByName: entryBatch.finishedByName,
      finishReason: entryBatch.finishReason,
      revision: entryBatch.revision,
    })
    .from(entryBatch)
    .innerJoin(edition, eq(edition.id, entryBatch.editionId))
    .where(and(condition))
    .orderBy(sql`${entryBatch.finishedWith} is not null`, entryBatch.receivedOn, entryBatch.name);
  return rows.map(({ finishedWith, finishedByName, finishReason, ...row }) => ({
    ...row,
    finished:
      finishedWith === null || finishedByName === null
        ? null
        : { with: finishedWith, byName: finishedByName, reason: finishReason },
  }));
}
