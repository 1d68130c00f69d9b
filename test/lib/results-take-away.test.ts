import readWorkbook from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { arrivalsOf } from "@/lib/analysis/arrivals";
import { compareYears } from "@/lib/analysis/comparison";
import { crosstabOfCells } from "@/lib/analysis/crosstab";
import { tallyOf } from "@/lib/analysis/crosstab-tally";
import { doubtsOf } from "@/lib/analysis/doubts";
import { batchWords } from "@/lib/batch-words";
import { cautionWords } from "@/lib/caution-words";
import { ratingChart } from "@/lib/charts/rating-chart";
import { resultsWorkbook } from "@/lib/export/results-workbook";
import { unzipped } from "@/lib/export/zip";
import { alike } from "@/test/support/a-year";

import { instrument, lastYear, results, shownOf, thisYear } from "@/test/support/shown-year";

test("the workbook of results holds the page's figures as numbers, last year's beside, and that it is a draft", async () => {
  const shown = shownOf(thisYear);
  const sheets = await readWorkbook(Buffer.from(await resultsWorkbook(shown)), { trim: false });
  const [figures, notes] = [sheets[0], sheets.at(-1)];
  const [head = [], ...rows] = figures?.data ?? [];
  const cell = (row: number, name: string) => rows[row]?.[head.indexOf(name)];
  shown.results.ratings.forEach((rating, row) => {
    expect(cell(row, "题目")).toBe(rating.text["zh-CN"]);
    expect(cell(row, "很好")).toBe(rating.counts[5]);
    expect(cell(row, "很好（%）")).toBe(rating.shares?.[5] ?? null);
    expect(cell(row, "作答数 n")).toBe(rating.base);
    expect(cell(row, "未作答")).toBe(rating.missing);
    expect(cell(row, "好评率（%）")).toBe(rating.topTwoShare);
    expect(cell(row, "中位数")).toBe(rating.median);
    expect(cell(row, "上年作答数 n")).toBe(30);
    expect(cell(row, "变化（百分点）")).toBe(shown.comparison.items[row]?.change?.points);
  });
  expect(notes?.data.flat().join()).toContain("不足半个百分点的一律写“基本持平”。");
  expect(notes?.data.flat()).toContain("草稿：本轮次尚未冻结，数字可能变化。");
});

test("the workbook of results says who responded in both years, where the page does", async () => {
  const groups = (employees: number) => [
    { value: "employee", n: employees, ratings: [] },
    { value: null, n: 10, ratings: [] },
  ];
  const now = { form: { slug: "2025", instrument }, results: results(thisYear), groups: groups(30) };
  const before = { form: { slug: "2024", instrument }, results: results(lastYear), groups: groups(10) };
  const shown = { ...shownOf(thisYear), comparison: compareYears(now, before) };
  const sheets = await readWorkbook(Buffer.from(await resultsWorkbook(shown)));
  expect(sheets.find(({ sheet }) => sheet === "受访者构成")?.data).toEqual([
    ["类别", "2025", "2025（%）", "2024", "2024（%）"],
    ["员工", 30, 75, 10, 50],
    ["未注明", 10, 25, 10, 50],
  ]);
});

describe("the workbook of results for analysts", () => {
  const setAside = [{ status: "on_hold", reason: "AD", ratings: [1, 1, 1, 1, 1], count: 30 }] as const;
  const flagged = [
    { flags: ["too-fast"], tally: tallyOf([{ ratings: [5, 4, 3, null, 5], count: 6 }], 5) },
    { flags: ["too-fast", "straight-line"], tally: tallyOf([{ ratings: [4, 2, 1, 5, 4], count: 1 }], 5) },
  ] as const;
  const shown = shownOf(thisYear);
  const doubts = doubtsOf({ ...shown, groups: [], setAside, flagged });
  const crowded = [{ day: "2025-06-18", group: "employee", count: 12, all: 20 }] as const;
  const sheetsOf = async (more: object) => readWorkbook(Buffer.from(await resultsWorkbook({ ...shown, ...more })));

  test("counts what is set aside and what is flagged, names crowded days, and has each headline on each basis", async () => {
    const sheets = await sheetsOf({ doubts, crowded });
    const notes = sheets.find(({ sheet }) => sheet === "口径")?.data;
    for (const row of [
      ["待复核 · 广告", 30],
      ["计入结果、有标记", 7],
      ["标记：阅读过快", 7],
      ["标记：各题同分", 1],
      ["同一天收到：2025-06-18，员工（该类别共 20 份）", 12],
    ])
      expect(notes).toContainEqual(row);
    const basis = sheets.find(({ sheet }) => sheet === "数据质量")?.data;
    expect(basis?.slice(0, 4).map((row) => row.filter((_, place) => place !== 1))).toEqual([
      ["题号", "口径", "好评（很好+较好）", "作答数 n", "好评率（%）", "类别数", "相当于份数", "结论会变"],
      [1, "计入结果", 35, 35, 100, null, null, "是"],
      [1, "加入存疑答卷", 35, 65, 54, null, null, "是"],
      [1, "除去有标记的", 28, 28, 100, null, null, "是"],
    ]);
  });

  test("says of groups that weigh the same how many they are and how many responses they are worth", async () => {
    const groups = [
      { value: "employee", n: 30, ratings: shown.results.ratings },
      { value: "investor", n: 5, ratings: shown.results.ratings },
    ];
    const alikeDoubts = doubtsOf({ ...shown, groups, setAside: [], flagged: [] });
    const basis = (await sheetsOf({ doubts: alikeDoubts })).find(({ sheet }) => sheet === "数据质量")?.data;
    expect(basis?.[2]?.slice(2)).toEqual(["各类别等权", null, 70, 100, 2, 70, "否"]);
  });

  test("has when answers came and by which channel, every week and channel of them", async () => {
    const weeks = [
      { from: "2025-06-16", channel: "wechat", count: 3 },
      { from: "2025-06-30", channel: null, count: 4 },
    ];
    const sheets = await sheetsOf({ arrivals: arrivalsOf({ weeks, months: [] }) });
    expect(sheets.find(({ sheet }) => sheet === "时间与渠道")?.data).toEqual([
      ["周一", "未注明渠道", "微信"],
      ["2025-06-16", 0, 3],
      ["2025-06-23", 0, 0],
      ["2025-06-30", 4, 0],
    ]);
  });

  test("has none of it without: viewers' figures are none to subtract from", async () => {
    const sheets = await sheetsOf({});
    const names = sheets.map(({ sheet }) => sheet);
    for (const name of ["数据质量", "时间与渠道", "受访者构成", "各类别两年"]) expect(names).not.toContain(name);
    expect(JSON.stringify(sheets)).not.toMatch(/标记|待复核/);
  });
});

test("the workbook of results has a sheet of each breakdown, a line for each row and item, the rest last", async () => {
  const rated = thisYear.map((one, at) => ({ value: at === 0 ? "employee" : null, ...one }));
  const whole = tallyOf(thisYear, 5);
  const cells = [{ value: "employee", tally: tallyOf(rated.slice(0, 1), 5) }];
  const crosstab = crosstabOfCells("group", cells, whole);
  const shown = { ...shownOf(thisYear), crosstabs: crosstab ? [crosstab] : [], k: 5 };
  const sheets = await readWorkbook(Buffer.from(await resultsWorkbook(shown)), { trim: false });
  const sheet = sheets.find((one) => one.sheet === "按类别")?.data ?? [];
  expect(sheet).toHaveLength(1 + 2 * 5);
  expect(sheet[0]?.slice(0, 2)).toEqual(["利益相关方类别", "份数"]);
  expect(sheet[1]).toEqual(["员工", 24, 1, expect.any(String), 24, 0, 0, 0, 0, 24, 0, 24, 100, 0]);
  expect(sheet[6]).toEqual(["其他、未注明及未单列", 11, 1, expect.any(String), 0, 11, 0, 0, 0, 11, 0, 11, 100, 0]);
  expect(sheets.at(-1)?.data.flat().join()).toContain("不少于 5 份");
});

test.each([
  [9, "本年度有效反馈 9 份，样本较小，仅作定性参考。不足 10 份时只列份数，不计算比例，不作检验。"],
  [10, "样本较小，仅供参考。"],
  [29, "样本较小，仅供参考。"],
  [30, ""],
])("what is taken away of %d answers cautions as the page does, last year or none", async (n, words) => {
  expect(cautionWords(n, false, "zh-CN")).toBe(words);
  const shown = { ...shownOf([alike(4, n)]), comparison: null };
  const sheets = await readWorkbook(Buffer.from(await resultsWorkbook(shown)), { trim: false });
  const notes = sheets.at(-1)?.data.flat().join("\n") ?? "";
  // A long note is broken into lines of the chart.
  const chart = ratingChart(shown).replaceAll(/<\/text><text[^>]*>/g, "");
  for (const text of [notes, chart]) {
    expect(text).toContain(words);
    expect(text.includes("样本较小")).toBe(words !== "");
  }
  const part = { ...shown, part: "语言：英文" };
  if (n < 10) expect(ratingChart(part)).toContain("这部分有效答卷 9 份，样本较小");
});

test("what viewers take away says which batch it is in the page's words, and tells no time of day", async () => {
  const since = { batch: 3, shownOn: "2026-11-20" };
  const chart = ratingChart({ ...shownOf(thisYear), since });
  expect(chart).toContain("第 3 批，2026年11月20日起显示，有效 35 份。");
  const file = Buffer.from(await resultsWorkbook({ ...shownOf(thisYear), since }));
  const sheets = await readWorkbook(file, { trim: false });
  expect(sheets.at(-1)?.data).toContainEqual(["显示批次", batchWords(since, "zh-CN")]);
  const behind = ratingChart({ ...shownOf(thisYear), since: { ...since, isBehindSeal: true } });
  expect(behind).toContain("第 3 批，2026年11月20日起显示，不是冻结的数字，有效 35 份。");
  const parts = [...unzipped(file).values()].map((part) => Buffer.from(part).toString("utf8"));
  for (const text of [chart, ...parts]) expect(text).not.toMatch(/15:04|07:04|2026-11-23|数据截至/);
});
