import { expect, test } from "vitest";
import { type EditionCounts, resultsOf } from "@/lib/analysis/results";
import { codebookOf, codebookTable } from "@/lib/export/codebook";
import { distributionTable } from "@/lib/export/distribution-table";
import { HEADER_SEPARATOR, responseTable } from "@/lib/export/response-table";
import { LOCALES } from "@/lib/locale";
import en from "@/lib/messages/en/export.json";
import zh from "@/lib/messages/zh-CN/export.json";
import { BUILT_IN_CHANNELS } from "@/lib/survey/channel";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { STAKEHOLDER_GROUPS } from "@/lib/survey/stakeholder-group";
import { QUALITY_FLAGS } from "@/lib/survey/quality-flag";
import { RESPONSE_STATUSES } from "@/lib/survey/response-status";

test.each(LOCALES)("the codebook lists exactly the columns of the response table, with their titles (%s)", (locale) => {
  const { columns } = responseTable(JINCHEN_2024, locale);
  const explained = codebookOf(JINCHEN_2024, locale).columns;
  expect(explained.map(({ name, title }) => `${name}${HEADER_SEPARATOR}${title[locale]}`)).toEqual(
    columns.map(({ header }) => header),
  );
});

test("every value that a coded column can have is in the codebook with its words in both languages", () => {
  const codes = (name: string) =>
    codebookOf(JINCHEN_2024, "zh-CN").columns.find((column) => column.name === name)?.codes;
  expect(codes("overall")).toEqual([
    { code: "5", label: { "zh-CN": "很好", en: "Very good" } },
    { code: "4", label: { "zh-CN": "较好", en: "Good" } },
    { code: "3", label: { "zh-CN": "一般", en: "Fair" } },
    { code: "2", label: { "zh-CN": "较差", en: "Poor" } },
    { code: "1", label: { "zh-CN": "很差", en: "Very poor" } },
  ]);
  expect(codes("response.status")?.map(({ code }) => code)).toEqual([...RESPONSE_STATUSES]);
  expect(codes("response.channel")?.map(({ code }) => code)).toEqual(BUILT_IN_CHANNELS.map(({ code }) => code));
  expect(codes("response.flags")?.map(({ code }) => code)).toEqual([...QUALITY_FLAGS]);
  expect(codes("response.language")?.map(({ code }) => code)).toEqual([...LOCALES]);
});

test("the codebook explains every optional column, and says that contacts are not exported", () => {
  const { columns, facts } = codebookOf(JINCHEN_2024, "zh-CN");
  const entry = (name: string) => columns.find((column) => column.name === name);
  expect(entry("stakeholder_group")?.codes.map(({ code }) => code)).toEqual([...STAKEHOLDER_GROUPS]);
  expect(entry("quote")?.codes).toEqual([
    { code: "yes", label: { "zh-CN": "同意", en: "Yes" } },
    { code: "no", label: { "zh-CN": "不同意", en: "No" } },
  ]);
  expect(entry("topics.water")).toEqual({
    name: "topics.water",
    title: { "zh-CN": "关注议题：水资源利用", en: "Topic: Water use" },
    type: "整数，0 或 1",
    codes: [
      { code: "1", label: { "zh-CN": "选了", en: "Chosen" } },
      { code: "0", label: { "zh-CN": "未选", en: "Not chosen" } },
    ],
    missing: "空单元格",
    note: expect.stringContaining("10 是2024年度重要性排序"),
  });
  expect(columns.filter(({ name }) => name.includes("contact"))).toEqual([]);
  expect(facts.at(-1)?.value).toContain("不随答卷导出");
  expect(codebookOf({ ...JINCHEN_2024, asks: [] }, "en").facts.at(-1)?.name).toBe("CSV in Excel");
});

test("the codebook tells the edition, how headers are read and how a guarded CSV cell is", () => {
  const rows = codebookTable(codebookOf(JINCHEN_2024, "en"), "en");
  expect(rows[0]).toEqual([
    "Column",
    "Question (Chinese)",
    "Question (English)",
    "Type",
    "Codes (Chinese)",
    "Codes (English)",
    "Missing",
    "Note",
  ]);
  const facts = rows.slice(rows.findIndex((row) => row.length === 0) + 1);
  expect(facts.slice(0, 4)).toEqual([
    ["Report", "金辰股份2024年可持续发展报告 / Jinchen 2024 Sustainability Report"],
    ["Annual round", "2024"],
    ["Reporting period", "2024-01-01 to 2024-12-31"],
    ["Form", "意见反馈表 / Feedback form"],
  ]);
  expect(facts[4]?.[1]).toContain("“ | ”");
  expect(facts[5]?.[1]).toContain("where a cell begins with ', take one away");
});

const counts: EditionCounts = {
  asOf: new Date("2025-12-31T16:05:00Z"),
  received: 13,
  patterns: [
    { ratings: [5, 5, 4, 3, null], count: 9 },
    { ratings: [4, 1, null, 3, null], count: 2 },
  ],
  verbatims: { advice: 4 },
  quarantined: {},
};

test("the distribution is the results item by item, percentages only where they have them, as of the edition's clock", () => {
  const results = resultsOf(JINCHEN_2024.instrument, counts);
  const rows = distributionTable(JINCHEN_2024, results, "zh-CN");
  expect(rows.map((row) => row.filter((_, place) => place !== 2))).toEqual([
    [
      "题号",
      "列名",
      "很好（5）",
      "较好（4）",
      "一般（3）",
      "较差（2）",
      "很差（1）",
      "作答数 n",
      "未作答",
      "好评（很好+较好）",
      "好评率（%）",
      "差评（较差+很差）",
      "差评率（%）",
    ],
    [1, "impact", 9, 2, 0, 0, 0, 11, 0, 11, 100, 0, 0],
    [2, "responsiveness", 9, 0, 0, 0, 2, 11, 0, 9, 82, 2, 18],
    [3, "disclosure_quality", 0, 9, 0, 0, 0, 9, 2, 9, null, 0, null],
    [4, "readability", 0, 0, 11, 0, 0, 11, 0, 0, 0, 0, 0],
    [5, "overall", 0, 0, 0, 0, 0, 0, 11, 0, null, 0, null],
    [6, "advice", null, null, null, null, null, 4, 7],
    [7, "valuable_information", null, null, null, null, null, 0, 11],
    [8, "missing_information", null, null, null, null, null, 0, 11],
    [],
    [null, "状态"],
    [null, "数据截至"],
    [null, "收到答卷"],
    [null, "有效答卷"],
    [null, "说明"],
    [null, "口径"],
    [null, null],
  ]);
  expect(rows.slice(10).map((row) => row[2])).toEqual([
    "草稿：本轮次尚未冻结，数字可能变化。",
    "2026-01-01 00:05 (Asia/Shanghai)",
    13,
    11,
    "分布只统计有效答卷，比率以该题作答数为分母，作答数不足 10 时不列比率。",
    "结果来自自愿填写者，不代表全体利益相关方。",
    "样本较小，仅供参考。",
  ]);
});

test("the distribution of a sealed round is no draft, and that of many answers no small sample", () => {
  const many = { ...counts, patterns: [{ ratings: [5, 5, 4, 3, null], count: 30 }] } satisfies EditionCounts;
  const results = resultsOf(JINCHEN_2024.instrument, many);
  const words = distributionTable({ ...JINCHEN_2024, state: "sealed" }, results, "zh-CN")
    .flat()
    .join();
  expect(words).toContain("已冻结");
  expect(words).not.toMatch(/草稿|样本较小/);
});

test("both catalogues have the same keys", () => {
  const keys = (value: object): string[] =>
    Object.entries(value).flatMap(([key, text]) =>
      typeof text === "object" ? keys(text).map((rest) => `${key}.${rest}`) : [key],
    );
  expect(keys(en)).toEqual(keys(zh));
});

test("a codebook says that the seal was broken, by whom and why", () => {
  const unsealings = [{ at: new Date("2026-03-01T17:00:00Z"), staffName: "赵𠮷", reason: "=剔除有误" }];
  const facts = codebookOf({ ...JINCHEN_2024, unsealings }, "zh-CN").facts;
  const mark = { name: "解除冻结", value: "2026年3月2日由赵𠮷解除冻结。理由：=剔除有误" };
  expect(facts).toContainEqual(mark);
});
