import * as fc from "fast-check";
import { zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { readTable } from "@/lib/import/read-file";
import { templateGuide, templateHeader, templateXlsx } from "@/lib/import/template";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { HEADER, checked, csv, row } from "@/test/support/checked-file";

/** A packed file that holds so many megabytes of a text, again and again. */
const bombOf = (name: string, text: string, megabytes: number) =>
  zipSync({ [name]: Buffer.alloc(megabytes * 1024 * 1024, text) }, { level: 1 });

const LONG_ROW = `<row>${"a".repeat(31 * 1024 * 1024)}</row><row>`;

describe("a file", () => {
  test("says the same as XLSX, as CSV in UTF-8 and as a Chinese Excel saves it", async () => {
    const rows = [HEADER, row({ overall: "很好", advice: "水耗，“数据”" })];
    // 很好 in GBK; the rest is ASCII.
    const gbk = Buffer.concat([
      Buffer.from("overall,advice,received_on\r\n"),
      Buffer.from([0xba, 0xdc, 0xba, 0xc3]),
      Buffer.from(",x,2026-06-01\r\n"),
    ]);
    expect((await checked(gbk))[0]).toMatchObject({
      ok: true,
      value: { content: { ratings: [null, null, null, null, 5] } },
    });
    const xlsx = await writeXlsx({ sheets: [{ name: "1", rows }] });
    expect(await checked(xlsx)).toEqual(await checked(csv(rows)));
  });

  test("comes back from the template to the character", async () => {
    const text = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
      .filter((s) => s.trim() === s && !/[\r\0]/.test(s) && s.isWellFormed());
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
        const rows = texts.map((advice) => row({ overall: "3", advice: `甲${advice}` }));
        const read = await checked(csv([HEADER, ...rows]));
        expect(read.map((one) => one.ok && one.value.content.verbatims.advice)).toEqual(
          texts.map((advice) => `甲${advice}`),
        );
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ["an old workbook", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), "old-xls"],
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0xff), "not-readable"],
    ["nothing", new Uint8Array(0), "not-a-table"],
    ["a header alone", csv([["a", "b"]]), "no-rows"],
    ["cut at a comma in a text", Buffer.from("overall,advice\n5,水耗,能耗\n"), "beyond-header"],
    ["a quotation without an end", Buffer.from('advice,overall\n"水耗,5\n能耗,4\n'), "odd-quotes"],
    ["two stray quotations, far apart", Buffer.from(`advice,overall\n"${"水,5\n".repeat(300_000)}",4\n`), "odd-quotes"],
    ["a workbook of too long texts", bombOf("xl/sharedStrings.xml", "a", 31), "too-large"],
    ["a workbook of too many texts", bombOf("xl/sharedStrings.xml", "<si><t>a</t></si>", 5), "too-large"],
    ["a sheet of too long a row", bombOf("xl/worksheets/sheet1.xml", "a", 31), "too-large"],
    ["a sheet of a short row after too long a one", bombOf("xl/worksheets/sheet1.xml", LONG_ROW, 32), "too-large"],
    ["too long a sheet", bombOf("xl/worksheets/sheet1.xml", `<row>${"a".repeat(1000)}</row>`, 151), "too-large"],
  ])("that is %s is refused", async (_, bytes, error) => {
    expect(await readTable(bytes)).toEqual({ ok: false, error });
  });
});

describe("the template", () => {
  test("has a column for everything that an import knows, and says what goes into each", async () => {
    const header = templateHeader(JINCHEN_2024, "zh-CN");
    expect(header).toEqual(HEADER);
    expect(templateGuide(JINCHEN_2024, "zh-CN").every(({ title, guide }) => title !== "" && guide !== "")).toBe(true);
    // Nothing in it would be taken for an answer.
    expect(await readTable(await templateXlsx(JINCHEN_2024, "en"))).toEqual({ ok: false, error: "no-rows" });
  });
});
