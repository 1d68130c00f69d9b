import { streamCsvRows } from "hucre/csv";
import { streamXlsxRows } from "hucre/xlsx";
import { type Result, fail, ok } from "../result";
import { isBomb } from "./bomb";

/** A file as rows of texts, the header apart; `numbers` are the rows' numbers as a spreadsheet shows them. */
export interface ReadTable {
  readonly header: readonly string[];
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
}

/** Why a file could not be read as a table. */
export const FILE_ERRORS = [
  "too-large",
  "old-xls",
  "not-a-table",
  "not-readable",
  "too-many-rows",
  "too-wide",
  "no-rows",
  "beyond-header",
  "odd-quotes",
] as const;
export type FileError = (typeof FILE_ERRORS)[number];

/** 10,000 answers with three texts each make some 6 MB; a file of 12 MB is no survey's. */
export const LARGEST_FILE = 12 * 1024 * 1024;
/** In signs; a workbook's cell has 32,767 at most. The reader of CSV takes 32 bytes for each sign of a cell. */
const LONGEST_CELL = 1_000_000;
/** Twice what is promised; beyond that a page of errors would take seconds to compute. */
const MOST_ROWS = 20_000;
/** In signs, of all cells together: in a workbook one long text can stand in every cell for a few bytes. */
const LARGEST_TEXT = 30_000_000;
/** 问卷星 writes a column for every option of a multiple choice. */
const MOST_COLUMNS = 200;

/**
 * Reads XLSX (its first sheet) or CSV, in UTF-8 or as a Chinese Excel saves it (GBK). Blank rows are left out. What
 * could be read only by losing some of it is refused: cells that no name stands above, and a quotation without an end.
 */
export async function readTable(bytes: Uint8Array): Promise<Result<ReadTable, FileError>> {
  if (bytes.length > LARGEST_FILE) return fail("too-large");
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return fail("old-xls");
  const rows: { number: number; cells: string[] }[] = [];
  let signs = 0;
  try {
    for await (const row of startsWith(bytes, [0x50, 0x4b, 3, 4]) ? xlsxRows(bytes) : csvRows(bytes)) {
      if (row.cells.length > MOST_COLUMNS) return fail("too-wide");
      if (row.cells.every((cell) => cell.trim() === "")) continue;
      signs += row.cells.reduce((sum, cell) => sum + cell.length, 0);
      if (signs > LARGEST_TEXT) return fail("too-large");
      rows.push(row);
      if (rows.length > MOST_ROWS + 1) return fail("too-many-rows");
    }
  } catch (error) {
    return fail(error instanceof Refused ? error.reason : "not-readable");
  }
  const [head, ...body] = rows;
  if (!head || head.cells.filter((cell) => cell.trim() !== "").length < 2) return fail("not-a-table");
  const header = head.cells.map((cell) => cell.trim());
  const width = header.findLastIndex((name) => name !== "") + 1;
  const isBeyond = ({ cells }: { cells: string[] }) => cells.slice(width).some((cell) => cell.trim() !== "");
  if (body.some(isBeyond)) return fail("beyond-header");
  return body.length === 0 ? fail("no-rows") : ok({ header, rows: body });
}

class Refused extends Error {
  constructor(readonly reason: FileError) {
    super(reason);
  }
}

async function* xlsxRows(bytes: Uint8Array) {
  if (isBomb(bytes)) throw new Refused("too-large");
  for await (const { index, values } of streamXlsxRows(bytes)) {
    yield { number: index + 1, cells: Array.from(values, asText) };
  }
}

function* csvRows(bytes: Uint8Array) {
  const text = decode(bytes);
  if (text.includes("\0")) throw new Error("not a text");
  // Within a cell a quotation mark is written twice: a stray one opens a cell that swallows the rows below it.
  const delimiter = delimiterOf(text);
  if (text.split('"').length % 2 === 0 || hasGiantCell(text, delimiter)) throw new Refused("odd-quotes");
  // Row by row: the reader joins a cell sign by sign, which takes 32 bytes each until the cell is used.
  let number = 0;
  for (const cells of streamCsvRows(text, { delimiter })) {
    number += 1;
    yield { number, cells: Array.from(cells, asText) };
  }
}

/** Whether a cell goes on for longer than any is, which is what two stray quotation marks make of the rows between them. */
function hasGiantCell(text: string, delimiter: string): boolean {
  let [start, quoted] = [0, false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted && sign === '"' && text[at + 1] === '"') at += 1;
    else if (sign === '"' && (quoted || at === start)) quoted = !quoted;
    else if (!quoted && (sign === delimiter || sign === "\n" || sign === "\r")) start = at + 1;
    if (at - start > LONGEST_CELL) return true;
  }
  return false;
}

/** What stands between the names of the columns: never the bar, which stands within the template's. */
function delimiterOf(text: string): string {
  const [head = ""] = text.split("\n", 1);
  const often = (sign: string) => head.split(sign).length;
  return [";", "\t"].reduce((best, sign) => (often(sign) > often(best) ? sign : best), ",");
}

/** A cell as a person reads it; a date as its day, since nothing finer is kept. What no text may hold becomes �. */
function asText(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" ? value.toWellFormed().replaceAll("\0", "\uFFFD") : "";
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030", { fatal: true }).decode(bytes);
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, place) => bytes[place] === byte);
}
