import readWorkbook from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { compareYears } from "@/lib/analysis/comparison";
import { pText } from "@/lib/analysis/presentation";
import { resultsOf } from "@/lib/analysis/results";
import { resultsWorkbook } from "@/lib/export/results-workbook";
import type { ShownBatch } from "@/lib/batch-words";
import { translator } from "@/lib/messages/translator";
import { alike } from "@/test/support/a-year";
import { instrument, results, shownOf, thisYear } from "@/test/support/shown-year";

describe("the workbook of results, where the mix shifted,", () => {
  const year = (slug: string, groups: Readonly<Record<string, (typeof thisYear)[number]>>, rest?: string) => ({
    form: { slug, instrument },
    results: results(Object.values(groups)),
    groups: Object.entries(groups).map(([group, pattern]) => {
      const { valid: n, ratings } = results([pattern]);
      return { value: group === rest ? null : group, n, ratings };
    }),
  });
  const sheetsOf = async (rest?: string, since?: ShownBatch) => {
    const now = year("2025", { employee: alike(5, 30), investor: alike(2, 4) }, rest);
    const before = year("2024", { employee: alike(4, 7), investor: alike(1, 30) }, rest);
    const shown = { ...shownOf(thisYear), results: now.results, comparison: compareYears(now, before) };
    const sheets = await readWorkbook(Buffer.from(await resultsWorkbook({ ...shown, ...(since && { since }) })));
    return (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? [];
  };

  test("sets each group beside itself, and leaves out fewer than five", async () => {
    const items = shownOf(thisYear).results.ratings.map(({ number, text }) => [number, text["zh-CN"]]);
    expect((await sheetsOf())("各类别两年")).toEqual([
      ["类别", "题号", "题目", "2025 年 好评（很好+较好）", "2025 年 作答数 n", "2025 年 好评率（%）", "2024 年 好评（很好+较好）", "2024 年 作答数 n", "2024 年 好评率（%）"], // prettier-ignore
      ...items.map((item) => ["股东/投资者", ...item, null, null, null, 0, 30, 0]),
      ...items.map((item) => ["员工", ...item, 30, 30, 100, 7, 7, null]),
    ]);
  });

  test("calls those in no group's row 未注明, and for viewers all who are not shown apart, in both sheets", async () => {
    const names = async (since?: ShownBatch) => {
      const sheet = await sheetsOf("investor", since);
      return ["受访者构成", "各类别两年"].map((name) => [
        ...new Set(
          sheet(name)
            .slice(1)
            .map(([group]) => group),
        ),
      ]);
    };
    expect(await names()).toEqual([
      ["员工", "未注明"],
      ["员工", "未注明"],
    ]);
    expect(await names({ batch: 3, shownOn: "2026-11-20" })).toEqual([
      ["员工", "其他、未注明及未单列"],
      ["员工", "其他、未注明及未单列"],
    ]);
  });
});

test("the workbook of results counts the answers to open questions", async () => {
  const { asOf, valid } = results(thisYear);
  const verbatims = { advice: 12, missing_information: 3 };
  const counted = { asOf, received: valid, patterns: thisYear, verbatims, quarantined: {} };
  const shown = { ...shownOf(thisYear), results: resultsOf(instrument, counted) };
  const sheets = await readWorkbook(Buffer.from(await resultsWorkbook(shown)));
  const open = sheets.find(({ sheet }) => sheet === "开放题作答数")?.data;
  expect(open?.map((row) => row.filter((_, place) => place !== 1))).toEqual([
    ["题号", "作答数 n", "未作答"],
    [6, 12, 23],
    [7, 0, 35],
    [8, 3, 32],
  ]);
});

test("the workbook of results says which questions were reworded while answers came in, as the page does", async () => {
  const { ratings, ...all } = results(thisYear);
  const reworded = ratings.map((rating) => ({ ...rating, isMixed: rating.number === 2 }));
  const shown = { ...shownOf(thisYear), results: { ...all, ratings: reworded } };
  const notes = (await readWorkbook(Buffer.from(await resultsWorkbook(shown)))).at(-1)?.data;
  const words = translator("zh-CN", "instrument")("trend.mixedNote", { n: 2 });
  expect(notes?.filter(([, note]) => note === words)).toHaveLength(1);
});

describe("the workbook's sheet of the method", () => {
  const methodOf = async (shown: Parameters<typeof resultsWorkbook>[0]) => {
    const sheets = await readWorkbook(Buffer.from(await resultsWorkbook(shown)), { trim: false });
    return sheets.find(({ sheet }) => sheet === "方法（内部核对）")?.data ?? null;
  };

  test("has means and tests as the page's method section rounds them, and says that it is not for publication", async () => {
    const shown = shownOf(thisYear);
    const [head, ...rows] = (await methodOf(shown)) ?? [];
    expect(head).toEqual(["题号", "题目", "作答数 n", "平均分", "标准差", "95% t 区间下限", "95% t 区间上限", "检验", "U", "p", "p（Holm）", "A12", "分布", "分布 p"]); // prettier-ignore
    const onPage = shown.results.ratings.flatMap((rating, place) => {
      const { mean, standardDeviation, meanInterval } = rating;
      if (mean === null || standardDeviation === null || meanInterval === null) return [];
      const means = [mean, standardDeviation.toFixed(2), meanInterval.low.toFixed(2), meanInterval.high.toFixed(2)];
      const tests = shown.comparison.items[place]?.tests;
      if (!tests?.independence) throw new Error("thirty answers in both years are tested");
      const { u, p, pHolm, a12, independence } = tests;
      const kind = independence.kind === "fisher" ? "Fisher" : "χ²";
      const tested = ["Mann–Whitney", u, pText(p), pText(pHolm), a12.toFixed(2), kind, pText(independence.p)];
      return [[rating.number, rating.text["zh-CN"], rating.base, ...means, ...tested]];
    });
    // An item that 11 answered has no mean.
    expect(onPage).toHaveLength(4);
    const asNumbers = (row: readonly unknown[]) =>
      row.map((cell) => (Number.isNaN(Number(cell)) ? cell : Number(cell)));
    expect(rows.slice(0, 4)).toEqual(onPage.map(asNumbers));
    const words = rows.slice(4).flat().join("\n");
    expect(words).toContain("不写入对外材料");
    expect(words).toContain("A12 是任取两年各一份答卷");
  });

  test("is not there where the page has no such figures", async () => {
    expect(await methodOf({ ...shownOf([alike(4, 9)]), comparison: null })).toBeNull();
    expect(await methodOf({ ...shownOf([alike(4, 29)]), comparison: null })).toBeNull();
  });

  test("has alpha with how many answered all of its items", async () => {
    const varied = [alike(5, 20), { ratings: [4, 2, 5, 3, 4], count: 20 }] satisfies typeof thisYear;
    const shown = { ...shownOf(varied), comparison: null };
    const alpha = shown.results.reliability?.alpha.toFixed(2) ?? "";
    expect((await methodOf(shown))?.flat().join("\n")).toContain(`4 题，40 份答全）：${alpha}`);
  });
});
