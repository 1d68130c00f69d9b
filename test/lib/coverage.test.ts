import { describe, expect, test } from "vitest";
import { type GroupAnswers, coverageOf, groupsThatAre } from "@/lib/analysis/coverage";
import { STAKEHOLDER_GROUPS } from "@/lib/survey/stakeholder-group";

const answers = (group: GroupAnswers["group"], valid: number, lastOn = "2025-06-18"): GroupAnswers => ({
  group,
  valid,
  lastOn,
});

describe("the coverage board", () => {
  test("of nobody has every group, all of the report's silent", () => {
    const coverage = coverageOf([]);
    expect(coverage.rows.map(({ group, valid, lastWeek }) => [group, valid, lastWeek])).toEqual(
      STAKEHOLDER_GROUPS.map((group) => [group, 0, null]),
    );
    expect(groupsThatAre("silent", coverage)).toEqual(STAKEHOLDER_GROUPS.filter((group) => group !== "other"));
    expect([coverage.total, coverage.unstated]).toEqual([0, { valid: 0, lastWeek: null }]);
  });

  test("of one answer that states no group has it apart and in the total", () => {
    const coverage = coverageOf([answers(null, 1)]);
    expect([coverage.total, coverage.unstated.valid]).toEqual([1, 1]);
    expect(groupsThatAre("silent", coverage)).toHaveLength(7);
  });

  test("of seven tells silent, few and heard groups apart, and never waits for others", () => {
    const coverage = coverageOf([answers("customer", 5), answers("employee", 1), answers("other", 1)]);
    expect(groupsThatAre("heard", coverage)).toEqual(["customer"]);
    expect(groupsThatAre("few", coverage)).toEqual(["employee"]);
    expect(groupsThatAre("silent", coverage)).toEqual(["investor", "supplier", "regulator", "community", "academia"]);
    expect(groupsThatAre("unexpected", coverage)).toEqual(["other"]);
  });

  test("of sixty adds up to its total", () => {
    const counts = [12, 9, 8, 14, 5, 5, 4];
    const groups = STAKEHOLDER_GROUPS.slice(0, 7).map((group, place) => answers(group, counts[place] ?? 0));
    const coverage = coverageOf([...groups, answers(null, 3)]);
    expect(coverage.total).toBe(60);
    expect(coverage.rows.reduce((sum, { valid }) => sum + valid, coverage.unstated.valid)).toBe(60);
    expect(groupsThatAre("few", coverage)).toEqual(["academia"]);
  });

  test.each([
    ["2025-06-16", "2025-06-16"],
    ["2025-06-22", "2025-06-16"],
    ["2026-01-01", "2025-12-29"],
    ["2024-03-03", "2024-02-26"],
  ])("tells of the last answer, of %s, the week only: that of %s", (lastOn, monday) => {
    expect(coverageOf([answers("customer", 1, lastOn)]).rows[1]?.lastWeek).toBe(monday);
  });
});
