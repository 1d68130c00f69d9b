import { describe, expect, test } from "vitest";
import { EditionDefinition } from "@/lib/survey/edition";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { nextEditionOf, nextSlug } from "@/lib/survey/next-edition";
import { oldYearsIn, yearsIn } from "@/lib/survey/old-years";

const next = nextEditionOf({ ...JINCHEN_2024, closesAt: new Date() });

describe("next year's edition", () => {
  test("is a draft with everything of this year's, a year on, and no field period", () => {
    expect(EditionDefinition.parse(next)).toEqual({
      ...JINCHEN_2024,
      slug: "2025",
      state: "draft",
      reportingPeriod: { start: "2025-01-01", end: "2025-12-31" },
    });
  });

  test("keeps the suffix of a second report, and leaves retired channels behind", () => {
    expect(nextSlug("2024-summary")).toBe("2025-summary");
    const [first, ...others] = JINCHEN_2024.channels.map((channel) => ({ ...channel, retired: false }));
    const channels = first ? [{ ...first, retired: true }, ...others] : [];
    expect(nextEditionOf({ ...JINCHEN_2024, channels }).channels).toEqual(others);
  });

  test.each([
    ["2023-03-01", "2024-02-29", "2024-03-01", "2025-02-28"],
    ["2022-03-01", "2023-02-28", "2023-03-01", "2024-02-29"],
    ["2024-02-29", "2025-02-28", "2025-02-28", "2026-02-28"],
  ])("ends its period on the last of the month: %s to %s", (start, end, nextStart, nextEnd) => {
    const { reportingPeriod } = nextEditionOf({ ...JINCHEN_2024, reportingPeriod: { start, end } });
    expect(reportingPeriod).toEqual({ start: nextStart, end: nextEnd });
  });
});

describe("the years to look at", () => {
  test("stand in every text that was copied with one, and nowhere in this year's own edition", () => {
    expect(oldYearsIn(next).map(({ place, years }) => [place, years])).toEqual([
      ["report", ["2024"]],
      ["report", ["2024"]],
      ["form", ["2024"]],
      ["form", ["2024"]],
      ["form", ["2024"]],
      ["form", ["2024"]],
    ]);
    expect(oldYearsIn(JINCHEN_2024)).toEqual([]);
  });

  test("are gone when the text is changed", () => {
    const reportTitle = { "zh-CN": "金辰股份2025年可持续发展报告", en: "Jinchen 2025 Sustainability Report" };
    expect(oldYearsIn({ ...next, reportTitle }).filter(({ place }) => place === "report")).toEqual([]);
  });

  test.each([
    ["金辰股份２０２４年报告", ["２０２４"]],
    ["二〇二四年与二零二三年", ["二〇二四", "二零二三"]],
    ["2023–2024", ["2023", "2024"]],
    ["辽ICP备20240001号，0417-2024668", []],
    ["二十四年，2024年，2024年", ["2024"]],
  ])("are found as people write them: %s", (text, years) => {
    expect(yearsIn(text)).toEqual(years);
  });
});
