import { describe, expect, test } from "vitest";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import {
  agreementByField,
  comparedFields,
  differingFields,
  keyedValues,
  nextSheetToKey,
  secondKeyingRefusal,
} from "@/lib/survey/second-keying";
import { type TextPiece, textDifference } from "@/lib/survey/text-difference";
import { type Answers, aResponse } from "@/test/support/a-response";

const FORM = { ...JINCHEN_2024, asks: ["stakeholder_group", "topics", "quote", "contact"] as const };
const differing = (first: Answers, second: Answers) => differingFields(FORM, aResponse(first), aResponse(second));

describe("two keyings of a sheet", () => {
  test("are compared in every item and optional question but the contact", () => {
    const fields = comparedFields(FORM);
    expect(fields).toHaveLength(11);
    expect(fields.slice(-3)).toEqual(["stakeholder_group", "topics", "quote"]);
  });

  test.each<[string, Answers, Answers, string[]]>([
    ["the same answers", { overall: 5, advice: "好" }, { overall: 5, advice: "好" }, []],
    ["another rating", { overall: 5 }, { overall: 4 }, ["overall"]],
    ["a rating that one left out", { overall: 5, impact: 3 }, { overall: 5 }, ["impact"]],
    ["another word", { advice: "水耗数据清楚" }, { advice: "水耗数椐清楚" }, ["advice"]],
    ["other spaces and line breaks", { advice: "水耗 数据\n清楚" }, { advice: "水耗数据　清楚" }, []],
    ["half width for full width", { advice: "好，谢谢" }, { advice: "好,谢谢" }, ["advice"]],
    [
      "topics in another order",
      { overall: 5, topics: ["water", "climate"] },
      { overall: 5, topics: ["climate", "water"] },
      [],
    ],
    ["another topic", { overall: 5, topics: ["water"] }, { overall: 5, topics: ["climate"] }, ["topics"]],
    [
      "a group and a consent",
      { overall: 5, stakeholder_group: "investor", quote: "yes" },
      { overall: 5, quote: "no" },
      ["stakeholder_group", "quote"],
    ],
  ])("with %s differ in %o", (_, first, second, fields) => {
    expect(differing(first, second)).toEqual(fields);
  });

  test("stand as a form would send them", () => {
    const values = keyedValues(FORM, aResponse({ impact: 2, advice: "𠮷", topics: ["water"], quote: "no" }));
    expect(values).toMatchObject({
      impact: "2",
      overall: "",
      advice: "𠮷",
      topics: ["water"],
      quote: "no",
      stakeholder_group: "",
    });
  });

  test("agree field by field, of those that were compared", () => {
    const keyings = [
      { compared: ["impact", "advice"], differing: ["advice"] },
      { compared: ["impact"], differing: [] },
    ];
    expect(agreementByField(keyings)).toEqual([
      { field: "impact", compared: 2, agreed: 2 },
      { field: "advice", compared: 1, agreed: 0 },
    ]);
  });
});

describe("the second person", () => {
  const sheets = [
    { sheet: 1, enteredBy: "wang", secondBy: null },
    { sheet: 2, enteredBy: "wang", secondBy: "li" },
    { sheet: 3, enteredBy: "li", secondBy: null },
    { sheet: 5, enteredBy: "wang", secondBy: null },
  ];

  test("keys no sheet that they keyed first, none that was keyed twice, and none that was not typed", () => {
    expect(sheets.map((sheet) => secondKeyingRefusal(sheet, "li"))).toEqual([null, "keyed", "own", null]);
    expect(secondKeyingRefusal(undefined, "li")).toBe("untyped");
  });

  test("goes on to the next sheet that they can key, and back to one that was left out", () => {
    expect(nextSheetToKey(sheets, "li")).toBe(1);
    expect(nextSheetToKey(sheets, "li", 1)).toBe(5);
    expect(nextSheetToKey(sheets, "li", 5)).toBe(1);
    expect(nextSheetToKey(sheets.slice(1, 3), "li")).toBeNull();
  });
});

describe("the difference of two texts", () => {
  const shown = (pieces: readonly TextPiece[]) => pieces.map(({ text, same }) => (same ? text : `[${text}]`)).join("");

  test.each([
    ["水耗数据清楚", "水耗数椐清楚", "水耗数[据]清楚", "水耗数[椐]清楚"],
    ["供应商𠮷野", "供应商吉野", "供应商[𠮷]野", "供应商[吉]野"],
    ["很好👨‍👩‍👧", "很好👨‍👩‍👦", "很好[👨‍👩‍👧]", "很好[👨‍👩‍👦]"],
    ["缺少范围三", "缺少范围三的数据", "缺少范围三", "缺少范围三[的数据]"],
    ["", "整句", "", "[整句]"],
    ["同", "同", "同", "同"],
    ["一二三四五", "一三五六", "一[二]三[四]五", "一三五[六]"],
  ])("%j and %j is read character by character", (first, second, one, other) => {
    const difference = textDifference(first, second);
    expect(shown(difference.first)).toBe(one);
    expect(shown(difference.second)).toBe(other);
  });

  test("of the longest texts takes less than a second", () => {
    const start = Date.now();
    textDifference("甲乙".repeat(1000), "丙丁".repeat(1000));
    expect(Date.now() - start).toBeLessThan(1000);
  });
});
