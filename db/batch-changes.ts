import { eq } from "drizzle-orm";
import type { AuditedAct } from "@/lib/audit";
import { type Result, fail, ok } from "@/lib/result";
import type { Staff } from "@/lib/staff";
import type { EntryRefusal } from "@/lib/survey/entry";
import { balanceOf } from "@/lib/survey/entry-batch";
import { recordAct } from "./audit";
import { type Transaction, database } from "./client";
import { lockForEntry } from "./entries";
import type { EntryBatch } from "./entry-batches";
import { entryBatch } from "./schema/entry-batch";
import { response } from "./schema/survey";

/**
 * Why a batch was left as it is: it is none, its edition takes no entries, somebody changed it meanwhile, it is finished
 * (or not), or its total does not match and no reason was given.
 */
export type BatchRefusal = EntryRefusal | "gone" | "changed-meanwhile" | "uneven";

/** The batch as the form saw it. */
export type SeenBatch = Pick<EntryBatch, "id" | "editionSlug" | "name" | "revision">;

/** Corrects how many sheets a batch has. */
export function correctExpected(staff: Staff, seen: SeenBatch, expected: number): Promise<Result<void, BatchRefusal>> {
  return changeBatch(staff, seen, (before) => {
    if (before.finishedWith !== null) return fail("changed-meanwhile");
    const [was, is] = [{ expected: before.expected }, { expected }];
    return ok({ set: is, act: { act: "entry.batch-changed", before: was, after: is } });
  });
}

/** Has the sheets of a batch keyed again by another person, or no more of them. Also once it is finished. */
export function setKeyedTwice(staff: Staff, seen: SeenBatch, keyedTwice: boolean): Promise<Result<void, BatchRefusal>> {
  return changeBatch(staff, seen, (before) => {
    const [was, is] = [{ keyedTwice: before.keyedTwice }, { keyedTwice }];
    return ok({ set: is, act: { act: "entry.batch-changed", before: was, after: is } });
  });
}

/**
 * Finishes a batch, which then takes no sheets. Where its total does not match, only for a `reason`, which is kept; where
 * it does, none is needed and none is kept.
 */
export function finishBatch(staff: Staff, seen: SeenBatch, reason: string | null): Promise<Result<void, BatchRefusal>> {
  return changeBatch(staff, seen, ({ finishedWith, expected, typed }) => {
    if (finishedWith !== null) return fail("changed-meanwhile");
    const matches = balanceOf({ expected, typed }).kind === "matches";
    if (!matches && reason === null) return fail("uneven");
    const finishReason = matches ? null : reason;
    return ok({
      set: { finishedWith: typed, finishReason, finishedByName: staff.name },
      act: { act: "entry.batch-closed", after: { expected, typed, ...(finishReason && { reason: finishReason }) } },
    });
  });
}

/** Lets a finished batch take sheets again. */
export function reopenBatch(staff: Staff, seen: SeenBatch): Promise<Result<void, BatchRefusal>> {
  return changeBatch(staff, seen, ({ finishedWith, expected }) => {
    if (finishedWith === null) return fail("changed-meanwhile");
    const set = { finishedWith: null, finishReason: null, finishedByName: null };
    return ok({ set, act: { act: "entry.batch-reopened", before: { expected, typed: finishedWith } } });
  });
}

type Stored = { finishedWith: number | null; expected: number; keyedTwice: boolean; typed: number };
type Change = (
  before: Stored,
) => Result<{ set: Partial<typeof entryBatch.$inferInsert>; act: AuditedAct }, BatchRefusal>;

/** Makes a change from the state that was seen, with its log line; no sheet is typed meanwhile. */
async function changeBatch(staff: Staff, seen: SeenBatch, change: Change): Promise<Result<void, BatchRefusal>> {
  return database().transaction(async (tx) => {
    const [found] = await tx
      .select({ editionId: entryBatch.editionId })
      .from(entryBatch)
      .where(eq(entryBatch.id, seen.id));
    if (!found) return fail("gone");
    // The edition first, as when an answer is kept: two orders of locking could wait for each other.
    const refusal = await lockForEntry(tx, found.editionId);
    if (refusal) return fail(refusal);
    const { revision, ...stored } = await lockBatch(tx, seen.id);
    if (revision !== seen.revision) return fail("changed-meanwhile");
    const changed = change(stored);
    if (!changed.ok) return changed;
    const { set, act } = changed.value;
    await tx
      .update(entryBatch)
      .set({ ...set, revision: revision + 1 })
      .where(eq(entryBatch.id, seen.id));
    await recordAct(tx, staff, { ...act, subject: `${seen.editionSlug}/${seen.name}` });
    return ok(undefined);
  });
}

async function lockBatch(tx: Transaction, id: string): Promise<Stored & { revision: number }> {
  const [row] = await tx
    .select({
      finishedWith: entryBatch.finishedWith,
      expected: entryBatch.expected,
      keyedTwice: entryBatch.keyedTwice,
      revision: entryBatch.revision,
    })
    .from(entryBatch)
    .where(eq(entryBatch.id, id))
    .for("update");
  if (!row) throw new Error("a batch is never deleted");
  // Counted once the lock is there: a sheet that was being typed is in it.
  return { ...row, typed: await tx.$count(response, eq(response.batchId, id)) };
}
