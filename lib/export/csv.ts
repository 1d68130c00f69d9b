import type { Locale } from "../locale";
import { guarded } from "./formula-guard";
import { type Cell, type ExportedForm, type ResponseStream, responseTable, togetherIn } from "./response-table";

/** Excel takes a CSV for the system's old encoding (乱码) unless it begins with this. */
const BYTE_ORDER_MARK = "\uFEFF";

/** Rows a chunk: some 60 kB of usual answers, at most 3 MB when every text is of full length. */
const ROWS_A_CHUNK = 200;

/**
 * The response table as CSV for Excel and for scripts: a byte order mark, commas, CRLF after every record, quotes where
 * needed, texts and headers guarded against formulas (formula-guard.ts), scores as bare digits, nothing for a missing
 * answer. Reads responses only as fast as the chunks are taken. Throws on a response that answered another instrument.
 */
export async function* responsesCsv(
  form: ExportedForm,
  responses: ResponseStream,
  locale: Locale,
): AsyncGenerator<string, void, undefined> {
  const { columns, row } = responseTable(form, locale);
  yield BYTE_ORDER_MARK + record(columns.map(({ header }) => header));
  let chunk: string[] = [];
  for await (const some of responses)
    for (const response of togetherIn(some)) {
      chunk.push(record(row(response)));
      if (chunk.length < ROWS_A_CHUNK) continue;
      yield chunk.join("");
      chunk = [];
    }
  if (chunk.length > 0) yield chunk.join("");
}

/** Any table as such a CSV, a chunk for every 200 rows. */
export async function* csvOf(
  header: readonly string[],
  table: AsyncIterable<readonly Cell[]>,
): AsyncGenerator<string, void, undefined> {
  yield BYTE_ORDER_MARK + record(header);
  let chunk: string[] = [];
  for await (const row of table) {
    chunk.push(record(row));
    if (chunk.length < ROWS_A_CHUNK) continue;
    yield chunk.join("");
    chunk = [];
  }
  if (chunk.length > 0) yield chunk.join("");
}

function record(cells: readonly Cell[]): string {
  return `${cells.map(field).join()}\r\n`;
}

/** A cell as RFC 4180 has it; quotes around a lone line feed too, where spreadsheets would end the record. */
function field(cell: Cell): string {
  if (typeof cell !== "string") return String(cell ?? "");
  const text = guarded(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
