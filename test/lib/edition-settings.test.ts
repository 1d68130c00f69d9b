import { describe, expect, test } from "vitest";
import { parseSettings, typedSettingsOf } from "@/lib/survey/edition-settings";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";

const now = new Date("2026-06-01T00:00:00Z");
const draft = { ...JINCHEN_2024, state: "draft" as const };
const typed = (changes: object = {}) => ({ ...typedSettingsOf(draft), ...changes });

describe("an edition's settings", () => {
  test("come back as they were shown, to the second", () => {
    const opensAt = new Date("2026-05-06T01:00:42.123Z");
    const before = { ...draft, opensAt, closesAt: new Date("2026-12-31T16:00:00Z") };
    const { reportTitle, reportingPeriod, timeZone, closesAt } = before;
    expect(parseSettings(typedSettingsOf(before), before, now)).toEqual({
      ok: true,
      value: { reportTitle, reportingPeriod, timeZone, opensAt, closesAt },
    });
  });

  test("have their times by the clocks of the zone that was typed", () => {
    const parsed = parseSettings(typed({ opens_at: "2026-05-06T09:00", time_zone: "Europe/Berlin" }), draft, now);
    expect(parsed).toMatchObject({ value: { opensAt: new Date("2026-05-06T07:00:00Z"), closesAt: null } });
  });

  test("keep a title with rare characters", () => {
    const parsed = parseSettings(typed({ title_zh: "金辰股份２０２５年𠮷报告" }), draft, now);
    expect(parsed).toMatchObject({ value: { reportTitle: { "zh-CN": "金辰股份２０２５年𠮷报告" } } });
  });

  test.each([
    [{ title_zh: "　" }, "title_zh", "missing"],
    [{ title_en: "x".repeat(101) }, "title_en", "tooLong"],
    [{ title_en: "a\u{D800}" }, "title_en", "unstorable"],
    [{ period_start: "" }, "period_start", "missing"],
    [{ period_end: "2024-02-30" }, "period_end", "notADay"],
    [{ period_end: "2023-12-31" }, "period_end", "endsBeforeStart"],
    [{ time_zone: "Asia/Yingkou" }, "time_zone", "notAZone"],
    [{ opens_at: "2026-05-06" }, "opens_at", "notATime"],
    [{ opens_at: "2026-05-06T09:00", closes_at: "2026-05-06T09:00" }, "closes_at", "closesBeforeOpening"],
  ])("are refused by field: %j", (changes, field, problem) => {
    expect(parseSettings(typed(changes), draft, now)).toEqual({ ok: false, error: [{ field, problem }] });
  });

  test("are refused all at once", () => {
    const parsed = parseSettings(typed({ title_zh: "", period_end: "", closes_at: "x" }), draft, now);
    expect(parsed.ok ? [] : parsed.error.map(({ field }) => field)).toEqual(["title_zh", "period_end", "closes_at"]);
  });

  test("do not stop an open round in passing", () => {
    const open = { ...JINCHEN_2024, state: "open" as const };
    const late = parseSettings(typed({ opens_at: "2026-07-01T00:00" }), open, now);
    expect(late).toEqual({ ok: false, error: [{ field: "opens_at", problem: "opensLater" }] });
    const over = parseSettings(typed({ closes_at: "2026-05-01T00:00" }), open, now);
    expect(over).toEqual({ ok: false, error: [{ field: "closes_at", problem: "closesPast" }] });
  });
});
