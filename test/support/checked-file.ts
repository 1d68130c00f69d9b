import Papa from "papaparse";
import { rowChecker } from "@/lib/import/check-rows";
import { importColumns } from "@/lib/import/columns";
import { type ImportMapping, ratingPlaces, suggestedColumns, suggestedWords, wordOf } from "@/lib/import/mapping";
import { withoutPrivate } from "@/lib/import/private-columns";
import { readTable } from "@/lib/import/read-file";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";

const TODAY = "2026-06-18";
/** The template's header. */
export const HEADER = importColumns(JINCHEN_2024, "zh-CN").map(({ field, title }) => `${field} | ${title}`);
/** Rows as a CSV of Excel's. */
export const csv = (rows: readonly (readonly string[])[]) =>
  new TextEncoder().encode(`\uFEFF${Papa.unparse(rows as string[][])}`);

/** A file as it would be staged. */
export async function tableOf(bytes: Uint8Array) {
  const read = await readTable(bytes);
  if (!read.ok) throw new Error(read.error);
  return withoutPrivate(read.value);
}

/** What the rows of a file come to under the suggested mapping. */
export async function checked(bytes: Uint8Array, fixed: Partial<ImportMapping["fixed"]> = {}) {
  const { columns: kept, rows } = await tableOf(bytes);
  const columns = suggestedColumns(
    JINCHEN_2024,
    kept.map(({ name }) => name),
  );
  const places = ratingPlaces(JINCHEN_2024, columns);
  const words = rows.flatMap(({ cells }) => places.map((place) => wordOf(cells[place] ?? "")));
  const mapping = {
    columns,
    words: suggestedWords(JINCHEN_2024, words),
    fixed: { channel: "paper", receivedOn: null, locale: "zh-CN", ...fixed },
  } as const;
  const check = rowChecker(JINCHEN_2024, mapping, TODAY);
  return rows.map(({ cells }) => check(cells));
}

/** A row of the template by field. */
export const row = (cells: Record<string, string>) =>
  importColumns(JINCHEN_2024, "zh-CN").map(({ field }) => ({ received_on: "2026-06-01", ...cells })[field] ?? "");
