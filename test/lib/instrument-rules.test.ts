import { type Arbitrary, array, assert, constantFrom, nat, property, record, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { everythingAsked } from "@/lib/survey/everything-asked";
import { Instrument, type Item, itemsOf, ratingItemsOf } from "@/lib/survey/instrument";
import { addItem, canRetire, keysOf, moveItem, newItem, retireItem } from "@/lib/survey/instrument-edits";
import { type Standing, breachesOf, changedItems, withAmendments } from "@/lib/survey/instrument-rules";
import { aForm, inWords, itemOf } from "../support/a-form";

const published = aForm();
const standing = (isUnderWay: boolean, form = published): Standing => ({
  isUnderWay,
  published: form,
  earlier: [form],
});
const rulesOf = (draft: Instrument, isUnderWay = true, form = published) =>
  breachesOf(draft, standing(isUnderWay, form)).map(({ rule }) => rule);

/** What a person may do in the editor, one act after the other. */
const acts = array(
  record({
    act: constantFrom("up", "down", "retire", "rating", "open", "word", "correct"),
    place: nat(12),
    words: string({ unit: "grapheme", minLength: 1, maxLength: 8 }),
  }),
  { maxLength: 12 },
);

type Act = (typeof acts extends Arbitrary<infer T> ? T : never)[number];

function edited(form: Instrument, { act, place, words }: Act): Instrument {
  const items = itemsOf(form);
  const item = items[place % items.length] as Item;
  const withItem = (changes: Partial<Item>) => ({
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      items: section.items.map((other) => (other.key === item.key ? ({ ...other, ...changes } as Item) : other)),
    })),
  });
  switch (act) {
    case "up":
    case "down":
      return moveItem(form, item.key, act === "up" ? -1 : 1);
    case "retire":
      return canRetire(form, item.key) ? retireItem(form, item.key) : form;
    case "rating":
    case "open":
      return addItem(form, place % 2, newItem(act, { "zh-CN": words, en: words }, "2025", keysOf([published, form])));
    case "word":
      return withItem({ text: { "zh-CN": words, en: words } });
    default:
      return withItem({ text: { ...item.text, en: `${item.text.en}.` }, amendment: "correction" });
  }
}

describe("whatever a person does in the editor", () => {
  test("the form stays a form, and no key comes back as another kind of question", () => {
    assert(
      property(acts, (done) => {
        const draft = done.reduce(edited, published);
        expect(Instrument.safeParse(draft).success).toBe(true);
        expect(rulesOf(draft, false)).toEqual([]);
        for (const { key, kind } of itemsOf(published)) {
          const now = itemsOf(draft).find((item) => item.key === key);
          if (now) expect(now.kind).toBe(kind);
        }
      }),
    );
  });

  test("a draft that may stand beside answers keeps their ratings by place, their scale, and says of each change what it is", () => {
    assert(
      property(acts, (done) => {
        const draft = withAmendments(done.reduce(edited, published), standing(true));
        const changed = changedItems(draft, published);
        const keys = (form: Instrument) => ratingItemsOf(form).map(({ key }) => key);
        const keeps = keys(draft).join() === keys(published).join() && changed.every(({ amendment }) => amendment);
        expect(rulesOf(draft).length === 0).toBe(keeps);
        if (keeps) expect(ratingItemsOf(everythingAsked(draft, [draft, published])).length).toBe(5);
      }),
    );
  });
});

describe("once an edition is under way", () => {
  test("open items may come, go and change places", () => {
    const added = addItem(retireItem(published, "advice"), 1, newItem("open", inWords("新题").text, "2024", new Set()));
    expect(rulesOf(moveItem(added, "missing_information", -1))).toEqual([]);
  });

  test.each([
    ["taken out", retireItem(published, "impact")],
    ["moved", moveItem(published, "impact", 1)],
    ["added", addItem(published, 0, newItem("rating", inWords("新题").text, "2024", new Set()))],
  ])("no rating is %s", (_, draft) => {
    expect(rulesOf(draft)).toEqual(["ratings"]);
    expect(rulesOf(draft, false)).toEqual([]);
  });

  test("a changed wording says whether it was corrected or reworded", () => {
    const draft = (amendment?: Item["amendment"]) =>
      aForm({ overall: { ...inWords("换了说法"), ...(amendment ? { amendment } : {}) } });
    expect(breachesOf(draft(), standing(true))).toEqual([{ rule: "undeclared", key: "overall" }]);
    expect(rulesOf(draft("correction"))).toEqual([]);
    expect(rulesOf(draft("rewording"))).toEqual([]);
    expect(rulesOf(draft(), false)).toEqual([]);
  });

  test("the words of the scale stay", () => {
    const scale = published.scale.map((step) => ({ ...step, label: { ...step.label, en: `${step.label.en}!` } }));
    expect(rulesOf({ ...published, scale })).toEqual(["scale"]);
    expect(rulesOf({ ...published, scale }, false)).toEqual([]);
  });
});

test("the scale is never turned round, nor does a word stand twice", () => {
  const labels = published.scale.map(({ label }) => label);
  const turned = published.scale.map((step, place) => ({ ...step, label: labels[4 - place] ?? step.label }));
  expect(rulesOf({ ...published, scale: turned }, false)).toEqual(["turned-scale"]);
  const twice = published.scale.map((step) => ({ ...step, label: { ...step.label, en: "Fair" } }));
  expect(rulesOf({ ...published, scale: twice }, false)).toEqual(["turned-scale"]);
});

test("a key that was an open item never becomes a rating", () => {
  const draft = aForm({ advice: null });
  const reused = addItem(draft, 0, { kind: "rating", key: "advice", text: itemOf(published, "advice").text });
  expect(breachesOf(reused, standing(false, aForm({ advice: null })))).toEqual([]);
  expect(breachesOf(reused, { ...standing(false), earlier: [published] })).toEqual([
    { rule: "other-kind", key: "advice" },
  ]);
});

describe("an amendment", () => {
  const reworded = aForm({ overall: { amendment: "rewording" } });
  test("is dropped where nothing differs or nobody has answered, and a rewording stays for good", () => {
    const idle = aForm({ overall: { amendment: "correction" } });
    expect(withAmendments(idle, standing(true))).toEqual(published);
    const changed = aForm({ overall: { ...inWords("换了"), amendment: "correction" } });
    expect(itemOf(withAmendments(changed, standing(false)), "overall").amendment).toBeUndefined();
    expect(withAmendments(published, standing(true, reworded))).toEqual(reworded);
    expect(itemOf(withAmendments(changed, standing(true, reworded)), "overall").amendment).toBe("rewording");
  });
});

describe("everything asked", () => {
  test("is the newest form, with what only earlier versions asked at its end, in the newest words", () => {
    const newest = retireItem(moveItem(published, "missing_information", -1), "advice");
    const second = aForm({ advice: inWords("第二版的说法") });
    expect(
      itemsOf(everythingAsked(newest, [newest, second, published]))
        .map(({ key }) => key)
        .slice(5),
    ).toEqual(["missing_information", "valuable_information", "advice"]);
    expect(itemOf(everythingAsked(newest, [second, published]), "advice").text["zh-CN"]).toBe("第二版的说法");
  });

  test("is nothing where answers hold other ratings by the same place", () => {
    expect(() => everythingAsked(published, [moveItem(published, "impact", 1)])).toThrow("different ratings");
  });
});
