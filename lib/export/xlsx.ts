import { XLSX_MAX_ROWS_PER_SHEET, writeXlsx } from "hucre/xlsx";
import { type EditionCounts, resultsOf } from "../analysis/results";
import type { Locale } from "../locale";
import { translator } from "../messages/translator";
import { type CodebookEdition, codebookOf, codebookTable } from "./codebook";
import { distributionTable } from "./distribution-table";
import { type ResponseBatches, type ResponseTable, responseTable } from "./response-table";
import { PROSE, demoSheet, plainSheet } from "./plain-sheet";
import { type SheetCell, sheetRow } from "./sheet-xml";
import { type ZipEntry, unzipped, zipped } from "./zip";

/** The most responses that fit a workbook: Excel's rows without the header's. Beyond that there is the CSV. */
export const MOST_RESPONSES_IN_XLSX = XLSX_MAX_ROWS_PER_SHEET - 1;

/** More responses than a workbook takes; said before its first byte. */
export class TooManyResponses extends RangeError {}

const RESPONSES_PART = "xl/worksheets/sheet1.xml";
const CHUNK_CHARACTERS = 65_536;

/**
 * An edition as a workbook: the response table (texts always texts, real numbers, real dates shown as ISO), the
 * distribution from `counts`, the codebook. Streams: memory does not grow with the responses.
 * Throws TooManyResponses before the first byte on more than MOST_RESPONSES_IN_XLSX; a RangeError later when there are
 * not as many responses as `counts.received`, when one answered another instrument, when the sheet passes 4 GiB.
 */
export async function* responsesXlsx(
  edition: CodebookEdition,
  counts: EditionCounts,
  responses: ResponseBatches,
  locale: Locale,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (counts.received > MOST_RESPONSES_IN_XLSX)
    throw new TooManyResponses(`${counts.received} responses don't fit a sheet`);
  const table = responseTable(edition, locale);
  const frame = await frameOf(edition, counts, table, locale);
  yield* zipped(
    Array.from(frame, ([path, part]): ZipEntry => {
      if (path !== RESPONSES_PART) return { path, content: [part] };
      return { path, content: filled(new TextDecoder().decode(part), table, responses, counts.received) };
    }),
  );
}

/**
 * The parts of the workbook without its responses. hucre 1.0.0 streams one sheet only, can't style its header alone,
 * and leaves `_x000B_` as typed and U+FFFE unescaped: so hucre makes this small frame, and sheet-xml.ts the rows.
 */
async function frameOf(edition: CodebookEdition, counts: EditionCounts, table: ResponseTable, locale: Locale) {
  const t = translator(locale, "export");
  const results = resultsOf(edition.instrument, counts);
  const distribution = distributionTable(edition, results, locale);
  const codebook = codebookTable(codebookOf(edition, locale), locale);
  const responses = plainSheet(t("sheet.responses"), [table.columns.map(({ header }) => header)], widths(table));
  // A row that only shows which style hucre gives to dates; `filled` reads it and takes it out.
  const sample = table.columns.map(({ name }) => (name === "response.received_on" ? new Date(0) : null));
  const sheets = [
    { ...responses, rows: [...(responses.rows ?? []), sample], freezePane: { rows: 1, columns: 1 } },
    plainSheet(t("sheet.distribution"), distribution, [6, 24, 60, ...distribution[0].slice(3).map(() => 14)], PROSE),
    plainSheet(t("sheet.codebook"), codebook, [28, 48, 48, 20, 26, 36, 14, 60], PROSE),
  ];
  const bytes = await writeXlsx({
    sheets: edition.isDemo ? sheets.map((one) => demoSheet(one, locale)) : sheets,
    properties: { created: counts.asOf, modified: counts.asOf },
  });
  return unzipped(bytes);
}

function widths({ columns }: ResponseTable): number[] {
  const widthOf = { response: 18, score: 24, label: 24, text: 60, optional: 18 };
  return columns.map(({ name, source }) => (name === "response.id" ? 38 : widthOf[source.kind]));
}

/** The responses' worksheet with its rows, in chunks of some 64 kB. */
async function* filled(
  frame: string,
  { columns, row }: ResponseTable,
  responses: ResponseBatches,
  expected: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const dayStyle = /<c r="[A-Z]+2" s="([0-9]+)"/.exec(frame)?.[1];
  const [before, after] = frame
    .replace(/<dimension [^>]*>/, "")
    .replace(/<row r="2">.*?<\/row>/s, "")
    .split("</sheetData>");
  if (dayStyle === undefined || before === undefined || after === undefined)
    throw new Error("unknown worksheet layout");
  const days = columns.findIndex(({ name }) => name === "response.received_on");
  let chunk = before;
  let number = 1;
  for await (const batch of responses)
    for (const response of batch) {
      number += 1;
      const cells: SheetCell[] = row(response);
      cells[days] = { day: response.receivedOn, style: dayStyle };
      chunk += sheetRow(number, cells);
      if (chunk.length < CHUNK_CHARACTERS) continue;
      yield Buffer.from(chunk);
      chunk = "";
    }
  if (number - 1 !== expected) throw new RangeError(`${number - 1} responses were read and ${expected} counted`);
  yield Buffer.from(`${chunk}</sheetData>${after}`);
}
