import * as fc from "fast-check";
import { writeXlsx } from "hucre/xlsx";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { rowChecker } from "@/lib/import/check-rows";
import { importColumns } from "@/lib/import/columns";
import { type ImportMapping, ratingWords, suggestedColumns, suggestedScore } from "@/lib/import/mapping";
import { withoutPrivate } from "@/lib/import/private-columns";
import { readTable } from "@/lib/import/read-file";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";

const TODAY = "2026-06-18";
const HEADER = importColumns(JINCHEN_2024, "zh-CN").map(({ field, title }) => `${field} | ${title}`);
const csv = (rows: readonly (readonly string[])[]) =>
  new TextEncoder().encode(`\uFEFF${Papa.unparse(rows as string[][])}`);

async function tableOf(bytes: Uint8Array) {
  const read = await readTable(bytes);
  if (!read.ok) throw new Error(read.error);
  return withoutPrivate(read.value);
}

async function checked(bytes: Uint8Array, fixed: Partial<ImportMapping["fixed"]> = {}) {
  const table = await tableOf(bytes);
  const columns = suggestedColumns(JINCHEN_2024, table.header);
  const words = ratingWords(JINCHEN_2024, { columns }, table.rows).flatMap((word) => {
    const score = suggestedScore(JINCHEN_2024, word);
    return score === null ? [] : [[word, score] as const];
  });
  const mapping = {
    columns,
    words: Object.fromEntries(words),
    fixed: { channel: "paper", receivedOn: null, locale: "zh-CN", ...fixed },
  } as const;
  const check = rowChecker(JINCHEN_2024, mapping, TODAY);
  return table.rows.map((row) => check(row));
}

/** A row of the template by field. */
const row = (cells: Record<string, string>) =>
  importColumns(JINCHEN_2024, "zh-CN").map(({ field }) => ({ received_on: "2026-06-01", ...cells })[field] ?? "");

describe("a row of the template", () => {
  test("is read by the rules of a reader's answer, with words or figures", async () => {
    const cells = {
      number: "1",
      received_on: "2026/6/1 10:33:01",
      channel: "电话",
      impact: "很好",
      overall: "4",
      advice: "𠮷野家：“很好”，\n第二行🌞",
      stakeholder_group: "供应商",
      topics: "应对气候变化；员工",
      quote: "同意",
    };
    const [first] = await checked(csv([HEADER, row(cells)]));
    expect(first).toMatchObject({
      ok: true,
      value: {
        receivedOn: "2026-06-01",
        content: {
          channel: "phone",
          ratings: [5, null, null, null, 4],
          verbatims: { advice: cells.advice },
          stakeholderGroup: "supplier",
          topics: ["climate", "employees"],
          quoteConsent: true,
        },
      },
    });
  });

  test("with bad cells names exactly those", async () => {
    const rows = Array.from({ length: 50 }, () => row({ overall: "很好" }));
    rows[6] = row({ overall: "挺好", advice: "字".repeat(2001) });
    rows[20] = row({ received_on: "2027-01-01", overall: "5" });
    rows[40] = row({});
    const problems = (await checked(csv([HEADER, ...rows]))).flatMap((one) => (one.ok ? [] : one.error));
    const place = (field: string) => importColumns(JINCHEN_2024, "zh-CN").findIndex((column) => column.field === field);
    expect(problems).toEqual([
      { row: 8, place: place("overall"), field: "overall", error: { code: "not-a-rating" } },
      { row: 8, place: place("advice"), field: "advice", error: { code: "too-long", excess: 1, max: 2000 } },
      { row: 22, place: place("received_on"), field: "received_on", error: { code: "in-future" } },
      { row: 42, place: null, field: "", error: { code: "empty" } },
    ]);
  });

  test("has the same key whenever it comes again, and equal rows have keys of their own", async () => {
    const file = csv([HEADER, row({ overall: "5" }), row({ overall: "5" }), row({ overall: "4" })]);
    const keys = async () => (await checked(file)).map((one) => (one.ok ? one.value.key : ""));
    expect(await keys()).toEqual(await keys());
    expect(new Set(await keys()).size).toBe(3);
  });
});

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
  ])("that is %s is refused", async (_, bytes, error) => {
    expect(await readTable(bytes)).toEqual({ ok: false, error });
  });
});

describe("an export of 问卷星", () => {
  const header = [
    "序号",
    "提交答卷时间",
    "所用时间",
    "来源",
    "来源详情",
    "来自IP",
    ...JINCHEN_2024.instrument.sections
      .flatMap(({ items }) => items)
      .map(({ text }, place) => `${place + 1}、${text["zh-CN"]}`),
  ];
  const line = [
    "1",
    "2026/6/1 10:33:01",
    "92秒",
    "微信",
    "http://x",
    "1.2.3.4(辽宁-营口)",
    "很好",
    "较好",
    "一般",
    "(跳过)",
    "很差",
    "建议",
    "",
    "",
  ];

  test("is mapped by its headers, and keeps neither time nor address", async () => {
    const table = await tableOf(csv([header, line]));
    expect(JSON.stringify(table)).not.toMatch(/10:33|1\.2\.3\.4|92秒|http/);
    const [first] = await checked(csv([header, line]), { channel: "wechat" });
    expect(first).toMatchObject({
      ok: true,
      value: {
        receivedOn: "2026-06-01",
        content: { channel: "wechat", ratings: [5, 4, 3, null, 1], verbatims: { advice: "建议" } },
      },
    });
  });
});
