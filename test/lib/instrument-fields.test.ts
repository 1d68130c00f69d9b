import { describe, expect, test } from "vitest";
import { itemsOf } from "@/lib/survey/instrument";
import { sectionActs } from "@/lib/survey/instrument-sections";
import { actOn } from "@/lib/survey/instrument-act";
import { type EditorFields, editorFields, readEditorFields, readText } from "@/lib/survey/instrument-fields";
import { aForm, itemOf } from "../support/a-form";

const form = { document: aForm(), asks: ["topics", "contact"] as const };
const read = (changes: Readonly<Record<string, string>>) =>
  readEditorFields(form, { ...editorFields(form), ...changes });
const act = (value: string, fields: EditorFields = {}) =>
  actOn(aForm(), value, fields, { slug: "2025", earlier: [aForm()] });
const keys = (acted: ReturnType<typeof act>) => acted.ok && itemsOf(acted.value.document).map(({ key }) => key);

describe("the editor's fields", () => {
  test("of a form as it stands give that form", () => {
    expect(read({})).toEqual({ ok: true, value: form });
  });

  test("change the texts in each language, to the character", () => {
    const said = read({
      "item.advice.zh-CN": "您对𠮷田ＥＳＧ工作有哪些建议?😀",
      "section.1.hint.en": "Short is fine.",
    });
    const document = said.ok ? said.value.document : form.document;
    expect(itemOf(document, "advice").text["zh-CN"]).toBe("您对𠮷田ＥＳＧ工作有哪些建议?😀");
    expect(document.sections[1]?.hint.en).toBe("Short is fine.");
    expect(itemOf(document, "advice").text.en).toBe(itemOf(form.document, "advice").text.en);
  });

  test("name every text that is blank, too long or cannot be kept", () => {
    const changes = { "title.en": "　 \n", "item.overall.zh-CN": "长".repeat(302), "scale.3.en": "half \uD842" };
    expect(read(changes)).toEqual({
      ok: false,
      error: {
        "title.en": { code: "blank" },
        "scale.3.en": { code: "unreadable" },
        "item.overall.zh-CN": { code: "too-long", max: 300, excess: 2 },
      },
    });
  });

  test("are twice as long in English, which takes as much room", () => {
    const en = { "scale.5.en": "Very satisfactory", "title.en": "Feedback on the 2025 Sustainability Report" };
    const said = read(en);
    expect(said.ok && said.value.document.scale[0]?.label.en).toBe("Very satisfactory");
    expect(
      read({ "scale.5.zh-CN": "很".repeat(17), "scale.5.en": "x".repeat(33), "title.en": "x".repeat(81) }),
    ).toEqual({
      ok: false,
      error: {
        "title.en": { code: "too-long", max: 80, excess: 1 },
        "scale.5.zh-CN": { code: "too-long", max: 16, excess: 1 },
        "scale.5.en": { code: "too-long", max: 32, excess: 1 },
      },
    });
  });

  test("say an item's lineage and what its wording was changed for, or take that back", () => {
    const said = read({ "item.overall.lineage": "reworded", "item.overall.amendment": "correction" });
    const item = said.ok ? itemOf(said.value.document, "overall") : null;
    expect(item).toMatchObject({ lineage: "reworded", amendment: "correction" });
    expect(read({ "item.overall.lineage": "", "item.overall.amendment": "anything" })).toEqual({
      ok: true,
      value: form,
    });
  });

  test("give an item a hint, in both languages or in none", () => {
    const hint = { "zh-CN": "只看环境部分即可", en: "The environmental part alone will do" };
    const fields = { "item.impact.hint.zh-CN": hint["zh-CN"], "item.impact.hint.en": hint.en };
    const said = read(fields);
    expect(said.ok && itemOf(said.value.document, "impact").hint).toEqual(hint);
    expect(read({ "item.impact.hint.zh-CN": hint["zh-CN"] })).toEqual({
      ok: false,
      error: { "item.impact.hint.en": { code: "blank" } },
    });
    const hinted = { ...form, document: aForm({ impact: { hint } }) };
    expect(readEditorFields(hinted, editorFields(hinted))).toEqual({ ok: true, value: hinted });
    const blank = { ...editorFields(hinted), "item.impact.hint.zh-CN": " ", "item.impact.hint.en": "" };
    expect(readEditorFields(hinted, blank)).toEqual({ ok: true, value: form });
  });

  test("tick the optional questions: one without a field is not asked", () => {
    const { "asks.topics": _, ...fields } = editorFields(form);
    expect(readEditorFields(form, fields)).toMatchObject({ value: { asks: ["contact"] } });
  });
});

test("a text is one line: a line break says nothing in Chinese, and a space in English", () => {
  expect(readText("　请您评价\r\n  本报告 ", "zh-CN", 20)).toEqual({ ok: true, value: "请您评价本报告" });
  expect(readText(" How would \n you ", "en", 20)).toEqual({ ok: true, value: "How would you" });
});

describe("a button of the editor", () => {
  test("moves, retires and brings back an item", () => {
    expect(keys(act("down:impact"))).toMatchObject({ 0: "responsiveness", 1: "impact" });
    expect(keys(act("retire:advice"))).not.toContain("advice");
    const gone = actOn(aForm({ advice: null }), "restore:advice", {}, { slug: "2025", earlier: [aForm()] });
    expect(keys(gone)).toMatchObject({ 7: "advice" });
  });

  test("adds an item with a key of its own, or says what is wrong with its words", () => {
    const words = { "new.1.kind": "open", "new.1.zh-CN": "新题", "new.1.en": "A new question" };
    expect(keys(act("add:1", words))).toMatchObject({ 8: "open_2025_1" });
    expect(keys(act("add:0", { "new.0.kind": "rating", "new.0.zh-CN": "新题", "new.0.en": "New" }))).toMatchObject({
      5: "rating_2025_1",
    });
    expect(act("add:1", { ...words, "new.1.en": " " })).toEqual({
      ok: false,
      error: { "new.1.en": { code: "blank" } },
    });
  });

  test.each([
    "save",
    "",
    "add:7",
    "add:x",
    "retire:nothing",
    "restore:nothing",
    "restore:impact",
    "up:impact",
    "constructor",
  ])("%j changes nothing", (value) => {
    expect(act(value)).toMatchObject({ ok: true, value: { document: aForm() } });
  });

  test("moves a whole section, adds one with its first item, or retires one, never the last", () => {
    expect(keys(act("section-down:0"))).toMatchObject({ 0: "advice", 3: "impact" });
    expect(keys(act("section-up:0"))).toEqual(itemsOf(aForm()).map(({ key }) => key));
    expect(keys(act("section-retire:1"))).toHaveLength(5);
    const alone = { ...aForm(), sections: aForm().sections.slice(0, 1) };
    expect(keys(actOn(alone, "section-retire:0", {}, { slug: "2025", earlier: [] }))).toHaveLength(5);
    const words = (stem: string) => ({ [`newSection.${stem}.zh-CN`]: "𠮷", [`newSection.${stem}.en`]: "New" });
    const typed = { ...words("title"), ...words("hint"), ...words("item"), "newSection.kind": "rating" };
    const added = act("add-section", typed);
    expect(added.ok && added.value.document.sections[2]).toMatchObject({
      title: { "zh-CN": "𠮷", en: "New" },
      items: [{ kind: "rating", key: "rating_2025_1" }],
    });
    expect(act("add-section", { ...typed, "newSection.hint.en": "" })).toEqual({
      ok: false,
      error: { "newSection.hint.en": { code: "blank" } },
    });
  });

  test("offers no move or end of a section that would touch ratings once answers may be there", () => {
    const standing = aForm();
    expect(sectionActs(standing, 0, false)).toEqual(["section-down", "section-retire"]);
    expect(sectionActs(standing, 0, true)).toEqual(["section-down"]);
    expect(sectionActs(standing, 1, true)).toEqual(["section-up", "section-retire"]);
    const two = { sections: [...standing.sections, { ...standing.sections[0]!, items: [itemOf(standing, "impact")] }] };
    expect(sectionActs(two, 2, true)).toEqual(["section-up"]);
    expect(sectionActs({ sections: two.sections.toSpliced(1, 1) }, 1, true)).toEqual([]);
  });

  test("never takes a section's last item", () => {
    const alone = aForm({ advice: null, valuable_information: null });
    expect(keys(actOn(alone, "retire:missing_information", {}, { slug: "2025", earlier: [] }))).toHaveLength(6);
  });
});
