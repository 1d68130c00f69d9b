import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crowdedDays } from "@/lib/analysis/crowded-days";
import { added, robustnessOf } from "@/lib/analysis/quality";
import { type AnswerFacts, isJunk, qualityFlagsOf, repeatedTexts } from "@/lib/analysis/quality-flags";
import { aDistribution, someDistribution } from "../support/a-distribution";

const facts = (more: Partial<AnswerFacts> = {}): AnswerFacts => ({
  ratings: [5, 4, 4, 5, 4],
  texts: [],
  repeatsText: false,
  trapFilled: false,
  inBurst: false,
  seconds: null,
  charactersShown: 150,
  ...more,
});
const few = { valid: 29, medianSeconds: 100 };
const flagsOf = (more: Partial<AnswerFacts>, round = few) => qualityFlagsOf(facts(more), round);
const straight = { ratings: [5, 5, 5, 5, 5] as const };

describe("a flag", () => {
  test("is none for an answer of which nothing odd is known, five times the same score included", () => {
    expect(flagsOf({})).toEqual([]);
    expect(flagsOf(straight)).toEqual([]);
    expect(flagsOf({ ...straight, texts: ["很好！"], seconds: 60 })).toEqual([]);
  });

  test("says what is known, in one order", () => {
    expect(flagsOf({ repeatsText: true, trapFilled: true, inBurst: true })).toEqual(["trap", "burst", "repeated-text"]);
  });

  test("is for haste: below fifteen characters a second, and below three seconds however little there is to read", () => {
    expect(flagsOf({ seconds: 9.9 })).toEqual(["too-fast"]);
    expect(flagsOf({ seconds: 10 })).toEqual([]);
    expect(flagsOf({ seconds: 2, charactersShown: 15 })).toEqual(["too-fast"]);
  });

  test("is for half of the others' time only from thirty answers on", () => {
    expect(flagsOf({ seconds: 49 })).toEqual([]);
    expect(flagsOf({ seconds: 49 }, { ...few, valid: 30 })).toEqual(["too-fast"]);
    expect(flagsOf({ seconds: 50 }, { ...few, valid: 30 })).toEqual([]);
    expect(qualityFlagsOf(facts({ seconds: 49 }), { valid: 30, medianSeconds: null })).toEqual([]);
  });

  test("is for a straight line in haste or beside words that are none, with nothing left blank", () => {
    expect(flagsOf({ ...straight, seconds: 5 })).toEqual(["too-fast", "straight-line"]);
    expect(flagsOf({ ...straight, texts: ["。。。"] })).toEqual(["straight-line"]);
    expect(flagsOf({ ratings: [5, 5, 5, 5, null], texts: ["。。。"] })).toEqual([]);
    expect(flagsOf({ ratings: [null, null], texts: ["。。。"] })).toEqual([]);
  });

  test.each([
    ["。。。", true],
    ["１２３", true],
    ["👍", true],
    ["aaaaa", true],
    ["哈哈哈哈哈", true],
    ["好好好", false],
    ["无", false],
    ["𠮷", false],
    ["  ", false],
    ["范围三排放2025", false],
  ])("takes %j for no word: %s", (text, isNone) => {
    expect(isJunk(text)).toBe(isNone);
  });

  test("is for a sentence that another answer has too, width and spaces aside; not for a common phrase", () => {
    const sentence = "建议公司披露范围三温室气体排放数据ＡＢＣ。";
    const same = "建议公司披露 范围三温室气体排放数据abc。";
    expect(repeatedTexts([[sentence], [same], [sentence.slice(0, 10)], [sentence.slice(0, 10)]])).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(repeatedTexts([[sentence, sentence], ["无"], []])).toEqual([false, false, false]);
  });
});

test("a day is crowded with ten answers of a group and half of all that it gave", () => {
  const on = (day: string, group: "employee" | "customer", count: number) => ({ day, group, count });
  const days = [
    on("2025-06-02", "employee", 10),
    on("2025-06-01", "customer", 12),
    on("2025-06-03", "employee", 10),
    on("2025-06-04", "customer", 13),
    on("2025-06-05", "customer", 1),
  ];
  expect(crowdedDays(days)).toEqual([
    { ...on("2025-06-02", "employee", 10), all: 20 },
    { ...on("2025-06-03", "employee", 10), all: 20 },
    { ...on("2025-06-04", "customer", 13), all: 26 },
  ]);
  expect(crowdedDays([on("2025-06-02", "employee", 9)])).toEqual([]);
});

describe("a headline", () => {
  const nobody = aDistribution();
  const doubted = { suspects: nobody, flagged: nobody, groups: [], before: null };
  const counted = aDistribution(10, 12, 12, 4, 2);

  test("stands on every basis, and does not flip where nobody is doubted", () => {
    const { headlines, flips } = robustnessOf({ counted, ...doubted });
    expect(headlines).toMatchObject([
      { basis: "counted", topTwo: 22, base: 40, share: 55, isMajority: true, verdict: null },
      { basis: "with-suspects", topTwo: 22, base: 40, share: 55 },
      { basis: "without-flagged", topTwo: 22, base: 40, share: 55 },
    ]);
    expect(flips).toBe(false);
  });

  test("flips when the suspects, or the flagged, or the large groups make the majority", () => {
    const suspects = aDistribution(0, 0, 0, 0, 10);
    expect(robustnessOf({ counted, ...doubted, suspects })).toMatchObject({ flips: true });
    const flagged = aDistribution(8);
    expect(robustnessOf({ counted, ...doubted, flagged })).toMatchObject({ flips: true });
    const groups = [aDistribution(10, 10, 10), aDistribution(0, 2, 2, 4, 2)];
    const { headlines, flips } = robustnessOf({ counted, ...doubted, groups });
    expect(headlines.at(-1)).toMatchObject({ basis: "groups-alike", share: 43, base: 40, topTwo: null });
    expect(flips).toBe(true);
  });

  test("flips when a rise is one only with those in doubt, not when level becomes undecided", () => {
    const before = aDistribution(0, 20, 20);
    const flagged = aDistribution(15);
    const rise = robustnessOf({ ...doubted, counted: aDistribution(32, 0, 8), flagged, before });
    expect(rise.headlines.map(({ verdict }) => verdict)).toEqual(["higher", "higher", "uncertain"]);
    expect(rise.flips).toBe(true);
    const level = robustnessOf({
      ...doubted,
      counted: aDistribution(22, 0, 18),
      flagged: aDistribution(0, 0, 3),
      before,
    });
    expect(level.headlines.map(({ verdict }) => verdict)).toEqual(["similar", "similar", "uncertain"]);
    expect(level.flips).toBe(false);
  });

  test("says nothing of half or of last year below ten answers", () => {
    const small = robustnessOf({
      ...doubted,
      counted: aDistribution(9),
      before: counted,
      suspects: aDistribution(0, 0, 9),
    });
    expect(small.headlines[0]).toMatchObject({ topTwo: 9, base: 9, share: null, isMajority: null, verdict: null });
    expect(small.flips).toBe(false);
  });

  test("of exactly half is no majority, groups alike or not", () => {
    const half = aDistribution(5, 0, 5);
    const groups = [aDistribution(1, 0, 2, 0, 0), aDistribution(7, 0, 3), aDistribution(3, 0, 7)];
    const { headlines } = robustnessOf({ ...doubted, counted: half, groups });
    expect(headlines.map(({ isMajority }) => isMajority)).toEqual([false, false, false, false]);
    expect(headlines.at(-1)).toMatchObject({ share: 50 });
  });

  test("is what it was when answers are taken out and put back", () => {
    fc.assert(
      fc.property(someDistribution(), someDistribution(), (one, other) => {
        expect(added(added(one, other), other, -1)).toEqual(one);
        expect(added(one, other)).toEqual(added(other, one));
      }),
    );
    expect(() => added(nobody, counted, -1)).toThrow(RangeError);
  });
});
