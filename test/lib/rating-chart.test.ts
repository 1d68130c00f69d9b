import { describe, expect, test } from "vitest";
import { compareYears } from "@/lib/analysis/comparison";
import type { RatingPattern } from "@/lib/analysis/patterns";
import { ratingChart } from "@/lib/charts/rating-chart";
import { halfWidth } from "@/lib/charts/wrapped";
import { LOCALES } from "@/lib/locale";
import { alike } from "@/test/support/a-year";

import { instrument, results, shownOf, thisYear } from "@/test/support/shown-year";

describe("the chart that leaves the page", () => {
  test("is a draft until the round is sealed, and says of when and of how many", () => {
    expect(ratingChart(shownOf(thisYear))).toContain("草稿：本轮次尚未冻结");
    expect(ratingChart(shownOf(thisYear, "zh-CN", "sealed"))).not.toContain("草稿");
    expect(ratingChart(shownOf(thisYear))).toContain("数据截至 2026-11-23 15:04 (Asia/Shanghai)，有效 35 份");
  });

  test("has bars with shares from ten answers on, and dots without any share below", () => {
    const small = thisYear.map((pattern) => ({ ...pattern, count: 4 }));
    expect(ratingChart(shownOf(thisYear))).toContain("<rect");
    expect(ratingChart(shownOf(thisYear))).toMatch(/>69%</);
    const dots = ratingChart({ ...shownOf(small), comparison: null });
    expect(dots.match(/<circle/g)).toHaveLength(4 * 4 + 5 * 4);
    expect(dots).not.toMatch(/[0-9]%/);
  });

  test("has no bar of a year with fewer than ten answers to an item, and its counts instead", () => {
    const beside = (last: RatingPattern[], now = thisYear) => {
      const years = [
        { form: { slug: "2025", instrument }, results: results(now), groups: [] },
        { form: { slug: "2024", instrument }, results: results(last), groups: [] },
      ] as const;
      return ratingChart({ ...shownOf(now), comparison: compareYears(...years) });
    };
    const bars = (chart: string) => chart.match(/<rect [^>]*stroke/g)?.length ?? 0;
    const alone = bars(ratingChart({ ...shownOf(thisYear), comparison: null }));
    const few = beside([alike(1, 9)]);
    expect(bars(few)).toBe(alone);
    expect(few).toContain(">很好 0 · 较好 0 · 一般 0 · 较差 0 · 很差 9<");
    expect(bars(beside([alike(1, 10)]))).toBe(alone + 5);
    // Nine of nineteen rated the first item: no bar of it, and none that asks for room on the scale.
    const blank = beside(
      [alike(5, 30)],
      [
        { ratings: [1, 5, 5, 5, 5], count: 9 },
        { ratings: [null, 5, 5, 5, 5], count: 10 },
      ],
    );
    expect(blank).toContain(">很好 0 · 较好 0 · 一般 0 · 较差 0 · 很差 9<");
    expect(bars(blank)).toBe(4 + 5);
  });

  test("of a small year beside a large one draws no dot outside its column, and says whose counts stand alone", () => {
    const beside = (last: RatingPattern[]) => {
      const now = { form: { slug: "2025", instrument }, results: results([alike(5, 9)]), groups: [] };
      const before = { form: { slug: "2024", instrument }, results: results(last), groups: [] };
      return ratingChart({ ...shownOf([alike(5, 9)]), comparison: compareYears(now, before) });
    };
    const large = beside([alike(5, 41), alike(4, 10), alike(3, 9)]);
    const heads = ["很好", "较好", "一般", "较差", "很差", "好评"].map((head) =>
      Number([...large.matchAll(new RegExp(`<text x="([0-9.]+)"[^>]*>${head}<`, "g"))].at(-1)?.[1]),
    );
    const dots = [...large.matchAll(/<circle cx="([0-9.]+)"[^>]* r="([0-9.]+)"/g)].map(([, x, r]) => [
      Number(x),
      Number(r),
    ]);
    expect(dots).toHaveLength(5 * (9 + 9));
    const columns = dots.map(([x = 0, r = 0]) =>
      heads.findIndex((left, at) => left <= x - r && x + r <= heads[at + 1]! - 8),
    );
    expect(new Set(columns)).toEqual(new Set([0, 2]));
    expect(large).toContain("上年一格超过 9 份的只列份数，不画点。");
    expect(beside([alike(5, 9)])).not.toContain("不画点");
    expect(beside([alike(4, 1_000_000)]).length).toBeLessThan(30_000);
  });

  test("of a small year says which item has no last year to stand beside, as the page does", () => {
    const shown = shownOf([alike(5, 7)]);
    const items = shown.comparison.items.map((item) => ({
      ...item,
      trend: "broken" as const,
      before: null,
      change: null,
    }));
    const chart = ratingChart({ ...shown, comparison: { ...shown.comparison, items } });
    expect(chart.match(/>题面改动，不与上年比较</g)).toHaveLength(5);
  });

  test.each(LOCALES)("speaks of no margin of error and of no significance (%s)", (locale) => {
    expect(ratingChart(shownOf(thisYear, locale))).not.toMatch(/±|显著|误差|statistical|margin/i);
  });

  test("calls a change by points and a word", () => {
    expect(ratingChart(shownOf(thisYear))).toContain("−31 个百分点，低于上年");
  });
});

test("an apostrophe of a Latin word is drawn half as wide as a Chinese character, and quotes in English too", () => {
  expect(halfWidth("Last year’s “good”")).toBe(`Last year's "good"`);
  expect(halfWidth("金辰’s 所称“好评”")).toBe("金辰’s 所称“好评”");
  expect(halfWidth("Jinchen’s 报告“好评”")).toBe("Jinchen's 报告“好评”");
  expect(ratingChart(shownOf(thisYear, "en"))).not.toMatch(/<text[^>]*>[^<]*[’“”]/);
});
