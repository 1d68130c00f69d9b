import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entryRefusal, isOutsideFieldPeriod, readReceivedOn } from "@/lib/survey/entry";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";

const TODAY = "2025-06-18";
const read = (sent: unknown) => readReceivedOn(JINCHEN_2024, sent, TODAY);

describe("an edition takes entries", () => {
  test.each([
    ["draft", "draft"],
    ["open", null],
    ["closed", null],
    ["sealed", "sealed"],
    ["disclosed", "sealed"],
  ] as const)("in the state %s: refused as %s", (state, refusal) => {
    expect(entryRefusal({ state })).toBe(refusal);
  });
});

describe("the day an answer came", () => {
  test("is a real day, not after today and not before the report's year", () => {
    expect(read(TODAY)).toEqual({ ok: true, value: TODAY });
    expect(read("2024-01-01")).toEqual({ ok: true, value: "2024-01-01" });
    expect(read("2025-06-19")).toEqual({ ok: false, error: "in-future" });
    expect(read("2023-12-31")).toEqual({ ok: false, error: "before-report" });
  });

  test.each(["", "2025-02-29", "2025-6-1", "２０２５-06-01", "18/06/2025", 20250618, null, undefined, ["2025-06-18"]])(
    "is not %j",
    (sent) => expect(read(sent)).toEqual({ ok: false, error: "not-a-day" }),
  );

  test("is never read as another one", () => {
    fc.assert(
      fc.property(fc.string(), (sent) => {
        const day = read(sent);
        expect(!day.ok || day.value === sent).toBe(true);
      }),
    );
  });

  test("is outside the field period before its first and after its last day, in the edition's time zone", () => {
    const round = {
      timeZone: "Asia/Shanghai",
      opensAt: new Date("2025-05-05T16:00:00Z"),
      closesAt: new Date("2025-12-31T16:00:00Z"),
    };
    const outside = (day: string) => isOutsideFieldPeriod(round, day);
    expect(["2025-05-05", "2025-05-06", "2025-12-31", "2026-01-01"].map(outside)).toEqual([true, false, false, true]);
    expect(isOutsideFieldPeriod({ ...round, opensAt: null, closesAt: null }, "1999-01-01")).toBe(false);
  });
});
