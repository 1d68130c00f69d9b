import { describe, expect, test } from "vitest";
import { EDITION_STATES, EditionDefinition, availabilityOf, lastMomentOf, dayIn } from "@/lib/survey/edition";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";

const opensAt = new Date("2025-05-01T00:00:00+08:00");
const closesAt = new Date("2025-07-01T00:00:00+08:00");
const during = new Date("2025-06-01T00:00:00+08:00");
const aMomentBefore = (instant: Date) => new Date(instant.getTime() - 1);

describe("an edition takes answers", () => {
  test("in the state open only, also within its field period", () => {
    const taken = EDITION_STATES.map((state) => availabilityOf({ state, opensAt, closesAt }, during));
    expect(taken).toEqual(["not-yet-open", "open", "closed", "closed", "closed"]);
  });

  test.each([
    [aMomentBefore(opensAt), "not-yet-open"],
    [opensAt, "open"],
    [aMomentBefore(closesAt), "open"],
    [closesAt, "closed"],
  ])("from its opening on and until just before its closing: %s", (now, availability) => {
    expect(availabilityOf({ state: "open", opensAt, closesAt }, now)).toBe(availability);
  });

  test("at any time when it has no field period", () => {
    expect(availabilityOf({ state: "open", opensAt: null, closesAt: null }, new Date(0))).toBe("open");
  });
});

describe("the day of an answer", () => {
  test.each([
    ["2025-04-30T15:59:59.999Z", "2025-04-30"],
    ["2025-04-30T16:00:00Z", "2025-05-01"],
    ["2024-12-31T16:00:00Z", "2025-01-01"],
  ])("is the company's: %s is %s in Shanghai", (instant, day) => {
    expect(dayIn("Asia/Shanghai", new Date(instant))).toBe(day);
  });
});

describe("an edition's definition", () => {
  test("of 2024 is well formed", () => {
    expect(EditionDefinition.parse(JINCHEN_2024)).toEqual(JINCHEN_2024);
  });

  const [ratings, open] = JINCHEN_2024.instrument.sections;
  test.each<[string, object]>([
    ["a slug in capitals", { slug: "2024-Q1" }],
    ["an unknown time zone", { timeZone: "Asia/Yingkou" }],
    ["a day that is none", { reportingPeriod: { start: "2024-02-30", end: "2024-12-31" } }],
    ["a text in one language", { reportTitle: { "zh-CN": "报告" } }],
    ["two items of one key", { instrument: { ...JINCHEN_2024.instrument, sections: [ratings, open, open] } }],
    [
      "a scale from worst to best",
      { instrument: { ...JINCHEN_2024.instrument, scale: JINCHEN_2024.instrument.scale.toReversed() } },
    ],
    ["a property nobody knows", { colour: "green" }],
  ])("refuses %s", (_, change) => {
    expect(EditionDefinition.safeParse({ ...JINCHEN_2024, ...change }).success).toBe(false);
  });
});

describe("the last day of a round", () => {
  test("is the day before the midnight at which it closes", () => {
    const last = lastMomentOf({ closesAt: new Date("2025-12-31T16:00:00Z") });
    expect(last && dayIn("Asia/Shanghai", last)).toBe("2025-12-31");
  });

  test("is none without an end", () => {
    expect(lastMomentOf({ closesAt: null })).toBeNull();
  });
});
