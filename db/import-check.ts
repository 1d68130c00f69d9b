import { and, asc, eq, gt, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { type RowProblem, importKey, rowChecker } from "@/lib/import/check-rows";
import { type Result, fail, ok } from "@/lib/result";
import type { Staff } from "@/lib/staff";
import { dayIn } from "@/lib/survey/edition";
import { idempotencyHash } from "@/lib/survey/receipt-code";
import { type Transaction, database } from "./client";
import type { Edition } from "./editions";
import { type ImportBatch, ROWS_AT_ONCE, lockImport } from "./import-batches";
import { importRow } from "./schema/import";
import { response } from "./schema/survey";

/** How far a check is. */
export interface CheckProgress {
  readonly checked: number;
  readonly rows: number;
}

/** A bad row: its cells as they stand there, and what is wrong with them. */
export interface BadRow {
  readonly number: number;
  readonly cells: readonly string[];
  readonly problems: readonly RowProblem[];
}

/** What a check found. `already`: good rows that are among the edition's answers from an earlier import. */
export interface CheckSummary extends CheckProgress {
  readonly good: number;
  readonly already: number;
  readonly bad: number;
  /** How many cells are bad; a row may have several. */
  readonly problems: number;
}

const isUnchecked = and(isNull(importRow.said), isNull(importRow.problems));

/**
 * Checks the next 500 rows of a file by its mapping, each request some, so that none is long. `to` is the edition with
 * the form that the batch names. Fails when the mapping was changed meanwhile, or the batch is gone.
 */
export async function checkNextRows(
  _staff: Staff,
  to: Edition,
  { id, revision }: Pick<ImportBatch, "id" | "revision">,
  now: Date,
): Promise<Result<CheckProgress, "gone" | "changed-meanwhile">> {
  return database().transaction(async (tx) => {
    const batch = await lockImport(tx, id, "share");
    if (!batch?.mapping || batch.acceptedAt) return fail("gone");
    if (batch.revision !== revision) return fail("changed-meanwhile");
    const rows = await tx
      .select({ number: importRow.number, cells: importRow.cells })
      .from(importRow)
      .where(and(eq(importRow.batchId, id), isUnchecked))
      .orderBy(asc(importRow.number))
      .limit(ROWS_AT_ONCE)
      .for("update");
    const check = rowChecker(to, batch.mapping, dayIn(to.timeZone, now));
    await keepFindings(
      tx,
      id,
      rows.map(({ number, cells }) => ({ number, found: check(cells) })),
    );
    return ok(await progressOf(tx, batch));
  });
}

type Finding = { readonly number: number; readonly found: ReturnType<ReturnType<typeof rowChecker>> };

/** All in one statement: 500 of them for each step would be most of the time that a person waits. */
async function keepFindings(tx: Transaction, batchId: string, findings: readonly Finding[]): Promise<void> {
  if (findings.length === 0) return;
  const found = findings.map(({ number, found: row }) => {
    if (!row.ok) return { number, problems: row.error };
    const { said, ...answer } = row.value;
    return { number, said, answer };
  });
  await tx.execute(sql`
    update ${importRow} set said = f.said, answer = f.answer, problems = f.problems
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
      as f (number int, said text, answer jsonb, problems jsonb)
    where batch_id = ${batchId} and ${importRow.number} = f.number`);
}

async function progressOf(tx: Pick<Transaction, "select">, { id, rows }: ImportBatch): Promise<CheckProgress> {
  const [row] = await tx
    .select({ left: sql<number>`count(*)::int` })
    .from(importRow)
    .where(and(eq(importRow.batchId, id), isUnchecked));
  return { checked: rows - (row?.left ?? 0), rows };
}

/** What the check of a file found so far. */
export async function summariseImport(
  _staff: Staff,
  of: Pick<Edition, "slug">,
  batch: ImportBatch,
): Promise<CheckSummary> {
  return database().transaction(
    async (tx) => {
      const [bad] = await tx
        .select({
          rows: sql<number>`count(*)::int`,
          cells: sql<number>`coalesce(sum(jsonb_array_length(${importRow.problems})), 0)::int`,
        })
        .from(importRow)
        .where(and(eq(importRow.batchId, batch.id), isNotNull(importRow.problems)));
      const keys = (await keysOf(tx, batch.id)).map(({ key }) => key);
      const already = await countAlready(tx, of, keys);
      const counts = { good: keys.length, already, bad: bad?.rows ?? 0, problems: bad?.cells ?? 0 };
      return { ...counts, ...(await progressOf(tx, batch)) };
    },
    { accessMode: "read only", isolationLevel: "repeatable read" },
  );
}

/** How many of these keys are those of an edition's answers. */
export async function countAlready(
  tx: Pick<Transaction, "$count">,
  of: Pick<Edition, "slug">,
  keys: readonly string[],
): Promise<number> {
  const hashes = keys.map((key) => idempotencyHash(of.slug, key));
  let already = 0;
  for (let at = 0; at < hashes.length; at += ROWS_AT_ONCE)
    already += await tx.$count(response, inArray(response.idempotencyHash, hashes.slice(at, at + ROWS_AT_ONCE)));
  return already;
}

/** The key of each good row of a file, in the file's order. */
export async function keysOf(
  tx: Pick<Transaction, "select">,
  batchId: string,
): Promise<{ number: number; key: string }[]> {
  const rows = await tx
    .select({ number: importRow.number, said: importRow.said })
    .from(importRow)
    .where(and(eq(importRow.batchId, batchId), isNotNull(importRow.said)))
    .orderBy(asc(importRow.number));
  const seen = new Map<string, number>();
  return rows.map(({ number, said }) => {
    const before = seen.get(said ?? "") ?? 0;
    seen.set(said ?? "", before + 1);
    return { number, key: importKey(said ?? "", before) };
  });
}

/** The bad rows of a file after a row's number, in its order, at most `limit`. */
export async function listBadRows(_staff: Staff, batchId: string, after: number, limit: number): Promise<BadRow[]> {
  const rows = await database()
    .select({ number: importRow.number, cells: importRow.cells, problems: importRow.problems })
    .from(importRow)
    .where(and(eq(importRow.batchId, batchId), isNotNull(importRow.problems), gt(importRow.number, after)))
    .orderBy(asc(importRow.number))
    .limit(limit);
  return rows.map(({ problems, ...row }) => ({ ...row, problems: problems ?? [] }));
}
