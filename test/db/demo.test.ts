import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { fillDemo } from "@/bin/demo/fill";
import { database } from "@/db/client";
import { findEdition } from "@/db/editions";
import { type EditionSnapshot, type StoredResponse, withEditionSnapshot } from "@/db/snapshot";
import { changeOf } from "@/lib/analysis/change";
import { crosstabOf } from "@/lib/analysis/crosstab";
import { crowdedDays, daysWorthCounting } from "@/lib/analysis/crowded-days";
import { resultsOf } from "@/lib/analysis/results";
import { trendOf } from "@/lib/survey/lineage";
import { itemsOf } from "@/lib/survey/instrument";
import { aStaff } from "@/test/support/a-staff";
import { allOf } from "@/test/support/all-of";
import { theEdition } from "@/test/support/editions";

type Read = Pick<EditionSnapshot, "counts" | "instrument"> & { responses: StoredResponse[] };
const read = async (slug: string): Promise<Read> =>
  withEditionSnapshot(aStaff(), (await theEdition(slug)).id, async ({ counts, instrument, responses }) => ({
    counts,
    instrument,
    responses: await allOf(responses()),
  }));

let [then, now]: Read[] = [];
const year = (slug: "2024" | "2025"): Read => {
  const found = slug === "2024" ? then : now;
  if (!found) throw new Error("not filled");
  return found;
};
beforeAll(async () => {
  await fillDemo();
  [then, now] = [await read("2024"), await read("2025")];
});

const tally = (values: readonly (string | null)[]) =>
  Object.fromEntries([...new Set(values)].map((value) => [value ?? "-", values.filter((one) => one === value).length]));
const textsOf = (response: StoredResponse) => Object.values(response.verbatims);

describe("the demo", () => {
  test("has a sealed round of 2024 and an open one of 2025", async () => {
    expect((await findEdition("2024"))?.state).toBe("sealed");
    expect((await findEdition("2025"))?.state).toBe("open");
    expect(year("2024").counts.received).toBe(30);
    expect(year("2025").counts.received).toBe(63);
  });

  test("has a person for each role", async () => {
    const people = await database().execute(sql`select role from staff order by role`);
    expect(people.map(({ role }) => role)).toEqual(["administrator", "analyst", "viewer"]);
  });

  test("has groups large and small, both languages, every month of the round and every channel in use", () => {
    const valid = year("2025").responses.filter(({ status }) => status === "valid");
    expect(tally(valid.map(({ stakeholderGroup }) => stakeholderGroup))).toMatchObject({
      employee: 23,
      customer: 6,
      regulator: 3,
    });
    expect(tally(valid.map(({ locale }) => locale)).en).toBeGreaterThanOrEqual(8);
    expect(new Set(valid.map(({ receivedOn }) => receivedOn.slice(0, 7))).size).toBe(8);
    expect(new Set(valid.map(({ channel }) => channel)).size).toBe(10);
  });

  test("has something to find: a test, an insult, a program, haste, a sentence twice", () => {
    const { responses } = year("2025");
    const aside = responses.filter(({ status }) => status !== "valid");
    expect(tally(aside.map(({ status, statusReason }) => `${status} ${statusReason}`))).toEqual({
      "excluded TEST": 1,
      "on_hold ABUSE": 1,
      "quarantined HONEYPOT": 1,
      "quarantined FAST": 1,
    });
    expect(responses.map(textsOf).flat().join()).toMatch(/𠮷.*13800138000|13800138000.*𠮷/su);
    const flagged = responses.map(({ flags }) => flags);
    expect(tally(flagged.flat())).toEqual({ trap: 1, "too-fast": 6, "repeated-text": 2, "straight-line": 2 });
  });

  test("has a day that brought half of what a group said, for somebody to look at", async () => {
    const crowded = await withEditionSnapshot(aStaff(), (await theEdition("2025")).id, async (snapshot) => {
      const groups = crosstabOf("group", await snapshot.talliesBy("group")).rows;
      const { days } = await snapshot.arrivals();
      return crowdedDays(await snapshot.dayCounts(daysWorthCounting(days, groups)), groups);
    });
    expect(crowded).toEqual([{ day: "2026-06-30", group: "employee", count: 12, all: 23 }]);
  });

  test("has an item above last year's, one level with it, some undecided, and a reworded one beside none", () => {
    const forms = [
      { slug: "2025", instrument: year("2025").instrument },
      { slug: "2024", instrument: year("2024").instrument },
    ] as const;
    const before = resultsOf(forms[1].instrument, year("2024").counts).ratings;
    const words = resultsOf(forms[0].instrument, year("2025").counts).ratings.map((rating, place) => {
      const item = itemsOf(forms[0].instrument).find(({ key }) => key === rating.key);
      const last = before[place];
      if (!item || !last || trendOf(item, ...forms) !== "comparable") return [rating.key, "none"];
      return [rating.key, changeOf(rating, last)?.verdict];
    });
    expect(Object.fromEntries(words)).toEqual({
      impact: "similar",
      responsiveness: "uncertain",
      disclosure_quality: "higher",
      readability: "none",
      overall: "uncertain",
    });
  });
});
