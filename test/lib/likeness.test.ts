import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasSentence, likenessOf, sentenceOf } from "@/lib/survey/likeness";
import { aResponse } from "@/test/support/a-response";

const of = (...[answers]: Parameters<typeof aResponse>) => likenessOf(aResponse(answers));

describe("two answers", () => {
  test("are alike whatever their key and channel", () => {
    expect(of({ overall: 5, advice: "供应链", channel: "pdf" })).toBe(of({ overall: 5, advice: "供应链" }));
  });

  test.each([
    ["供应链 数据", "供应链数据"],
    ["供应链\r\n数据", "供应链\u3000\u200B数据"],
    ["ＥＳＧ报告", "esg报告"],
    ["ｶﾞ", "ガ"],
  ])("are alike when only width, case, spaces or invisible signs differ: %j %j", (one, other) => {
    expect(of({ advice: one })).toBe(of({ advice: other }));
  });

  test.each([
    [{ overall: 5 }, { overall: 4 }],
    [{ overall: 5 }, { impact: 5 }],
    [{ advice: "意见 1" }, { advice: "意见 2" }],
    [{ advice: "无" }, { missing_information: "无" }],
    [{ advice: "无" }, { advice: "无", overall: 3 }],
    [{ advice: "甲", missing_information: "乙" }, { advice: "甲乙" }],
  ])("are not alike when they say something else or at another place: %j %j", (one, other) => {
    expect(of(one)).not.toBe(of(other));
  });

  test("are alike in whatever order their texts stand", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.string()), (verbatims) => {
        const reversed = Object.fromEntries(Object.entries(verbatims).toReversed());
        expect(likenessOf({ ratings: [5], verbatims: reversed })).toBe(likenessOf({ ratings: [5], verbatims }));
      }),
    );
  });
});

describe("a sentence", () => {
  test.each([
    ["没有意见", false],
    ["希望公司越来越好", false],
    ["Thank you very much", false],
    ["无　　　　　　　　　　　　　　　　　　　　　　　　　　", false],
    ["建议增加供应链碳排放的三年可比数据和口径", true],
    ["𠮷".repeat(20), true],
  ])("is as long as two readers hardly write alike: %j → %s", (advice, expected) => {
    expect(hasSentence(aResponse({ advice }))).toBe(expected);
  });
});

describe("a sentence", () => {
  const SENTENCE = "建议公司披露范围三温室气体排放数据ＡＢＣ。";

  test("is the same in an edition whatever its width, case and spaces, and another in another edition", () => {
    expect(sentenceOf("e", "建议公司披露 范围三温室气体排放数据abc。")).toBe(sentenceOf("e", SENTENCE));
    expect(sentenceOf("f", SENTENCE)).not.toBe(sentenceOf("e", SENTENCE));
    expect(sentenceOf("e", SENTENCE)).toMatch(/^[\w-]{22}$/);
  });

  test("has twenty characters: shorter ones are common property", () => {
    expect(sentenceOf("e", "字".repeat(19))).toBeNull();
    expect(sentenceOf("e", "𠮷".repeat(20))).not.toBeNull();
    expect(sentenceOf("e", `无${" ".repeat(40)}`)).toBeNull();
  });
});
