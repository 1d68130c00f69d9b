import { describe, expect, test } from "vitest";
import { EditionDefinition } from "@/lib/survey/edition";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { OPTIONAL_QUESTIONS, askedIn } from "@/lib/survey/optional-question";
import { parseResponse } from "@/lib/survey/response";
import { STAKEHOLDER_GROUPS, STAKEHOLDER_GROUP_NAMES } from "@/lib/survey/stakeholder-group";
import { PILLAR_NAMES, TOPICS } from "@/lib/survey/topic";
import printedGroups from "@/test/fixtures/report-2024/stakeholders.json";
import printedTopics from "@/test/fixtures/report-2024/topics.json";

const KEY = "0b9b6f0e-3c1d-4f5a-9d8e-7c6b5a493827";
const parse = (fields: Record<string, unknown>, asks = JINCHEN_2024.asks) =>
  parseResponse({ ...JINCHEN_2024, asks }, { idempotency_key: KEY, overall: 5, ...fields });
const answersIn = (fields: Record<string, unknown>) => {
  const parsed = parse(fields);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const { stakeholderGroup, topics, quoteConsent, contact } = parsed.value;
  return { stakeholderGroup, topics, quoteConsent, contact };
};
const errorsOf = (fields: Record<string, unknown>, asks = JINCHEN_2024.asks) => {
  const parsed = parse(fields, asks);
  return parsed.ok || parsed.error.kind !== "invalid" ? parsed : parsed.error.items;
};
const NONE = { stakeholderGroup: null, topics: [], quoteConsent: null, contact: null };

describe("the report's own lists", () => {
  test("of stakeholder groups is ours to the letter and in order, and 其他 follows", () => {
    const ours = STAKEHOLDER_GROUPS.map((code) => ({ code, name: STAKEHOLDER_GROUP_NAMES[code]["zh-CN"] }));
    const printed = printedGroups.groups.map(({ code, name }) => ({ code, name }));
    expect(ours).toEqual([...printed, { code: "other", name: "其他" }]);
  });

  test("of topics is ours to the letter, in the order of the ranking, each under its pillar", () => {
    const ours = TOPICS.map(({ rank2024, name, pillar }) => ({ rank2024, name: name["zh-CN"], pillar }));
    const printed = printedTopics.topics.map(({ number, name, dimension }) => ({
      rank2024: Number(number),
      name,
      pillar: dimension,
    }));
    expect(ours).toEqual(printed);
    const pillars = Object.entries(PILLAR_NAMES).map(([pillar, name]) => [pillar, name["zh-CN"]]);
    expect(Object.fromEntries(pillars)).toEqual(printedTopics.dimensions);
  });

  test("of topics has 25 slugs, each once, in the form that the database takes", () => {
    expect(new Set(TOPICS.map(({ slug }) => slug)).size).toBe(25);
    expect(TOPICS.filter(({ slug }) => !/^[a-z][a-z0-9-]{0,39}$/.test(slug))).toEqual([]);
  });
});

describe("optional answers", () => {
  test.each([undefined, null, ""])("are missing, never an error, when %j is sent", (blank) => {
    const fields = { stakeholder_group: blank, topics: blank, quote: blank, contact: blank, contact_consent: blank };
    expect(answersIn(fields)).toEqual(NONE);
  });

  test("are read: the group, topics in the order of the list, yes as true, a contact trimmed", () => {
    const fields = {
      stakeholder_group: "academia",
      topics: ["community-rel", "climate", "water"],
      quote: "yes",
      contact: " 张三 138 0000 0000\u3000",
      contact_consent: "yes",
    };
    expect(answersIn(fields)).toEqual({
      stakeholderGroup: "academia",
      topics: ["climate", "water", "community-rel"],
      quoteConsent: true,
      contact: "张三 138 0000 0000",
    });
    expect(answersIn({ quote: "no" }).quoteConsent).toBe(false);
  });

  test("alone are no response, and nothing at all is empty", () => {
    for (const fields of [
      { stakeholder_group: "other" },
      { topics: ["water"] },
      { quote: "no" },
      { contact: "a@b.cn", contact_consent: "yes" },
    ])
      expect(parse({ overall: "", ...fields })).toEqual({ ok: false, error: { kind: "only-optional" } });
    expect(parse({ overall: "", contact_consent: "yes" })).toEqual({ ok: false, error: { kind: "empty" } });
  });

  test.each([
    ["stakeholder_group", "shareholder", "not-a-group"],
    ["stakeholder_group", "Investor", "not-a-group"],
    ["stakeholder_group", ["investor"], "not-a-group"],
    ["topics", "climate", "not-topics"],
    ["topics", ["climate", "weather"], "not-topics"],
    ["topics", ["climate", "climate"], "not-topics"],
    ["topics", [1], "not-topics"],
    ["topics", [""], "not-topics"],
    ["topics", { 0: "climate" }, "not-topics"],
    ["quote", "maybe", "not-yes-or-no"],
    ["quote", true, "not-yes-or-no"],
    ["contact_consent", "on", "bad-field"],
    ["contact_consent", true, "bad-field"],
  ])("refuse %s = %j", (field, sent, code) => {
    expect(errorsOf({ [field]: sent })).toEqual({ [field]: { code } });
  });
});

describe("topics", () => {
  const slugs = TOPICS.map(({ slug }) => slug);

  test("may be five and not six", () => {
    expect(answersIn({ topics: slugs.slice(0, 5) }).topics).toHaveLength(5);
    const error = { code: "too-many-topics", chosen: 6, max: 5 };
    expect(errorsOf({ topics: slugs.slice(0, 6) })).toEqual({ topics: error });
  });
});

describe("a contact", () => {
  test("needs its consent, which is asked for at the consent", () => {
    expect(errorsOf({ contact: "a@b.cn" })).toEqual({ contact_consent: { code: "consent-missing" } });
    expect(errorsOf({ contact: "a@b.cn", contact_consent: "no" })).toEqual({ contact_consent: { code: "bad-field" } });
  });

  test.each(["", "  ", "\u200B", null])("that is blank (%j) with a consent is no contact", (contact) => {
    expect(answersIn({ contact, contact_consent: "yes" })).toEqual(NONE);
  });

  test.each(["𠮷", "字", "😀"])("of 200 times %j fits, one more does not", (sign) => {
    const given = (length: number) => ({ contact: sign.repeat(length), contact_consent: "yes" });
    expect(answersIn(given(200)).contact).toBe(sign.repeat(200));
    expect(errorsOf(given(201))).toEqual({ contact: { code: "too-long", excess: 1, max: 200 } });
  });

  test.each([
    ["a\0b", "unreadable-text"],
    ["\uD842", "unreadable-text"],
    ["a\nb", "not-one-line"],
    ["a\r\nb", "not-one-line"],
    ["a\u2028b", "not-one-line"],
    [5, "not-text"],
    [["a@b.cn"], "not-text"],
  ])("refuses %j", (contact, code) => {
    expect(errorsOf({ contact, contact_consent: "yes" })).toEqual({ contact: { code } });
  });
});

describe("an edition", () => {
  test("asks what its setting says, in the order of the form, each once", () => {
    expect(askedIn(["contact", "topics"])).toEqual(["topics", "contact"]);
    expect(JINCHEN_2024.asks).toEqual([...OPTIONAL_QUESTIONS]);
    for (const asks of [["topics", "topics"], ["age"], undefined])
      expect(EditionDefinition.safeParse({ ...JINCHEN_2024, asks }).success).toBe(false);
  });

  test("knows no field of a question it does not ask", () => {
    const fields = { stakeholder_group: "other", topics: ["water"], quote: "no", contact: "", contact_consent: "yes" };
    const unknown = { code: "unknown-field" };
    expect(errorsOf(fields, [])).toEqual(Object.fromEntries(Object.keys(fields).map((field) => [field, unknown])));
    expect(errorsOf(fields, ["topics", "contact"])).toEqual({ stakeholder_group: unknown, quote: unknown });
  });

  test.each(["topics", "quote", "contact_consent"])(
    "has no item with the key %s, which is an optional field",
    (key) => {
      const [section] = JINCHEN_2024.instrument.sections;
      const sections = [{ ...section!, items: [{ ...section!.items[0]!, key }] }];
      const instrument = { ...JINCHEN_2024.instrument, sections };
      expect(EditionDefinition.safeParse({ ...JINCHEN_2024, instrument }).success).toBe(false);
    },
  );
});
