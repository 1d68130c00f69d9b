import { randomUUID } from "node:crypto";
import { and, desc, eq, inArray, isNotNull, isNull, lt, ne, sql } from "drizzle-orm";
import { z } from "zod";
import type { ImportMapping } from "@/lib/import/mapping";
import type { KeptTable } from "@/lib/import/private-columns";
import { type Result, fail, ok } from "@/lib/result";
import type { Staff } from "@/lib/staff";
import { recordAct } from "./audit";
import { type Transaction, database } from "./client";
import type { Edition } from "./editions";
import { importBatch, importRow } from "./schema/import";
import { edition } from "./schema/survey";

/** A file of answers that waits to be accepted, or what became of it. */
export type ImportBatch = typeof importBatch.$inferSelect;

/** Rows a statement: as many as `insertResponseRows` takes, and a step of the progress that a person sees. */
export const ROWS_AT_ONCE = 500;

/**
 * What waits holds answers, of which readers were told how long they are kept: a week is enough to ask a colleague
 * about a bad row, and a file forgotten here is no archive.
 */
const KEPT_DAYS = 7;

/** Keeps the rows of a file for an edition until somebody accepts or discards them, and returns the batch's key. */
export async function stageImport(
  staff: Staff,
  to: Pick<Edition, "id" | "slug" | "instrumentVersion">,
  file: { readonly hash: string; readonly table: KeptTable },
  now: Date,
): Promise<string> {
  const id = randomUUID();
  const { columns, rows } = file.table;
  await database().transaction(async (tx) => {
    await tx.insert(importBatch).values({
      id,
      editionId: to.id,
      instrumentVersion: to.instrumentVersion,
      fileHash: file.hash,
      columns,
      rows: rows.length,
      uploadedAt: now,
      uploadedBy: staff.name,
    });
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      const part = rows.slice(at, at + ROWS_AT_ONCE);
      await tx.insert(importRow).values(part.map(({ number, cells }) => ({ batchId: id, number, cells })));
    }
    const after = factsOf({ rows: rows.length, fileHash: file.hash });
    await recordAct(tx, staff, { act: "import.uploaded", subject: to.slug, after });
  });
  return id;
}

/** The newest files of an edition, waiting or accepted; at most 20. */
export async function listImports(_staff: Staff, editionId: string): Promise<ImportBatch[]> {
  return database()
    .select()
    .from(importBatch)
    .where(eq(importBatch.editionId, editionId))
    .orderBy(desc(importBatch.uploadedAt))
    .limit(20);
}

/** The file of a key, or null when there is none (any more). */
export async function findImport(_staff: Staff, id: string): Promise<ImportBatch | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const [found] = await database().select().from(importBatch).where(eq(importBatch.id, id));
  return found ?? null;
}

/** When the very same file was accepted for the edition before, and by whom; null when it was not. */
export async function findSameFile(
  _staff: Staff,
  { editionId, fileHash }: ImportBatch,
  tx: Pick<Transaction, "select"> = database(),
): Promise<ImportBatch | null> {
  const isSame = and(eq(importBatch.editionId, editionId), eq(importBatch.fileHash, fileHash));
  const [found] = await tx
    .select()
    .from(importBatch)
    .where(and(isSame, sql`${importBatch.acceptedAt} is not null`))
    .orderBy(desc(importBatch.acceptedAt))
    .limit(1);
  return found ?? null;
}

/** The other editions that the very same file was accepted for, by slug, the newest first. */
export async function listOtherEditions(_staff: Staff, { editionId, fileHash }: ImportBatch): Promise<string[]> {
  const isElsewhere = and(ne(importBatch.editionId, editionId), eq(importBatch.fileHash, fileHash));
  const rows = await database()
    .selectDistinct({ slug: edition.slug })
    .from(importBatch)
    .innerJoin(edition, eq(edition.id, importBatch.editionId))
    .where(and(isElsewhere, isNotNull(importBatch.acceptedAt)))
    .orderBy(desc(edition.slug));
  return rows.map(({ slug }) => slug);
}

/**
 * Says how a file is read, if nobody did since the person saw it (`revision`), and forgets what an earlier check found.
 * Returns the batch as it is now; `gone` when it was discarded or accepted meanwhile.
 */
export async function saveImportMapping(
  _staff: Staff,
  { id, revision }: { id: string; revision: number },
  mapping: ImportMapping,
): Promise<Result<ImportBatch, "gone" | "changed-meanwhile">> {
  return database().transaction(async (tx) => {
    const batch = await lockImport(tx, id, "update");
    if (!batch || batch.acceptedAt) return fail("gone");
    if (batch.revision !== revision) return fail("changed-meanwhile");
    const changed = { mapping, revision: revision + 1 };
    await tx.update(importBatch).set(changed).where(eq(importBatch.id, id));
    await tx
      .update(importRow)
      .set({ answer: null, said: null, problems: null })
      .where(and(eq(importRow.batchId, id), sql`(${importRow.said} is not null or ${importRow.problems} is not null)`));
    return ok({ ...batch, ...changed });
  });
}

/** Forgets a file that waits, with a log line; `gone` when somebody did before, or accepted it. */
export async function discardImport(
  staff: Staff,
  of: Pick<Edition, "slug">,
  id: string,
): Promise<Result<void, "gone">> {
  return database().transaction(async (tx) => {
    const batch = await lockImport(tx, id, "update");
    if (!batch || batch.acceptedAt) return fail("gone");
    await deleteBatches(tx, [id]);
    await recordAct(tx, staff, { act: "import.discarded", subject: of.slug, after: factsOf(batch) });
    return ok(undefined);
  });
}

/** Forgets files that nobody accepted for a week, each with a log line; hourly, and before the pages of imports. */
export async function forgetOldImports(now: Date): Promise<void> {
  const day = new Date(now.getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000);
  await database().transaction(async (tx) => {
    const old = await tx
      .select({ id: importBatch.id, rows: importBatch.rows, fileHash: importBatch.fileHash, slug: edition.slug })
      .from(importBatch)
      .innerJoin(edition, eq(edition.id, importBatch.editionId))
      .where(and(isNull(importBatch.acceptedAt), lt(importBatch.uploadedAt, day)))
      .for("update", { of: importBatch, skipLocked: true });
    if (old.length === 0) return;
    await deleteBatches(
      tx,
      old.map(({ id }) => id),
    );
    for (const batch of old)
      await recordAct(tx, null, { act: "import.expired", subject: batch.slug, after: factsOf(batch) });
  });
}

/** A batch, locked until the transaction ends: `share` against changes of its mapping, `update` against everybody. */
export async function lockImport(tx: Transaction, id: string, lock: "share" | "update"): Promise<ImportBatch | null> {
  const [found] = await tx.select().from(importBatch).where(eq(importBatch.id, id)).for(lock);
  return found ?? null;
}

/** What the log says of a file: how many rows, and which one, for whoever has it. */
export function factsOf({ rows, fileHash }: Pick<ImportBatch, "rows" | "fileHash">) {
  return { count: rows, file: fileHash };
}

async function deleteBatches(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.delete(importRow).where(inArray(importRow.batchId, [...ids]));
  await tx.delete(importBatch).where(inArray(importBatch.id, [...ids]));
}
