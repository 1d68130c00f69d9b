import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChartContent } from "@/lib/charts/chart-content";
import { type ScoreCounts, divergingScaleOf, segmentsOf } from "@/lib/charts/diverging";
import { divergingChart } from "@/lib/charts/diverging-chart";
import { dotChart } from "@/lib/charts/dot-chart";
import * as palette from "@/lib/charts/palette";
import { widthOf, wrapped } from "@/lib/charts/wrapped";
import { SCORES } from "@/lib/survey/scale";
import { HARD_TEXTS } from "@/test/support/hard-texts";

const someCounts = fc
  .tuple(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40))
  .map(([five, four, three, two, one]): ScoreCounts => ({ 5: five, 4: four, 3: three, 2: two, 1: one }));
const baseOf = (counts: ScoreCounts) => SCORES.reduce((sum, score) => sum + counts[score], 0);

describe("a diverging chart's bars", () => {
  const someRows = fc.array(someCounts, { minLength: 1, maxLength: 10 });

  test("add up to all answers, in each row, and stay within the chart", () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const scale = divergingScaleOf(rows);
        for (const counts of rows) {
          const segments = segmentsOf(counts, scale);
          const width = segments.reduce((sum, segment) => sum + segment.width, 0);
          expect(width).toBeCloseTo(baseOf(counts) === 0 ? 0 : 100 * scale.perPercent, 6);
          for (const { x, width: one } of segments) {
            expect(x).toBeGreaterThanOrEqual(-1e-6);
            expect(x + one).toBeLessThanOrEqual(100 + 1e-6);
          }
        }
      }),
    );
  });

  test("part at the zero line, 一般 apart, and none lies on another", () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const scale = divergingScaleOf(rows);
        for (const { score, x, width } of rows.flatMap((counts) => segmentsOf(counts, scale))) {
          if (score <= 2) expect(x + width).toBeLessThanOrEqual(scale.zero + 1e-6);
          if (score >= 4) expect(x).toBeGreaterThanOrEqual(scale.zero - 1e-6);
          if (score >= 4) expect(x + width).toBeLessThan(scale.neutralZero);
          if (score === 3) expect(x).toBeCloseTo(scale.neutralZero, 6);
        }
        for (const counts of rows) {
          const segments = segmentsOf(counts, scale).filter(({ score }) => score !== 3);
          segments.slice(1).forEach(({ x }, place) => {
            const before = segments[place];
            expect(x).toBeCloseTo((before?.x ?? 0) + (before?.width ?? 0), 6);
          });
        }
      }),
    );
  });
});

describe("a text in a chart", () => {
  test("is broken into lines that hold it whole and are no wider than they may be", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(..."请您评价报告的𠮷，。《》“”ab 12%"), { maxLength: 60 }), (signs) => {
        const text = signs.join("");
        const lines = wrapped(text, 12);
        expect(lines.join("").replaceAll(/\s/g, "")).toBe(text.replaceAll(/\s/g, ""));
        for (const line of lines)
          if (/^[\p{Script=Han}\s]*$/u.test(line)) expect(widthOf(line)).toBeLessThanOrEqual(12);
      }),
    );
  });

  test("begins no line with a comma or a closing bracket, and ends none with an opening one", () => {
    const text = "请您对《金辰股份2025年可持续发展报告》报告进行综合性评价，（四、五）。";
    for (let width = 6; width < 30; width += 1) {
      for (const line of wrapped(text, width)) expect(line).not.toMatch(/^[，。、》）]|[《（]$/);
    }
  });

  test.each(["+13 points, too early to say\u00a0*", "+14 个百分点，尚难判断\u00a0*"])(
    "leaves no star alone on a line: %s",
    (text) => {
      for (let width = 6; width < 30; width += 1) expect(wrapped(text, width).at(-1)).toMatch(/[^\s*]\s?\*$/);
    },
  );
});

describe.each([
  ["the diverging chart", divergingChart],
  ["the dot chart", dotChart],
])("%s that leaves the page", (_, chart) => {
  test("is well-formed whatever its words, without control characters, and keeps them", () => {
    for (const text of HARD_TEXTS) {
      const svg = chart(contentOf(text));
      const names = [...svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)].filter(([, , , empty]) => empty === "");
      const open: string[] = [];
      for (const [, close, name = ""] of names) {
        if (close) expect(open.pop()).toBe(name);
        else open.push(name);
      }
      expect(open).toEqual([]);
      expect(svg.replaceAll(/&#\d+;|&[a-z]+;/g, "")).not.toContain("&");
      expect(svg).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/); // eslint-disable-line no-control-regex
    }
  });

  test("says what it shows to a screen reader", () => {
    const svg = chart(contentOf("题"));
    expect(svg).toMatch(/role="img" aria-labelledby="title desc"/);
    expect(svg).toContain('<desc id="desc">说明</desc>');
  });
});

test("a chart that leaves the page has the colours of the page", () => {
  const tokens = readFileSync("app/_ui/tokens.css", "utf8").split("@media")[0] ?? "";
  for (const score of SCORES) expect(tokens).toContain(`--r${score}: ${palette.SCORE_COLOUR[score]};`);
  for (const score of SCORES) expect(tokens).toContain(`--on-r${score}: ${palette.ON_SCORE[score]};`);
  expect(tokens).toContain(`--ink: ${palette.INK};`);
  expect(tokens).toContain(`--ink-2: ${palette.INK_2};`);
  expect(tokens).toContain(`--line: ${palette.LINE};`);
});

function contentOf(text: string): ChartContent {
  const counts = { 5: 3, 4: 2, 3: 1, 2: 0, 1: 1 };
  const year = { year: "2025", counts, shares: null, figure: "5/7", fraction: "5/7" };
  return {
    title: text,
    subtitle: text,
    description: "说明",
    scores: { 5: text, 4: "较好", 3: "一般", 2: "较差", 1: "很差" },
    heads: { bottom: "差评", top: "好评", neutral: "一般", figure: text },
    rows: [{ text, base: text, thisYear: year, lastYear: { ...year, year: "2024" }, change: text }],
    notes: [text],
  };
}
