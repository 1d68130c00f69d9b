import { randomBytes } from "node:crypto";
import { and, count, eq, isNotNull, sql } from "drizzle-orm";
import type { Locale } from "@/lib/locale";
import type { Staff } from "@/lib/staff";
import { type EntryRefusal, entryRefusal } from "@/lib/survey/entry";
import { idempotencyHash } from "@/lib/survey/receipt-code";
import type { ResponseContent } from "@/lib/survey/response";
import { responseId } from "@/lib/survey/response-id";
import { recordAct } from "./audit";
import { type Transaction, database } from "./client";
import type { Edition } from "./editions";
import { asStorageError, isSealRefusal } from "./errors";
import { noteRepeated } from "./repeated-texts";
import { insertResponseRows } from "./response-rows";
import { findStoredByKey, limitPatience, sameAnswers } from "./responses";
import { entryBatch } from "./schema/entry-batch";
import { edition, response } from "./schema/survey";

/** Why a sheet of a batch was not kept: the batch is finished, or somebody typed the sheet of this number before. */
export type SheetRefusal = "batch-finished" | "sheet-taken";

/** What became of an entry; `changed`: its key had come before with other answers, and those first ones stand. */
export type EntryOutcome =
  { kind: "kept"; changed: boolean } | { kind: "refused"; reason: EntryRefusal | SheetRefusal };

/** On what day a paper came, in what language its form was, and which sheet of a batch it is, if of any. */
export interface Arrived {
  readonly receivedOn: string;
  readonly locale: Locale;
  readonly place?: { readonly batchId: string; readonly sheet: number } | undefined;
}

/**
 * Keeps an answer that an officer typed, with a log line, in one transaction; the same key makes one row, however often
 * it comes. It counts like any other, but is never weighed as a program's: a colleague has seen the paper.
 */
export async function insertEntry(
  staff: Staff,
  to: Edition,
  content: ResponseContent,
  { receivedOn, locale, place }: Arrived,
): Promise<EntryOutcome> {
  const key = content.idempotencyKey;
  const id = responseId(receivedOn, randomBytes(10));
  const row = { id, key, content, receivedOn, locale, likeness: null, enteredBy: staff.id, ...place };
  const keep = async (tx: Transaction): Promise<EntryOutcome> => {
    await limitPatience(tx);
    const reason = (await lockForEntry(tx, to.id)) ?? (place ? await lockForSheet(tx, place.batchId) : null);
    const kept = reason === null && (await insertResponseRows(tx, to, [row])).has(id);
    if (kept) {
      const after = {
        edition: to.slug,
        channel: content.channel,
        receivedOn,
        ...(place && { sheet: place.sheet }),
      };
      await recordAct(tx, staff, { act: "entry.added", subject: id, after });
      await noteRepeated(tx, [id]);
      return { kind: "kept", changed: false };
    }
    const earlier = await findStoredByKey(tx, idempotencyHash(to.slug, key));
    if (earlier) return { kind: "kept", changed: !sameAnswers(earlier, content) };
    return { kind: "refused", reason: reason ?? (place ? "sheet-taken" : "sealed") };
  };
  return asStorageError("keep an entry", () => database().transaction(keep)).catch((error: unknown) => {
    if (isSealRefusal(error)) return { kind: "refused", reason: "sealed" };
    throw error;
  });
}

/** Whether a batch takes sheets, under a lock that makes finishing it wait for this transaction. */
async function lockForSheet(tx: Transaction, batchId: string): Promise<SheetRefusal | null> {
  const [row] = await tx
    .select({ finishedWith: entryBatch.finishedWith })
    .from(entryBatch)
    .where(eq(entryBatch.id, batchId))
    .for("share");
  return row?.finishedWith === null ? null : "batch-finished";
}

/** How many answers of an edition were typed or imported, and how many of them by this person. */
export async function countEntries(staff: Staff, editionId: string): Promise<{ all: number; mine: number }> {
  const [row] = await database()
    .select({ all: count(), mine: sql<number>`count(*) filter (where ${response.enteredBy} = ${staff.id})::int` })
    .from(response)
    .where(and(eq(response.editionId, editionId), isNotNull(response.enteredBy)));
  return row ?? { all: 0, mine: 0 };
}

/** Why an edition takes no entries, or null; under a lock that makes sealing wait for this transaction. */
export async function lockForEntry(tx: Transaction, editionId: string): Promise<EntryRefusal | null> {
  const [row] = await tx.select({ state: edition.state }).from(edition).where(eq(edition.id, editionId)).for("share");
  return row ? entryRefusal(row) : "sealed";
}
