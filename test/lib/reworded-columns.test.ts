import { describe, expect, test } from "vitest";
import { rewordedColumns } from "@/lib/import/reworded-columns";
import { templateHeader } from "@/lib/import/template";
import { suggestedColumns } from "@/lib/import/mapping";
import { itemsOf } from "@/lib/survey/instrument";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";

const rewordedIn = (edition: typeof JINCHEN_2024, header: readonly string[]) =>
  rewordedColumns(edition, header, suggestedColumns(edition, header));
const withText = (key: string, text: { "zh-CN": string; en: string }) => {
  const sections = JINCHEN_2024.instrument.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => (item.key === key ? { ...item, text } : item)),
  }));
  return { ...JINCHEN_2024, slug: "2025", instrument: { ...JINCHEN_2024.instrument, sections } };
};
const NEW = {
  "zh-CN": "您对本报告的易读程度与版式有何评价𠮷？",
  en: "How easy is this report to read and look through?",
};

describe("a file whose header words an item otherwise", () => {
  test.each(["zh-CN", "en"] as const)("is last year's template, at the item that was reworded: %s", (locale) => {
    const header = templateHeader(JINCHEN_2024, locale);
    const place = header.findIndex((name) => name.startsWith("readability | "));
    const [, wording] = (header[place] ?? "").split(" | ");
    expect(rewordedIn(withText("readability", NEW), header)).toMatchObject([
      { at: place, item: { key: "readability" }, wording },
    ]);
  });

  test("is not this year's template, in either language, nor one of keys alone", () => {
    const now = withText("readability", NEW);
    const keys = itemsOf(now.instrument).map(({ key }) => key);
    for (const header of [templateHeader(now, "zh-CN"), templateHeader(now, "en"), keys])
      expect(rewordedIn(now, header)).toEqual([]);
  });

  test("is no matter of numbers, marks, or the year of the report", () => {
    const now = withText("overall", { "zh-CN": "您对2025年报告的总体评价", en: "The 2025 report overall" });
    for (const name of ["overall | 您对2024年报告的总体评价", "5、您对2025年报告的总体评价？（必答）"])
      expect(rewordedColumns(now, [name], { overall: 0 })).toEqual([]);
    expect(rewordedColumns(now, ["overall | 您对2024年报告的满意程度"], { overall: 0 })).toHaveLength(1);
  });
});
