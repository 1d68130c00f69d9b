import * as fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { responsesCsv } from "@/lib/export/csv";
import { guarded, unguarded } from "@/lib/export/formula-guard";
import { type ExportedResponse, responseTable } from "@/lib/export/response-table";
import { LOCALES, type Locale } from "@/lib/locale";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { TOPICS } from "@/lib/survey/topic";
import { anExportedResponse, hostileText, idOf, someResponse, stream, whole } from "./export-samples";

const csvOf = async (responses: ExportedResponse[], locale: Locale = "zh-CN") =>
  (await whole(responsesCsv(JINCHEN_2024, stream(responses), locale))).toString("utf8");

/** Told, not guessed: a text of many semicolons would be taken for a table of them. */
const RFC_4180 = { delimiter: ",", newline: "\r\n" } as const;

const HEADERS = [
  "response.id | 答卷标识",
  "response.received_on | 提交日期",
  "response.language | 填写语言",
  "response.channel | 渠道",
  "response.status | 状态",
  "response.status_reason | 状态原因",
  "response.reading_seconds | 阅读用时（秒）",
  "response.flags | 标记",
  "impact | 请您评价本报告反映金辰股份对经济、社会、环境的重大影响程度",
  "impact.label | 请您评价本报告反映金辰股份对经济、社会、环境的重大影响程度（文字）",
  "responsiveness | 请您评价本报告对利益相关方关心问题进行的回应和披露",
  "responsiveness.label | 请您评价本报告对利益相关方关心问题进行的回应和披露（文字）",
  "disclosure_quality | 请您评价本报告披露信息、指标、数据的清晰度、准确性、完整性",
  "disclosure_quality.label | 请您评价本报告披露信息、指标、数据的清晰度、准确性、完整性（文字）",
  "readability | 请您评价本报告的可读性",
  "readability.label | 请您评价本报告的可读性（文字）",
  "overall | 请您对《金辰股份2024年可持续发展报告》报告进行综合性评价",
  "overall.label | 请您对《金辰股份2024年可持续发展报告》报告进行综合性评价（文字）",
  "advice | 您对金辰股份ESG工作有哪些建议?",
  "valuable_information | 您认为本报告为您提供了哪些有价值的ESG信息？",
  "missing_information | 您认为报告还需要增加披露哪些ESG信息？",
  "stakeholder_group | 您属于以下哪类利益相关方？（选填）",
  "stakeholder_group.label | 您属于以下哪类利益相关方？（选填）（文字）",
  "topics.count | 您最关注哪些议题？最多选5项（选填）：选了几项",
  "topics.label | 您最关注哪些议题？最多选5项（选填）（文字）",
  ...TOPICS.map(({ slug, name }) => `topics.${slug} | 关注议题：${name["zh-CN"]}`),
  "quote | 是否同意公司在报告中匿名引用您的意见？（选填）",
  "quote.label | 是否同意公司在报告中匿名引用您的意见？（选填）（文字）",
];

test("a CSV is a byte order mark, one header, then a record a response: codes as digits, a blank rating empty and 未作答", async () => {
  const csv = await csvOf([
    anExportedResponse({
      verbatims: { advice: '=1+1, "加"', missing_information: "一\n二" },
      stakeholderGroup: "academia",
      topics: ["community-rel", "climate"],
      quoteConsent: false,
      readingSeconds: 7,
      flags: ["too-fast", "straight-line"],
    }),
    anExportedResponse({
      id: idOf(2),
      locale: "en",
      channel: null,
      status: "excluded",
      statusReason: "测试",
      ratings: [null, 4, null, 2, null],
    }),
  ]);
  expect(csv).toBe(
    `\uFEFF${HEADERS.join(",")}\r\n` +
      `${idOf(1)},2025-05-06,zh-CN,pdf,valid,,7,too-fast;straight-line,5,很好,4,较好,3,一般,2,较差,1,很差,"'=1+1, ""加""",,"一\n二",` +
      `academia,高校/科研机构,2,应对气候变化；社区关系,1${",0".repeat(23)},1,no,不同意\r\n` +
      `${idOf(2)},2025-05-06,en,,excluded,测试,,,,未作答,4,较好,,未作答,2,较差,,未作答,,,,,未作答,,未作答${",".repeat(25)},,未作答\r\n`,
  );
});

test("an edition without responses is a CSV of one header", async () => {
  expect(await csvOf([])).toBe(`\uFEFF${HEADERS.join(",")}\r\n`);
});

test("read back by another library and unguarded, a CSV holds what went in, to the character", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(someResponse, { maxLength: 5 }),
      fc.constantFrom(...LOCALES),
      async (responses, locale) => {
        const table = responseTable(JINCHEN_2024, locale);
        const sent = [table.columns.map(({ header }) => header), ...responses.map((response) => table.row(response))];
        const { data } = Papa.parse<string[]>(await csvOf(responses, locale), RFC_4180);
        expect(data.slice(0, -1).map((row) => row.map(unguarded))).toEqual(
          sent.map((row) => row.map((cell) => String(cell ?? ""))),
        );
        expect(data.at(-1)).toEqual([""]);
      },
    ),
  );
}, 60_000);

test("no cell and no header begins with what a spreadsheet might run", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someResponse, { maxLength: 5 }), async (responses) => {
      const { data } = Papa.parse<string[]>(await csvOf(responses), RFC_4180);
      expect(data.flat().filter((cell) => /^[\s\p{Z}\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(cell))).toEqual([]);
    }),
  );
}, 60_000);

test("the guard is one apostrophe, and taking one away gives every text back", () => {
  fc.assert(fc.property(hostileText, (text) => unguarded(guarded(text)) === text));
  const risky = [
    "=1+1",
    "+1",
    "-1",
    "@a",
    "\ta",
    "\ra",
    "\na",
    "＝1",
    "＋1",
    "－1",
    "＠a",
    " =1",
    "\u3000-1",
    "\u200B@a",
    "\uFEFF=1",
    "\x01=1",
    "'a",
    "''",
  ];
  expect(risky.map(guarded)).toEqual(risky.map((text) => `'${text}`));
  const harmless = ["建议", "1=1", " 建议", "a-b", "", "\u200B建议", "“=1”", "#N/A", "_=1"];
  expect(harmless.map(guarded)).toEqual(harmless);
});

test("a column's name is unique, and the same in every language", () => {
  const names = LOCALES.map((locale) => responseTable(JINCHEN_2024, locale).columns.map(({ name }) => name));
  expect(names[1]).toEqual(names[0]);
  expect(new Set(names[0]).size).toBe(names[0]?.length);
  expect(names[0]).toEqual(HEADERS.map((header) => header.split(" | ")[0]));
});

test("the optional questions that an edition does not ask have no columns, and an answer to one is refused", async () => {
  const asking = async (asks: typeof JINCHEN_2024.asks, response = anExportedResponse()) =>
    (await whole(responsesCsv({ ...JINCHEN_2024, asks }, stream([response]), "zh-CN"))).toString("utf8");
  expect((await asking([])).split("\r\n")[0]).toBe(`\uFEFF${HEADERS.slice(0, 21).join(",")}`);
  expect((await asking(["quote", "contact"])).split("\r\n")[0]).toBe(
    `\uFEFF${[...HEADERS.slice(0, 21), ...HEADERS.slice(-2)].join(",")}`,
  );
  for (const answer of [
    { topics: ["water" as const] },
    { stakeholderGroup: "other" as const },
    { quoteConsent: false },
  ])
    await expect(asking(["contact"], anExportedResponse(answer))).rejects.toThrow(/does not answer/);
});

test("a response to another instrument is refused, since its answers would shift or go", async () => {
  await expect(csvOf([anExportedResponse({ ratings: [5, 4, 3, 2] })])).rejects.toThrow(/does not answer/);
  await expect(csvOf([anExportedResponse({ verbatims: { unheard_of: "…" } })])).rejects.toThrow(/does not answer/);
});

test("responses are read only as fast as the CSV is", async () => {
  let read = 0;
  const endless = async function* () {
    for (;;) yield [anExportedResponse({ id: idOf((read += 1)) })];
  };
  const chunks = responsesCsv(JINCHEN_2024, endless(), "zh-CN");
  await chunks.next();
  expect(read).toBe(0);
  await chunks.next();
  expect(read).toBe(200);
  await chunks.return();
  expect(read).toBe(200);
});
