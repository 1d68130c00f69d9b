import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import type { Edition } from "@/db/editions";
import { type ImportBatch, findImport, saveImportMapping, stageImport } from "@/db/import-batches";
import { checkNextRows } from "@/db/import-check";
import type { ImportMapping } from "@/lib/import/mapping";
import type { Staff } from "@/lib/staff";

/** A row of a made-up file: day, channel, score and text, as `A_MAPPING` reads them. */
export type FileRow = readonly [day: string, channel: string, overall: string, advice: string];

export const A_MAPPING: ImportMapping = {
  columns: { received_on: 0, channel: 1, overall: 2, advice: 3 },
  words: { "1": 1, "2": 2, "3": 3, "4": 4, "5": 5 },
  fixed: { channel: null, receivedOn: null, locale: "zh-CN" },
};

/** Stages a file of such rows, numbered from 2 as under a header, and returns it as it waits. */
export async function stagedFile(staff: Staff, to: Edition, rows: readonly FileRow[], now: Date): Promise<ImportBatch> {
  const columns = ["日期", "渠道", "总体", "意见"].map((name, place) => ({ place, name }));
  const hash = createHash("sha256").update(JSON.stringify(rows)).digest("hex");
  const table = { columns, rows: rows.map((cells, at) => ({ number: at + 2, cells })) };
  return theImport(staff, await stageImport(staff, to, { hash, table }, now));
}

/** The same, mapped and checked. */
export async function checkedFile(
  staff: Staff,
  to: Edition,
  rows: readonly FileRow[],
  now: Date,
  mapping = A_MAPPING,
): Promise<ImportBatch> {
  const saved = await saveImportMapping(staff, await stagedFile(staff, to, rows, now), mapping);
  if (!saved.ok) throw new Error(saved.error);
  for (;;) {
    const progress = await checkNextRows(staff, to, saved.value, now);
    if (!progress.ok) throw new Error(progress.error);
    if (progress.value.checked === progress.value.rows) return saved.value;
  }
}

/** The file of a key; throws when there is none. */
export async function theImport(staff: Staff, id: string): Promise<ImportBatch> {
  const found = await findImport(staff, id);
  if (!found) throw new Error(`no import ${id}`);
  return found;
}

/** A row of a made-up file, the usual where nothing is said. */
export const fileRow = (overall: string, advice = "", day = "2026-06-01", channel = "paper"): FileRow => [
  day,
  channel,
  overall,
  advice,
];

/** An edition's answers with their text, in a fixed order. */
export const storedIn = async (id: string) => [
  ...(await database().execute(sql`select r.*, (select content from verbatim where response_id = r.id) as text
    from response r where edition_id = ${id} order by received_on, text nulls first`)),
];

/** How many rows of a file still wait. */
export const rowsLeft = async (id: string) =>
  Number((await database().execute(sql`select count(*) from import_row where batch_id = ${id}`))[0]?.count);
