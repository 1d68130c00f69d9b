import { execFile } from "node:child_process";
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { responsesCsv } from "@/lib/export/csv";
import { responseTable } from "@/lib/export/response-table";
import { responsesXlsx } from "@/lib/export/xlsx";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { HARD_TEXTS } from "../support/hard-texts";
import { anExportedResponse, countsOf, idOf, stream, whole } from "./export-samples";

const run = promisify(execFile);
const soffice = (process.env["PATH"] ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "soffice"))
  .find(isExecutable);

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What LibreOffice shows on the first sheet of a file, as it writes it to CSV. */
async function asLibreOfficeSees(name: string, content: Buffer): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), "export-"));
  try {
    writeFileSync(join(folder, name), content);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false";
    const csvInput = name.endsWith(".csv") ? ["--infilter=CSV:44,34,76,1"] : [];
    await run(soffice ?? "", [
      profile,
      "--headless",
      ...csvInput,
      "--convert-to",
      csv,
      "--outdir",
      join(folder, "out"),
      join(folder, name),
    ]);
    const text = readFileSync(join(folder, "out", name.replace(/\..*$/, ".csv")), "utf8");
    return Papa.parse<string[]>(text, { delimiter: ",", newline: "\n", skipEmptyLines: true }).data;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const responses = HARD_TEXTS.map((advice, n) => anExportedResponse({ id: idOf(n), verbatims: { advice } }));

test.skipIf(!soffice)(
  "LibreOffice shows an XLSX to the character (skipped where there is no soffice)",
  async () => {
    const workbook = await whole(responsesXlsx(JINCHEN_2024, countsOf(responses), stream(responses), "zh-CN"));
    const table = responseTable(JINCHEN_2024, "zh-CN");
    const sent = [table.columns.map(({ header }) => header), ...responses.map((response) => table.row(response))];
    expect(await asLibreOfficeSees("responses.xlsx", workbook)).toEqual(
      sent.map((row) => row.map((cell) => String(cell ?? ""))),
    );
  },
  60_000,
);

test.skipIf(!soffice)(
  "LibreOffice runs nothing of a CSV (skipped where there is no soffice)",
  async () => {
    const csv = await whole(responsesCsv(JINCHEN_2024, stream(responses), "zh-CN"));
    const { data } = Papa.parse<string[]>(csv.toString("utf8"), {
      delimiter: ",",
      newline: "\r\n",
      skipEmptyLines: true,
    });
    expect(await asLibreOfficeSees("responses.csv", csv)).toEqual(data);
  },
  60_000,
);
