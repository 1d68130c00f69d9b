import { describe, expect, test } from "vitest";
import { instantAt, wallTimeIn } from "@/lib/survey/zoned-time";

describe("a time by the clocks of a zone", () => {
  test.each([
    ["Asia/Shanghai", "2026-01-01T00:00", "2025-12-31T16:00:00.000Z"],
    ["Europe/Berlin", "2026-03-29T01:59", "2026-03-29T00:59:00.000Z"],
    ["Europe/Berlin", "2026-03-29T03:00", "2026-03-29T01:00:00.000Z"],
    ["Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30:00.000Z"],
    ["Asia/Kolkata", "2026-05-06T09:00", "2026-05-06T03:30:00.000Z"],
    ["Pacific/Kiritimati", "2026-05-06T00:00", "2026-05-05T10:00:00.000Z"],
  ])("is an instant, and back: %s %s", (zone, wallTime, instant) => {
    expect(instantAt(zone, wallTime)?.toISOString()).toBe(instant);
    expect(wallTimeIn(zone, new Date(instant))).toBe(wallTime);
  });

  test.each([
    ["Europe/Berlin", "2026-03-29T02:30"],
    ["Asia/Shanghai", "2026-02-30T00:00"],
    ["Asia/Shanghai", "2026-13-01T00:00"],
    ["Asia/Shanghai", "2026-01-01"],
    ["Asia/Shanghai", ""],
  ])("is none where clocks never show it: %s %j", (zone, wallTime) => {
    expect(instantAt(zone, wallTime)).toBeNull();
  });
});
