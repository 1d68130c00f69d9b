import * as fc from "fast-check";
import Papa from "papaparse";
import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import { resultsOf } from "@/lib/analysis/results";
import { codebookOf, codebookTable } from "@/lib/export/codebook";
import { responsesCsv } from "@/lib/export/csv";
import { distributionTable } from "@/lib/export/distribution-table";
import { unguarded } from "@/lib/export/formula-guard";
import { type Cell, type ExportedResponse, responseTable } from "@/lib/export/response-table";
import { MOST_RESPONSES_IN_XLSX, responsesXlsx } from "@/lib/export/xlsx";
import { unzipped } from "@/lib/export/zip";
import { LOCALES, type Locale } from "@/lib/locale";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { HARD_TEXTS } from "../support/hard-texts";
import { anExportedResponse, countsOf, idOf, someResponse, stream, whole } from "./export-samples";

const xlsxOf = (responses: ExportedResponse[], locale: Locale = "zh-CN") =>
  whole(responsesXlsx(JINCHEN_2024, countsOf(responses), stream(responses), locale));

/** The sheets as an independent reader sees them: days as `YYYY-MM-DD`, the empty ends of rows cut off. */
async function sheetsOf(workbook: Buffer): Promise<{ name: string; rows: Cell[][] }[]> {
  const sheets = await readWorkbook(workbook, { trim: false });
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => cut(row.map(isoDay))) }));
}

const RFC_4180 = { delimiter: ",", newline: "\r\n" } as const;
const isoDay = (cell: unknown): Cell => (cell instanceof Date ? cell.toISOString().slice(0, 10) : (cell as Cell));
const cut = (row: readonly Cell[]) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1);
const sent = (responses: readonly ExportedResponse[], locale: Locale) => {
  const table = responseTable(JINCHEN_2024, locale);
  return [table.columns.map(({ header }) => header), ...responses.map((response) => table.row(response))].map(cut);
};

test("read back by another library, the sheet of responses holds what went in, to the character and the number", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(someResponse, { maxLength: 5 }),
      fc.constantFrom(...LOCALES),
      async (responses, locale) => {
        const [sheet] = await sheetsOf(await xlsxOf(responses, locale));
        expect(sheet?.rows).toEqual(sent(responses, locale));
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);

test.each([
  ...HARD_TEXTS,
  "\x0B",
  "a\r\nb\rc",
  "_x000B_",
  "_x005F_x000B_",
  "_x0041\x0B",
  "__\x0B_",
  "\uFFFE",
  " ",
  "\n",
  "#N/A",
])("a cell of %j is that text", async (text) => {
  const responses = [anExportedResponse({ verbatims: { advice: text } })];
  expect((await sheetsOf(await xlsxOf(responses)))[0]?.rows).toEqual(sent(responses, "zh-CN"));
});

test("CSV and XLSX hold the same table", async () => {
  const responses = HARD_TEXTS.map((advice, n) => anExportedResponse({ id: idOf(n), verbatims: { advice } }));
  const csv = await whole(responsesCsv(JINCHEN_2024, stream(responses), "en"));
  const { data } = Papa.parse<string[]>(csv.toString("utf8"), { ...RFC_4180, skipEmptyLines: true });
  const [sheet] = await sheetsOf(await xlsxOf(responses, "en"));
  const asText = (row: readonly Cell[]) => data[0]?.map((_, place) => String(row[place] ?? ""));
  expect(sheet?.rows.map(asText)).toEqual(data.map((row) => row.map(unguarded)));
});

test.each(LOCALES)("the second sheet is the distribution, the third the codebook (%s)", async (locale) => {
  const responses = Array.from({ length: 11 }, (_, n) =>
    anExportedResponse({ id: idOf(n), ratings: [5, 4, null, 2, 1] }),
  );
  const results = resultsOf(JINCHEN_2024.instrument, countsOf(responses));
  const [, distribution, codebook] = await sheetsOf(await xlsxOf(responses, locale));
  expect(distribution?.rows).toEqual(distributionTable(JINCHEN_2024, results, locale).map(cut));
  expect(codebook?.rows).toEqual(codebookTable(codebookOf(JINCHEN_2024, locale), locale));
});

test.each([
  ["zh-CN" as const, ["答卷", "评价分布", "编码手册"]],
  ["en" as const, ["Responses", "Distribution", "Codebook"]],
])("sheets are named in the language of the export (%s)", async (locale, names) => {
  expect((await sheetsOf(await xlsxOf([], locale))).map(({ name }) => name)).toEqual(names);
  expect(names.every((name) => name.length <= 31)).toBe(true);
});

test("an edition without responses is a workbook of one header, zeros and the codebook", async () => {
  const [responses, distribution] = await sheetsOf(await xlsxOf([]));
  expect(responses?.rows).toEqual(sent([], "zh-CN"));
  expect(distribution?.rows[1]?.slice(3)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, null, 0]);
});

test("the header is frozen, columns have widths, scores are numbers and days are dates", async () => {
  const part = unzipped(await xlsxOf([anExportedResponse()])).get("xl/worksheets/sheet1.xml");
  const sheet = new TextDecoder().decode(part);
  expect(sheet).toContain('<pane xSplit="1" ySplit="1" topLeftCell="B2" state="frozen" activePane="bottomRight"/>');
  expect(sheet?.match(/customWidth="true"/g)).toHaveLength(52);
  expect(sheet).toMatch(/<c r="B2" s="[0-9]+"><v>45783<\/v><\/c>/);
  expect(sheet).toContain('<c r="I2"><v>5</v></c>');
});

test("the same responses give the same bytes", async () => {
  expect(await xlsxOf([anExportedResponse()])).toEqual(await xlsxOf([anExportedResponse()]));
});

test("more responses than a sheet has rows are refused before the first byte", async () => {
  const counts = { ...countsOf([]), received: MOST_RESPONSES_IN_XLSX + 1 };
  const chunks = responsesXlsx(JINCHEN_2024, counts, stream([]), "zh-CN");
  await expect(chunks.next()).rejects.toThrow(RangeError);
});

test("a workbook that would lack a counted response is not finished", async () => {
  const chunks = responsesXlsx(JINCHEN_2024, { ...countsOf([]), received: 2 }, stream([anExportedResponse()]), "zh-CN");
  await expect(whole(chunks)).rejects.toThrow("1 responses were read and 2 counted");
});

test("responses are read only as fast as the workbook is, and no more once it is given up", async () => {
  const source = { read: 0, isClosed: false };
  const many = async function* () {
    try {
      for (;;) yield [anExportedResponse({ id: idOf((source.read += 1)), verbatims: { advice: "字".repeat(2000) } })];
    } finally {
      source.isClosed = true;
    }
  };
  const chunks = responsesXlsx(JINCHEN_2024, { ...countsOf([]), received: 100_000 }, many(), "zh-CN");
  while (source.read === 0) await chunks.next();
  const first = source.read;
  expect(first).toBeLessThan(50);
  await chunks.next();
  expect(source.read).toBeLessThanOrEqual(2 * first);
  await chunks.return();
  expect(source.isClosed).toBe(true);
});
