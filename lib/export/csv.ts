import { stringify } from "csv-stringify/sync";
import type { Locale } from "../locale";
import { guarded } from "./formula-guard";
import { type Cell, type ExportedForm, type ResponseBatches, responseTable } from "./response-table";

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
  responses: ResponseBatches,
  locale: Locale,
): AsyncGenerator<string, void, undefined> {
  const { columns, row } = responseTable(form, locale);
  const table = async function* () {
    for await (const batch of responses) yield batch.map(row);
  };
  yield* chunksOf(
    columns.map(({ header }) => header),
    table(),
  );
}

/** Any table as such a CSV, a chunk for every 200 rows. */
export async function* csvOf(
  header: readonly string[],
  table: AsyncIterable<readonly Cell[]>,
): AsyncGenerator<string, void, undefined> {
  const oneByOne = async function* () {
    for await (const row of table) yield [row];
  };
  yield* chunksOf(header, oneByOne());
}

async function* chunksOf(header: readonly string[], table: AsyncIterable<readonly (readonly Cell[])[]>) {
  yield BYTE_ORDER_MARK + records([header]);
  let rows: (readonly Cell[])[] = [];
  for await (const some of table)
    for (const row of some) {
      rows.push(row);
      if (rows.length < ROWS_A_CHUNK) continue;
      yield records(rows);
      rows = [];
    }
  if (rows.length > 0) yield records(rows);
}

function records(rows: readonly (readonly Cell[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === "string" ? guarded(cell) : cell)));
  // Given a delimiter, csv-stringify leaves a lone line feed bare, and spreadsheets would end the record there.
  return stringify(cells, { record_delimiter: "\r\n", quote_record_delimiter: true });
}
