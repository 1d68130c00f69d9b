import { sql } from "drizzle-orm";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import type { Edition } from "@/db/editions";
import { type StoredResponse, withEditionSnapshot } from "@/db/snapshot";
import { type ComparedYear, compareYears } from "@/lib/analysis/comparison";
import { type FlaggedTally, type SetAsidePattern, doubtsOf } from "@/lib/analysis/doubts";
import { type Results, resultsOf } from "@/lib/analysis/results";
import { responsesCsv } from "@/lib/export/csv";
import { STAKEHOLDER_GROUPS } from "@/lib/survey/stakeholder-group";
import { aStaff } from "@/test/support/a-staff";
import { by, rowsBy } from "@/test/support/a-year";
import { anEdition } from "@/test/support/editions";
import { keepAnswers, someAnswers } from "@/test/support/random-editions";
import { type CsvRow, rowsOf, scoresOf, slowAlpha, slowChange, slowRating, validOf } from "@/test/support/slow-results";

const EDITIONS = 200;
const SCALE = ["impact", "responsiveness", "disclosure_quality", "readability"];

interface Seen extends ComparedYear {
  readonly results: Results;
  readonly setAside: readonly SetAsidePattern[];
  readonly flagged: readonly FlaggedTally[];
  readonly rows: readonly CsvRow[];
}

/** An edition's results as a page shows them, and its rows as the CSV of the same moment has them. */
function see(edition: Edition): Promise<Seen> {
  return withEditionSnapshot(
    aStaff(),
    edition.id,
    async ({ counts, instrument, asks, responses, setAside, flagged }) => {
      const read: StoredResponse[] = [];
      const seen = async function* () {
        for await (const response of responses()) {
          read.push(response);
          yield response;
        }
      };
      let csv = "";
      for await (const chunk of responsesCsv({ instrument, asks }, seen(), "zh-CN")) csv += chunk;
      const groups = [...STAKEHOLDER_GROUPS, null].map((value) => {
        const of = read.filter(({ status, stakeholderGroup }) => status === "valid" && stakeholderGroup === value);
        return by(value, ...of.map(({ ratings }) => ({ ratings, count: 1 })));
      });
      const form = { slug: edition.slug, instrument };
      return {
        form,
        results: resultsOf(instrument, counts),
        groups: rowsBy(groups),
        setAside: setAside(),
        flagged: await flagged(),
        rows: rowsOf(csv),
      };
    },
  );
}

/** Equal to the digit, and to the tenth decimal where a number is no whole one. */
function expectSame(found: unknown, slow: unknown) {
  const rounded = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value), (_, one) => (typeof one === "number" ? Number(one.toFixed(10)) + 0 : one));
  expect(rounded(found)).toMatchObject(rounded(slow) as object);
}

function expectResults({ results, rows }: Seen) {
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

function expectDoubts(seen: Seen) {
  const { setAside, flagged, items } = doubtsOf({ ...seen, comparison: null });
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
    if (without) {
      const { base, topTwo, topTwoShare } = slowRating(plain, key);
      expect(without).toMatchObject({ base, topTwo, share: topTwoShare });
    }
    const suspects = ["quarantined", "on_hold"].flatMap(standing);
    const counted = suspects.map((row) => ({ ...row, "response.status": "valid" }));
    const { base, topTwo, topTwoShare } = slowRating([...validOf(seen.rows), ...counted], key);
    const withSuspects = headlines.find(({ basis }) => basis === "with-suspects");
    expect(withSuspects === undefined).toBe(suspects.length === 0);
    if (withSuspects) expect(withSuspects).toMatchObject({ base, topTwo, share: topTwoShare });
  }
}

function expectChanges(now: Seen, before: Seen) {
  const { items, mix } = compareYears(now, before);
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
    expect(Math.abs(change.points - difference)).toBeLessThanOrEqual(0.5 + 1e-9);
    expectSame(change, { interval, a12 });
    const isExact = fewer >= 10 && Math.max(then.length, last.length) <= 12;
    expect([tests !== null, tests?.isExact]).toEqual(
      isExact ? [true, true] : fewer < 30 ? [false, undefined] : [true, false],
    );
    if (tests) expectSame(tests, isExact ? { u, a12 } : { u, a12, p });
  }
  for (const { value, now: then, before: last } of mix.rows) {
    const of = ({ rows }: Seen) => validOf(rows).filter((row) => row.stakeholder_group === (value ?? "")).length;
    expect([then, last]).toEqual([of(now), of(before)]);
  }
}

test(`every figure of ${EDITIONS} random editions is the one that follows from their CSV, slowly`, async () => {
  let before: Seen | null = null;
  const carried = new Set<string>();
  for (const [place, answers] of fc.sample(someAnswers, { numRuns: EDITIONS, seed: 2026 }).entries()) {
    const edition = await anEdition({ slug: `2080-r${place}` });
    await keepAnswers(edition, answers);
    const now = await see(edition);
    expectResults(now);
    expectDoubts(now);
    if (before) expectChanges(now, before);
    before = now;
    for (const { presentation } of now.results.ratings) carried.add(presentation.carries);
  }
  expect(carried.size).toBe(5);
}, 240_000);

test("what is excluded and let count again leaves every figure as it was", async () => {
  const edition = await anEdition({ slug: "2080-restored" });
  const [answers = []] = fc.sample(
    someAnswers.filter(({ length }) => length > 40),
    { numRuns: 1, seed: 7 },
  );
  await keepAnswers(edition, answers);
  const before = await see(edition);
  const valid = validOf(before.rows).map((row) => row["response.id"]!);
  const out = valid.slice(0, valid.length / 3);
  await setStatus(out, "excluded", "TEST");
  const between = await see(edition);
  expectResults(between);
  expect(between.results.valid).toBe(valid.length - out.length);
  await setStatus(out, "valid", null);
  const after = await see(edition);
  expect({ ...after.results, asOf: null }).toEqual({ ...before.results, asOf: null });
});

async function setStatus(ids: readonly string[], status: string, reason: string | null): Promise<void> {
  for (const id of ids)
    await database().execute(sql`update response set status = ${status}, status_reason = ${reason} where id = ${id}`);
}
