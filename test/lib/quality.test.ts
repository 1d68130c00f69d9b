import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { added, robustnessOf } from "@/lib/analysis/quality";
import {
  type AnswerFacts,
  charactersRead,
  flagsOf,
  hasteBelow,
  isJunk,
  ownFlagsOf,
} from "@/lib/analysis/quality-flags";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import type { Distribution } from "@/lib/analysis/distribution";
import { aDistribution, someDistribution } from "../support/a-distribution";

const facts = (more: Partial<AnswerFacts> = {}): AnswerFacts => ({
  ratings: [5, 4, 4, 5, 4],
  texts: [],
  trapFilled: false,
  seconds: null,
  characters: 150,
  ...more,
});
const flagsOfOne = (more: Partial<AnswerFacts>) => ownFlagsOf(facts(more));
const straight = { ratings: [5, 5, 5, 5, 5] as const };

describe("a flag", () => {
  test("is none for an answer of which nothing odd is known, five times the same score included", () => {
    expect(flagsOfOne({})).toEqual([]);
    expect(flagsOfOne(straight)).toEqual([]);
    expect(flagsOfOne({ ...straight, texts: ["很好！"], seconds: 60 })).toEqual([]);
  });

  test("is for haste: below fifteen characters a second, and below three seconds however little there is to read", () => {
    expect(flagsOfOne({ seconds: 9 })).toEqual(["too-fast"]);
    expect(flagsOfOne({ seconds: 10 })).toEqual([]);
    expect(flagsOfOne({ seconds: 2, characters: 15 })).toEqual(["too-fast"]);
  });

  test("is for half of the others' time only from thirty answers on", () => {
    expect([hasteBelow(29, 100), hasteBelow(30, null), hasteBelow(30, 99), hasteBelow(30, 100)]).toEqual([
      null,
      null,
      50,
      50,
    ]);
    const kept = { flags: ["trap"] as const, ratings: [5, 4] as const, seconds: 49 };
    expect(flagsOf(kept, null)).toEqual(["trap"]);
    expect(flagsOf(kept, 50)).toEqual(["trap", "too-fast"]);
    expect(flagsOf(kept, 49)).toEqual(["trap"]);
    expect(flagsOf({ ...kept, ...straight }, 50)).toEqual(["trap", "too-fast", "straight-line"]);
    expect(flagsOf({ ...kept, ...straight, seconds: null }, 50)).toEqual(["trap"]);
  });

  test("stands in one order, each once", () => {
    expect(flagsOfOne({ ...straight, trapFilled: true, seconds: 5 })).toEqual(["trap", "too-fast", "straight-line"]);
    const kept = { flags: ["repeated-text", "too-fast", "burst"] as const, ratings: [1, 1] as const, seconds: 4 };
    expect(flagsOf(kept, 20)).toEqual(["too-fast", "burst", "repeated-text", "straight-line"]);
  });

  test("is for a straight line in haste or beside words that are none, with nothing left blank", () => {
    expect(flagsOfOne({ ...straight, seconds: 5 })).toEqual(["too-fast", "straight-line"]);
    expect(flagsOfOne({ ...straight, texts: ["。。。"] })).toEqual(["straight-line"]);
    expect(flagsOfOne({ ratings: [5, 5, 5, 5, null], texts: ["。。。"] })).toEqual([]);
    expect(flagsOfOne({ ratings: [null, null], texts: ["。。。"] })).toEqual([]);
    expect(flagsOfOne({ ratings: [], texts: ["。。。"] })).toEqual([]);
  });

  test("measures reading by the items that were answered, in Chinese characters, hints included", () => {
    const { instrument } = JINCHEN_2024;
    const nothing = { ratings: [null, null, null, null, null], verbatims: {} };
    expect(charactersRead(instrument, nothing)).toBe(0);
    expect(charactersRead(instrument, { ...nothing, ratings: [null, null, null, 4, null] })).toBe(11);
    expect(charactersRead(instrument, { ...nothing, verbatims: { advice: "好" } })).toBe(17);
    const five = charactersRead(instrument, { ratings: [5, 4, 3, 2, 1], verbatims: {} }) / 15;
    expect(five).toBeGreaterThan(7);
    expect(five).toBeLessThan(10);
    const hinted = { key: "a_key", kind: "rating" as const, text: { "zh-CN": "评价", en: "Rate" } };
    const sections = [{ title: hinted.text, hint: hinted.text, items: [{ ...hinted, hint: hinted.text }] }];
    expect(charactersRead({ sections }, { ratings: [5], verbatims: {} })).toBe(4);
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
});

describe("a headline", () => {
  const nobody = aDistribution();
  const doubted = { suspects: nobody, flagged: nobody, groups: [], groupsPoints: null, before: null };
  const counted = aDistribution(10, 12, 12, 4, 2);

  test("stands on every basis, and does not flip where nobody is doubted", () => {
    const { headlines, flips } = robustnessOf({ counted, ...doubted });
    expect(headlines).toMatchObject([
      { basis: "counted", topTwo: 22, base: 40, share: 55, isMajority: true, verdict: null },
      { basis: "with-suspects", topTwo: 22, base: 40, share: 55 },
      { basis: "without-flagged", topTwo: 22, base: 40, share: 55 },
    ]);
    expect(flips).toBe(false);
    const alone = robustnessOf({ counted, ...doubted, suspects: null, flagged: null });
    expect(alone.headlines.map(({ basis }) => basis)).toEqual(["counted"]);
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

  test("flips when groups that weigh the same tell the opposite of a rise or fall, and of level nothing", () => {
    const groups = [aDistribution(30, 0, 10), aDistribution(3, 0, 2)];
    const before = aDistribution(0, 20, 20);
    const beside = (told: Distribution, groupsPoints: number | null) =>
      robustnessOf({ ...doubted, suspects: null, flagged: null, counted: told, groups, groupsPoints, before }).flips;
    const [rise, fall, level] = [aDistribution(32, 0, 8), aDistribution(21, 0, 79), aDistribution(22, 0, 18)];
    expect([-1, 0, 1, null].map((points) => beside(rise, points))).toEqual([true, false, false, false]);
    expect(robustnessOf({ ...doubted, counted: fall, groups: [], before }).headlines[0].verdict).toBe("lower");
    expect([-9, 9].map((points) => beside(level, points))).toEqual([false, false]);
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
