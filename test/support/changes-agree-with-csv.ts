import { expect } from "vitest";
import { compareYears } from "@/lib/analysis/comparison";
import { partOf } from "./agrees-with-csv";
import { type Seen, expectSame } from "./seen-edition";
import { roundedPoints, slowChange, slowExactP, slowHolm, slowIndependence, slowVerdict } from "./slow-comparison";
import { type CsvRow, scoresOf, slowPercents, slowRating, validOf } from "./slow-results";

/** Every comparison of two editions; tells which tests it met. */
export function expectChanges(now: Seen, before: Seen): string[] {
  const met: string[] = [];
  const { items } = compareYears(now, before);
  expect(items).toHaveLength(5);
  for (const { key, change, tests, yearOnYear } of items) {
    const [then, last] = [scoresOf(now.rows, key), scoresOf(before.rows, key)];
    const fewer = Math.min(then.length, last.length);
    const carried = fewer === 0 ? "nothing" : fewer < 10 ? "counts" : fewer < 30 ? "interval" : "test";
    expect(yearOnYear).toBe(carried);
    if (!change) {
      expect(fewer).toBeLessThan(10);
      continue;
    }
    const { difference, interval, a12, u, p } = slowChange(then, last);
    expectSame(change, { interval, a12, verdict: slowVerdict(change.points, interval) });
    expect(change.points).toBe(roundedPoints(difference));
    const isExact = fewer >= 10 && Math.max(then.length, last.length) <= 12;
    expect([tests !== null, tests?.isExact]).toEqual(
      isExact ? [true, true] : fewer < 30 ? [false, undefined] : [true, false],
    );
    if (!tests) continue;
    const independence = slowIndependence(then, last);
    expectSame(tests, { u, a12, p: isExact ? slowExactP(then, last) : p, independence });
    met.push(independence.kind, ...(isExact ? ["exact"] : []));
  }
  const tests = items.flatMap((item) => item.tests ?? []);
  expectSame(tests.map(({ pHolm }) => pHolm), slowHolm(tests.map(({ p }) => p))); // prettier-ignore
  expectMix(now, before);
  return [...met, ...(items.some(({ withinGroups }) => withinGroups) ? ["within groups"] : [])];
}

/** Who answered in both years, in whole percentages that add up, and each group beside itself where that shifted. */
function expectMix(now: Seen, before: Seen) {
  const { items, mix } = compareYears(now, before);
  const both = [now, before].map(({ rows }) => validOf(rows));
  const isJudged = both.every(({ length }) => length >= 10);
  const groupsIn = (rows: readonly CsvRow[], value: string | null) =>
    rows.filter((row) => row.stakeholder_group === (value ?? ""));
  const counts = both.map((rows) => mix.rows.map(({ value }) => groupsIn(rows, value).length));
  expect(mix.rows.map((row) => row.now)).toEqual(counts[0]);
  expect(mix.rows.map((row) => row.before)).toEqual(counts[1]);
  const shares = counts.map((of, year) => (both[year]!.length < 10 ? of.map(() => null) : slowPercents(of)));
  expect([mix.rows.map((row) => row.nowShare), mix.rows.map((row) => row.beforeShare)]).toEqual(shares);
  const moved = mix.rows.map((_, at) =>
    Math.abs(counts[0]![at]! / both[0]!.length - counts[1]![at]! / both[1]!.length),
  );
  expect(mix.rows.map(({ isShifted }) => isShifted)).toEqual(moved.map((by) => isJudged && by > 0.15 + 1e-12));
  expect([mix.isJudged, mix.isShifted]).toEqual([isJudged, mix.rows.some(({ isShifted }) => isShifted)]);
  for (const { key, withinGroups } of items) {
    expect(withinGroups !== null).toBe(mix.isShifted);
    for (const { value, ...within } of withinGroups ?? []) {
      const [then, last] = both.map((rows) => groupsIn(rows, value)) as [CsvRow[], CsvRow[]];
      for (const [found, rows] of [
        [within.now, then],
        [within.before, last],
      ] as const)
        // prettier-ignore
        if (scoresOf(rows, key).length < 5) expect(found).toBeNull();
        else expectSame(found, partOf(slowRating(rows, key), found!));
      const scores = [scoresOf(then, key), scoresOf(last, key)] as const;
      if (Math.min(scores[0].length, scores[1].length) < 10) expect(within.change).toBeNull();
      else expectSame(within.change, { a12: slowChange(...scores).a12, interval: slowChange(...scores).interval });
    }
  }
}
