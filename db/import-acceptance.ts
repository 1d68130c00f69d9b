import { randomBytes } from "node:crypto";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import { type Result, fail, ok } from "@/lib/result";
import type { Staff } from "@/lib/staff";
import type { EntryRefusal } from "@/lib/survey/entry";
import { responseId } from "@/lib/survey/response-id";
import { recordAct } from "./audit";
import { type Transaction, database } from "./client";
import type { Edition } from "./editions";
import { lockForEntry } from "./entries";
import { asStorageError, isSealRefusal } from "./errors";
import { type ImportBatch, ROWS_AT_ONCE, factsOf, findSameFile } from "./import-batches";
import { countAlready, keysOf } from "./import-check";
import { markRepeated } from "./repeated-texts";
import { insertResponseRows } from "./response-rows";
import { limitPatience } from "./responses";
import { importBatch, importRow } from "./schema/import";

/**
 * Why a file's answers were not taken in: `under-way` while a colleague's press is at it, `not-good` by bad rows,
 * `same-file` when the very same file was taken in before and would now bring other answers.
 */
export type AcceptanceRefusal =
  EntryRefusal | "gone" | "accepted" | "under-way" | "changed-meanwhile" | "not-good" | "channel-gone" | "same-file";

/** How many answers a file brought, and how many of its rows were there before. */
export interface Accepted {
  readonly added: number;
  readonly already: number;
}

/**
 * Takes every answer of a file into its edition, or none, with a log line, in one transaction; its rows are forgotten
 * then. `to` is the edition with the form that the batch names, `revision` the mapping that the person saw, `isAgain` that
 * the person knows the same file was there before. What is imported is never weighed as a program's: a colleague has seen
 * the file.
 */
export async function acceptImport(
  staff: Staff,
  to: Edition,
  { id, revision, isAgain = false }: Pick<ImportBatch, "id" | "revision"> & { readonly isAgain?: boolean },
  now: Date,
): Promise<Result<Accepted, AcceptanceRefusal>> {
  const accept = async (tx: Transaction): Promise<Result<Accepted, AcceptanceRefusal>> => {
    await limitPatience(tx);
    const [batch] = await tx
      .select()
      .from(importBatch)
      .where(eq(importBatch.id, id))
      .for("update", { skipLocked: true });
    if (!batch) return fail((await tx.$count(importBatch, eq(importBatch.id, id))) > 0 ? "under-way" : "gone");
    if (batch.acceptedAt) return fail("accepted");
    if (batch.revision !== revision) return fail("changed-meanwhile");
    const reason = await lockForEntry(tx, to.id);
    if (reason) return fail(reason);
    const keys = new Map((await keysOf(tx, id)).map(({ number, key }) => [number, key]));
    if (keys.size !== batch.rows) return fail("not-good");
    if (!isAgain && (await isRepetition(tx, staff, to, batch, [...keys.values()]))) return fail("same-file");
    const added = await insertAll(tx, staff, to, id, keys);
    if (added === null) return fail("channel-gone");
    await tx.delete(importRow).where(eq(importRow.batchId, id));
    const facts = { acceptedAt: now, acceptedBy: staff.name, added };
    await tx.update(importBatch).set(facts).where(eq(importBatch.id, id));
    const after = { ...factsOf(batch), added };
    await recordAct(tx, staff, { act: "import.accepted", subject: to.slug, after });
    return ok({ added, already: batch.rows - added });
  };
  return asStorageError("accept an import", () => database().transaction(accept)).catch((error: unknown) => {
    if (isSealRefusal(error)) return fail("sealed");
    throw error;
  });
}

/** Whether the very same file was accepted before and this one would still add answers, read by another mapping. */
async function isRepetition(
  tx: Transaction,
  staff: Staff,
  to: Pick<Edition, "slug">,
  batch: ImportBatch,
  keys: readonly string[],
): Promise<boolean> {
  // A colleague who is just accepting the same file, uploaded twice, is waited for.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`import ${batch.fileHash}`}))`);
  return (await findSameFile(staff, batch, tx)) !== null && (await countAlready(tx, to, keys)) < keys.length;
}

/** Inserts the answers of a batch, 500 at once, and returns how many were new; null when a channel is no more. */
async function insertAll(
  tx: Transaction,
  staff: Staff,
  to: Edition,
  batchId: string,
  keys: ReadonlyMap<number, string>,
): Promise<number | null> {
  const codes = new Set<string | null>(to.channels.map(({ code }) => code));
  let [after, added] = [0, 0];
  for (;;) {
    const rows = await tx
      .select({ number: importRow.number, answer: importRow.answer })
      .from(importRow)
      .where(and(eq(importRow.batchId, batchId), gt(importRow.number, after)))
      .orderBy(asc(importRow.number))
      .limit(ROWS_AT_ONCE);
    if (rows.length === 0) return added;
    const answers = rows.flatMap(({ number, answer }) => {
      const key = keys.get(number);
      if (!answer || !key) return [];
      const made = { id: responseId(answer.receivedOn, randomBytes(10)), key, likeness: null, enteredBy: staff.id };
      return [{ ...answer, ...made, receipt: "none" as const }];
    });
    if (answers.some(({ content }) => !codes.has(content.channel))) return null;
    const kept = await insertResponseRows(tx, to, answers);
    if (kept.size > 0) await markRepeated(tx, [...kept]);
    added += kept.size;
    after = rows.at(-1)?.number ?? after;
  }
}
