import { describe, expect, test } from "vitest";
import { Instrument } from "@/lib/survey/instrument";
import { addItem, newItem } from "@/lib/survey/instrument-edits";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { lineageOf, slugBefore, suggestedLineage, trendOf, withLineage, withoutLineage } from "@/lib/survey/lineage";
import { aForm, inWords, itemOf } from "../support/a-form";

const last = { slug: "2024", instrument: JINCHEN_2024.instrument };
const of = (instrument: Instrument) => ({ slug: "2025", instrument });
const trendIn = (instrument: Instrument, key: string, before = last) =>
  trendOf(itemOf(instrument, key), of(instrument), before);

describe("the edition before", () => {
  test.each([
    ["2025", ["2023", "2024", "2025", "2026"], "2024"],
    ["2025", ["2022", "2023", "2025", "2024-esg"], null],
    ["2025-esg", ["2024", "2023-esg", "2024-esg"], "2024-esg"],
    ["2025-esg", ["2024", "2023-esg"], null],
    ["2024", ["2024", "2025"], null],
  ])("of %s among %j is %s", (slug, slugs, before) => {
    expect(slugBefore(slug, slugs)).toBe(before);
  });
});

describe("an item", () => {
  test("with the same wording is the same, and its figures may be compared", () => {
    for (const { lineage, trend } of lineageOf(of(aForm()), last))
      expect([lineage, trend]).toEqual(["same", "comparable"]);
  });

  test("that names the year of its own report is the same as last year's", () => {
    const overall = JSON.parse(JSON.stringify(itemOf(aForm(), "overall").text).replaceAll("2024", "2025"));
    expect(trendIn(aForm({ overall: { text: overall } }), "overall")).toBe("comparable");
  });

  test("with another wording, in either language, is reworded, and the trend breaks", () => {
    const zh = aForm({ readability: inWords("请您评价本报告是否易读𠮷") });
    const en = aForm({ readability: { text: { ...itemOf(aForm(), "readability").text, en: "Is it readable？" } } });
    for (const form of [zh, en]) expect(trendIn(form, "readability")).toBe("broken");
    expect(trendIn(zh, "overall")).toBe("comparable");
  });

  test("is the same when a person says so: the wording was corrected, not the question", () => {
    const form = aForm({ advice: { ...inWords("您对金辰股份ESG工作有哪些建议？"), lineage: "same" } });
    expect(trendIn(form, "advice")).toBe("comparable");
    expect(suggestedLineage(itemOf(form, "advice"), of(form), last)).toBe("reworded");
  });

  test("on a scale with other words is reworded, an open one is not", () => {
    const scale = JINCHEN_2024.instrument.scale.map((step) =>
      step.score === 4 ? { ...step, label: { "zh-CN": "好", en: "Good" } } : step,
    );
    const form = { ...aForm(), scale };
    expect([trendIn(form, "impact"), trendIn(form, "advice")]).toEqual(["broken", "comparable"]);
  });

  test("that last year did not ask is new, whatever was said of it", () => {
    const added = { ...newItem("open", inWords("新题").text, "2025", new Set()), lineage: "same" as const };
    const form = addItem(aForm({ advice: null }), 1, added);
    expect(trendOf(added, of(form), last)).toBe("none");
    expect(lineageOf(of(form), last).filter(({ lineage }) => lineage !== "same")).toEqual([
      { key: added.key, lineage: "new", trend: "none" },
      { key: "advice", lineage: "retired", trend: "none" },
    ]);
  });

  test("that was reworded while answers came in, this year or last, breaks the trend", () => {
    const mixed = aForm({ impact: { amendment: "rewording" } });
    expect(trendIn(mixed, "impact")).toBe("broken");
    expect(trendIn(aForm(), "impact", { slug: "2024", instrument: mixed })).toBe("broken");
    expect(trendIn(aForm({ impact: { amendment: "correction" } }), "impact")).toBe("comparable");
  });

  test("of the first edition has no trend", () => {
    expect(new Set(lineageOf({ ...last }, null).map(({ trend }) => trend))).toEqual(new Set(["none"]));
  });
});

describe("a document", () => {
  test("without lineage, as they were, still parses; with it, it keeps it; another edition starts without", () => {
    expect(Instrument.parse(aForm())).toEqual(JINCHEN_2024.instrument);
    const written = Instrument.parse(withLineage(aForm({ overall: inWords("换了说法") }), "2025", last));
    expect(itemOf(written, "overall").lineage).toBe("reworded");
    expect(itemOf(written, "impact").lineage).toBe("same");
    expect(withoutLineage(withLineage(aForm(), "2025", last))).toEqual(aForm());
  });
});
