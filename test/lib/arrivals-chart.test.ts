import { describe, expect, test } from "vitest";
import { arrivalsChart, widthNeeded } from "@/lib/charts/arrivals-chart";
import { INK } from "@/lib/charts/palette";

describe("the chart of arrivals", () => {
  const days = ["12月28日", "1月4日"].map((name) => ({ name, year: null }));
  const arrivals = { periods: days, channels: [{ name: "网站 <𠮷>", counts: [3, 0] }] };
  const words = { title: "每周收到", description: "3 份" };

  test("is drawn without a browser, with its words as text", () => {
    const svg = arrivalsChart(arrivals, words);
    expect(svg).toMatch(/^<svg [^>]*role="img"><title>每周收到<\/title><desc>3 份<\/desc>/);
    expect(svg).toContain("网站 &lt;𠮷&gt;");
    expect(svg).not.toContain("<𠮷>");
  });

  test("names every year, however many weeks there are, and no two names so near that they touch", () => {
    const periods = Array.from({ length: 60 }, (_, week) => ({
      name: `第${week}周`,
      year: week === 0 ? "2026年" : week === 5 || week === 57 ? `年${week}` : null,
    }));
    const svg = arrivalsChart({ periods, channels: [{ name: "网站", counts: periods.map(() => 1) }] }, words);
    const named = [...svg.matchAll(/第(\d+)周/g)].map(([, week]) => Number(week)).toSorted((a, b) => a - b);
    for (const year of ["2026年", "年5", "年57"]) expect(svg).toContain(`>${year}<`);
    expect(named).toEqual(expect.arrayContaining([0, 5, 57]));
    expect(Math.min(...named.slice(1).map((week, place) => week - named[place]!))).toBeGreaterThanOrEqual(5);
  });

  test("outlines every bar in ink, so that the lightest is seen on white, and draws nothing of nothing", () => {
    const channels = ["微信", "网站", "邮件", "其他"].map((name, place) => ({ name, counts: [place, 2] }));
    const svg = arrivalsChart({ periods: days, channels }, words);
    // Three channels in the first week, four in the second, four in the legend.
    const bars = [...svg.matchAll(/<path [^>]*fill="(#[0-9a-f]{6})"[^>]*>/g)].filter(([path]) =>
      path.includes(`stroke="${INK}"`),
    );
    expect(bars).toHaveLength(11);
    const lightness = (colour: string) => parseInt(colour.slice(3, 5), 16);
    const shades = [...new Set(bars.map(([, fill = ""]) => fill))].map(lightness).toSorted((a, b) => a - b);
    expect(shades).toHaveLength(4);
    for (const [place, shade] of shades.slice(1).entries()) expect(shade - (shades[place] ?? 0)).toBeGreaterThan(50);
  });

  test("that leaves the page says below, within its height, what qualifies it, and breaks a long title", () => {
    const notes = ["草稿。", "数据截至".repeat(40)];
    const svg = arrivalsChart(arrivals, { ...words, title: "很长的标题".repeat(20), notes });
    expect(svg).toContain(">草稿。<");
    const [, height = "0"] = /^<svg [^>]*height="(\d+)"/.exec(svg) ?? [];
    const baselines = [...svg.matchAll(/<text x="14" y="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect(baselines.length).toBeGreaterThanOrEqual(3);
    expect(Math.max(...baselines)).toBeLessThan(Number(height));
    expect(svg).not.toContain("很长的标题".repeat(20) + "</text>");
  });

  test("of few weeks is no wider than their names need, so that a telephone shows it whole at its own size", () => {
    const weeks = (n: number) => Array.from({ length: n }, (_, week) => ({ name: `第${week}周`, year: null }));
    const needed = (n: number) => widthNeeded({ periods: weeks(n), channels: arrivals.channels });
    expect(needed(1)).toBeLessThanOrEqual(328);
    expect(needed(5)).toBeLessThan(needed(9));
    expect(needed(60)).toBe(1000);
    const svg = arrivalsChart({ periods: weeks(5), channels: arrivals.channels }, words, { width: needed(5) });
    expect(svg).toMatch(new RegExp(`^<svg width="${needed(5)}" `));
    for (const { name } of weeks(5)) expect(svg).toContain(`>${name}<`);
  });

  test("that stands below its own heading speaks its title, and does not draw it again", () => {
    expect(arrivalsChart(arrivals, words)).toContain(">每周收到</text>");
    const svg = arrivalsChart(arrivals, words, { isTitled: false });
    expect(svg).toContain("<title>每周收到</title>");
    expect(svg).not.toContain(">每周收到</text>");
  });

  test("takes the page's own colours", () => {
    const colours = {
      ink: "var(--ink)",
      words: "var(--ink-2)",
      line: "var(--line)",
      paper: "none",
      channels: ["var(--ink-3)"],
    };
    const svg = arrivalsChart(arrivals, words, { colours });
    expect(svg).toContain('fill="var(--ink-3)"');
    expect(svg).not.toMatch(/fill="#|<style|style="/);
  });
});
