import { expect } from "vitest";
import { compareYears } from "@/lib/analysis/comparison";
import type { Dimension } from "@/lib/analysis/crosstab";
import { doubtsOf } from "@/lib/analysis/doubts";
import type { Headline } from "@/lib/analysis/quality";
import { type Seen, expectSame } from "./seen-edition";
import { roundedPoints, slowChange, slowVerdict } from "./slow-comparison";
import { type CsvRow, scoresOf, slowAlpha, slowRating, validOf } from "./slow-results";

const SCALE = ["impact", "responsiveness", "disclosure_quality", "readability"];
const KEYS = [...SCALE, "overall"];
const COLUMN: Record<Dimension, string> = {
  group: "stakeholder_group",
  channel: "response.channel",
  language: "response.language",
};
/** Of a slow rating what a found one has at all. */
export const partOf = (slow: object, found: object) =>
  Object.fromEntries(Object.entries(slow).filter(([key]) => key in found));

/** Counts, shares, middles, intervals and means of every item; what is apart; alpha. */
export function expectResults({ results, rows }: Seen) {
  const quarantined = rows.filter((row) => row["response.status"] === "quarantined");
  expect([results.received, results.valid]).toEqual([rows.length, validOf(rows).length]);
  for (const { reason, count } of results.quarantined)
    expect(count).toBe(quarantined.filter((row) => row["response.status_reason"] === reason).length);
  expect(results.quarantined.reduce((sum, { count }) => sum + count, 0)).toBe(quarantined.length);
  for (const rating of results.ratings) expectSame(rating, slowRating(rows, rating.key));
  for (const { key, base, missing } of results.open) {
    const answered = validOf(rows).filter((row) => row[key] !== "").length;
    expect([base, missing]).toEqual([answered, validOf(rows).length - answered]);
  }
  const alpha = slowAlpha(rows, SCALE);
  if (alpha === null) expect(results.reliability).toBeNull();
  else expect(results.reliability?.alpha).toBeCloseTo(alpha, 10);
}

/** Every breakdown: each value of the CSV has a row, and each row the figures of its answers alone. */
export function expectBreakdowns({ crosstabs, rows }: Seen) {
  for (const { by, rows: found } of crosstabs) {
    const of = (value: string | null) => validOf(rows).filter((row) => row[COLUMN[by]] === (value ?? ""));
    const values = new Set(validOf(rows).map((row) => row[COLUMN[by]] || null));
    expect(new Set(found.map(({ value }) => value))).toEqual(values);
    expect(found).toHaveLength(values.size);
    for (const { value, n, ratings } of found) {
      expect(n).toBe(of(value).length);
      ratings.forEach((rated, place) => expectSame(rated, partOf(slowRating(of(value), KEYS[place]!), rated)));
    }
  }
}

/** Every week or month from the first answer to the last, with each channel's answers, most first. */
export function expectArrivals({ arrivals: { unit, periods, channels }, rows }: Seen) {
  const days = validOf(rows).map((row) => row["response.received_on"]!);
  const weeks = slowPeriods(days, mondayOf);
  expect(unit).toBe(weeks.length > 60 ? "month" : "week");
  const periodOf = unit === "week" ? mondayOf : (day: string) => `${day.slice(0, 7)}-01`;
  expect(periods).toEqual(slowPeriods(days, periodOf));
  for (const { code, counts } of channels) {
    const own = validOf(rows).filter((row) => row["response.channel"] === (code ?? ""));
    const starts = own.map((row) => periodOf(row["response.received_on"]!));
    expect(counts).toEqual(periods.map((from) => starts.filter((start) => start === from).length));
  }
  const sums = channels.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0));
  expect(sums).toEqual(sums.toSorted((a, b) => b - a));
  expect(sums.reduce((sum, count) => sum + count, 0)).toBe(days.length);
}

const DAY = 24 * 60 * 60 * 1000;
const dayAt = (time: number) => new Date(time).toISOString().slice(0, 10);
const mondayOf = (day: string) => dayAt(Date.parse(day) - ((new Date(day).getUTCDay() + 6) % 7) * DAY);

/** Day by day from the first to the last. */
function slowPeriods(days: readonly string[], periodOf: (day: string) => string): string[] {
  const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)];
  const periods = new Set<string>();
  for (let at = Date.parse(first ?? ""); at <= Date.parse(last ?? ""); at += DAY) periods.add(periodOf(dayAt(at)));
  return [...periods];
}

/** What is set aside and flagged, and each headline with and without them, beside last year too, and with groups alike. */
export function expectDoubts(seen: Seen, before: Seen | null) {
  const comparison = before && compareYears(seen, before);
  const { setAside, flagged, items } = doubtsOf({ ...seen, comparison });
  const standing = (status: string) => seen.rows.filter((row) => row["response.status"] === status);
  for (const { status, reason, count } of setAside)
    expect(count).toBe(standing(status).filter((row) => row["response.status_reason"] === reason).length);
  const apart = setAside.reduce((sum, { count }) => sum + count, 0);
  expect(apart).toBe(seen.rows.length - validOf(seen.rows).length);
  const flagsOf = (row: CsvRow) => (row["response.flags"] ?? "").split(";").filter(Boolean);
  const odd = validOf(seen.rows).filter((row) => flagsOf(row).length > 0);
  expect(flagged.responses).toBe(odd.length);
  for (const { flag, count } of flagged.flags)
    expect(count).toBe(odd.filter((row) => flagsOf(row).includes(flag)).length);
  expect(new Set(flagged.flags.map(({ flag }) => flag))).toEqual(new Set(odd.flatMap(flagsOf)));
  for (const { key, headlines } of items) {
    const plain = validOf(seen.rows).filter((row) => !odd.includes(row));
    const without = headlines.find(({ basis }) => basis === "without-flagged");
    expect(without === undefined).toBe(odd.length === 0);
    if (without) expectHeadline(without, plain, before, key);
    const suspects = ["quarantined", "on_hold"].flatMap(standing);
    const counted = suspects.map((row) => ({ ...row, "response.status": "valid" }));
    const withSuspects = headlines.find(({ basis }) => basis === "with-suspects");
    expect(withSuspects === undefined).toBe(suspects.length === 0);
    if (withSuspects) expectHeadline(withSuspects, [...validOf(seen.rows), ...counted], before, key);
    expectHeadline(headlines[0], validOf(seen.rows), before, key);
    expectGroupsAlike(
      headlines.find(({ basis }) => basis === "groups-alike"),
      seen,
      before,
      key,
    );
  }
}

function expectHeadline(found: Headline, rows: readonly CsvRow[], before: Seen | null, key: string) {
  const { base, topTwo, topTwoShare } = slowRating(rows, key);
  const isMajority = base < 10 ? null : topTwo > base - topTwo;
  const [then, last] = [scoresOf(rows, key), before ? scoresOf(before.rows, key) : []];
  const change = Math.min(then.length, last.length) < 10 ? null : slowChange(then, last);
  const verdict = change && slowVerdict(roundedPoints(change.difference), change.interval);
  expect(found).toMatchObject({ base, topTwo, share: topTwoShare, isMajority, verdict });
}

/** Each answer of a stated group with five or more weighs one of so many. */
function expectGroupsAlike(found: Headline | undefined, { rows }: Seen, before: Seen | null, key: string) {
  const stated = [...new Set(validOf(rows).map((row) => row.stakeholder_group!))].filter((group) => group !== "");
  const scoresIn = (year: readonly CsvRow[], group: string) =>
    scoresOf(
      year.filter((row) => row.stakeholder_group === group),
      key,
    );
  const groups = stated.map((group) => scoresIn(rows, group)).filter(({ length }) => length >= 5);
  expect(found === undefined).toBe(groups.length < 2);
  if (!found) return;
  const weighted = groups.flatMap((scores) => scores.map((score) => ({ score, weight: 1 / scores.length })));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const good = sum(weighted.filter(({ score }) => score > 3).map(({ weight }) => weight));
  const effective = sum(weighted.map(({ weight }) => weight)) ** 2 / sum(weighted.map(({ weight }) => weight ** 2));
  expectSame(found.weights, { groups: groups.length, base: weighted.length, effective, share: good / groups.length });
  expect(found.share).toBe(Math.floor((100 * good) / groups.length + 0.5 + 1e-9));
  expect(found.isMajority).toBe(good / groups.length > 0.5 + 1e-12);
  const pairs = stated.map((group) => [scoresIn(rows, group), scoresIn(before?.rows ?? [], group)] as const);
  const reached = pairs.filter(([then, last]) => then.length >= 5 && last.length >= 5);
  const differences = reached.map(([then, last]) => slowChange(then, last).difference);
  expect(found.points).toBe(reached.length < 2 ? null : roundedPoints(sum(differences) / reached.length));
}
