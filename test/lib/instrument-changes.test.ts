import { describe, expect, test } from "vitest";
import { addItem, moveItem, newItem, retireItem, sectionFor } from "@/lib/survey/instrument-edits";
import { changedInOneLanguage, changesBetween } from "@/lib/survey/instrument-changes";
import { aForm, inWords, itemOf } from "../support/a-form";

const form = (document = aForm(), asks: Parameters<typeof changesBetween>[0]["asks"] = ["topics", "quote"]) => ({
  document,
  asks,
});

describe("what changed between two versions", () => {
  test("is nothing where nothing did, in whatever order the optional questions are listed", () => {
    expect(changesBetween(form(), form(aForm(), ["quote", "topics"]))).toEqual([]);
  });

  test("names each wording in each language, with what it was", () => {
    const document = aForm({ overall: inWords("总的来说𠮷？", "Overall?") });
    const { text } = itemOf(aForm(), "overall");
    expect(changesBetween(form(), form(document))).toEqual([
      { kind: "wording", place: "item.overall", locale: "zh-CN", before: text["zh-CN"], after: "总的来说𠮷？" },
      { kind: "wording", place: "item.overall", locale: "en", before: text.en, after: "Overall?" },
    ]);
  });

  test("tells which texts changed in one language and stayed in the other", () => {
    const { text } = itemOf(aForm(), "overall");
    const document = aForm({ overall: { text: { ...text, en: "Overall?" } }, impact: inWords("影响？", "Impact?") });
    expect(changedInOneLanguage(changesBetween(form(), form(document)))).toEqual([
      { place: "item.overall", locale: "en" },
    ]);
  });

  test("names what came, what went, the new order and the optional questions", () => {
    const item = newItem("open", inWords("新题").text, "2025", new Set());
    const document = moveItem(addItem(retireItem(aForm(), "advice"), 1, item), "readability", -1);
    const changes = changesBetween(form(), form(document, ["quote", "contact"]));
    expect(changes.map(({ kind }) => kind)).toEqual(["added", "retired", "order", "asked", "not-asked"]);
    expect(changes[2]).toMatchObject({ keys: expect.arrayContaining(["readability", "disclosure_quality"]) });
  });

  test("names the texts around the items and the words of the scale", () => {
    const document = aForm();
    const [section] = document.sections;
    const texts = { title: { "zh-CN": "意见表", en: "Feedback form" } };
    const scale = document.scale.map((step) =>
      step.score === 3 ? { ...step, label: { "zh-CN": "尚可", en: "Fair" } } : step,
    );
    const sections = [{ ...section!, hint: { "zh-CN": "每题选一项", en: "Tick one" } }, document.sections[1]!];
    const places = changesBetween(form(), form({ ...document, ...texts, scale, sections })).map((change) =>
      change.kind === "wording" ? change.place : change.kind,
    );
    expect(places).toEqual(["title", "scale.3", "section.0.hint", "section.0.hint"]);
  });
});

test("a new item's key was never used", () => {
  const used = new Set(["open_2025_1", "open_2025_2", "rating_2025_1"]);
  expect(newItem("open", inWords("新").text, "2025", used).key).toBe("open_2025_3");
  expect(newItem("rating", inWords("新").text, "2025-esg", used).key).toBe("rating_2025_esg_1");
});

test("an item goes up and down within its section only", () => {
  const whole = aForm();
  expect(moveItem(whole, "impact", -1)).toEqual(whole);
  expect(moveItem(whole, "overall", 1)).toEqual(whole);
  expect(moveItem(moveItem(whole, "overall", -1), "overall", 1)).toEqual(whole);
  expect([sectionFor(whole, { kind: "rating" }), sectionFor(whole, { kind: "open" })]).toEqual([0, 1]);
});
