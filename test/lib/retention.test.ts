import { describe, expect, test } from "vitest";
import { contactsKeptSince, textsKeptSince } from "@/lib/survey/retention";

const notice = { contactMonths: 6, responseYears: 5 };

describe("what a privacy notice promises", () => {
  test.each([
    ["2026-11-23", "2026-05-23"],
    ["2026-08-31", "2026-02-28"],
    ["2028-08-31", "2028-02-29"],
    ["2026-03-15", "2025-09-15"],
  ])("keeps contacts for its months: on %s those agreed to since %s", (today, since) => {
    expect(contactsKeptSince(notice, "closed", today)).toBe(since);
  });

  test("lets contacts go once the results stand in next year's report", () => {
    expect(contactsKeptSince(notice, "disclosed", "2026-12-31")).toBe("2027-01-01");
  });

  test("keeps texts for its years", () => {
    expect(textsKeptSince(notice, "2028-02-29")).toBe("2023-02-28");
  });

  test("deletes nothing without a period", () => {
    const none = { contactMonths: null, responseYears: null };
    expect([contactsKeptSince(none, "sealed", "2026-01-01"), textsKeptSince(none, "2026-01-01")]).toEqual([null, null]);
  });
});
