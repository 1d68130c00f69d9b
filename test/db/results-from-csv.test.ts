import { sql } from "drizzle-orm";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { expectArrivals, expectBreakdowns, expectDoubts, expectResults } from "@/test/support/agrees-with-csv";
import { expectChanges } from "@/test/support/changes-agree-with-csv";
import { anEdition } from "@/test/support/editions";
import { keepAnswers, someAnswers } from "@/test/support/random-editions";
import { type Seen, see } from "@/test/support/seen-edition";
import { validOf } from "@/test/support/slow-results";

const EDITIONS = 200;

test(`every figure of ${EDITIONS} random editions is the one that follows from their CSV, slowly`, async () => {
  let before: Seen | null = null;
  let few: Seen | null = null;
  const [carried, met] = [new Set<string>(), new Set<string>()];
  for (const [place, answers] of fc.sample(someAnswers, { numRuns: EDITIONS, seed: 2026 }).entries()) {
    const edition = await anEdition({ slug: `2080-r${place}` });
    await keepAnswers(edition, answers);
    const now = await see(edition);
    expectResults(now);
    expectBreakdowns(now);
    expectArrivals(now);
    expectDoubts(now, before);
    if (before) for (const one of expectChanges(now, before)) met.add(one);
    // Two in a row are seldom as few as the exact test takes.
    if (few) for (const one of expectChanges(now, few)) met.add(one);
    if (now.results.ratings.some(({ base }) => base >= 10 && base <= 12)) few = now;
    before = now;
    for (const { presentation } of now.results.ratings) carried.add(presentation.carries);
    met.add(now.arrivals.unit);
  }
  expect(carried.size).toBe(5);
  expect([...met].toSorted()).toEqual(["chi-square", "exact", "fisher", "month", "week", "within groups"]);
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
