import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import type { Edition } from "@/db/editions";
import { insertResponse } from "@/db/responses";
import { channel as channels } from "@/db/schema/channel";
import { response, verbatim } from "@/db/schema/survey";
import { type StoredResponse, withEditionSnapshot } from "@/db/snapshot";
import { DIMENSIONS, crosstabOf } from "@/lib/analysis/crosstab";
import { tallyOf } from "@/lib/analysis/crosstab-tally";
import { EVERYBODY, type ResultsFilter, readResultsFilter } from "@/lib/analysis/results-filter";
import { ratingItemsOf } from "@/lib/survey/instrument";
import { responseId } from "@/lib/survey/response-id";
import { NONE } from "@/lib/survey/response-filter";
import { aResponse } from "@/test/support/a-response";
import { aStaff } from "@/test/support/a-staff";
import { allOf } from "@/test/support/all-of";
import { anEdition } from "@/test/support/editions";
import { randomArrivals } from "@/test/support/random-arrivals";

const DAYS = ["2025-06-02", "2025-06-10", "2025-07-01"];
const STATUSES = ["valid", "valid", "valid", "valid", "quarantined", "on_hold", "excluded"] as const;
let edition: Edition;

beforeAll(async () => {
  edition = await anEdition({ slug: "2091" });
  const rows = randomArrivals(11, 160).map(({ ratings, group, channel, language }, place) => {
    const [status, receivedOn] = [STATUSES[place % STATUSES.length]!, DAYS[place % DAYS.length]!];
    return {
      id: responseId(receivedOn, randomBytes(10)),
      editionId: edition.id,
      instrumentId: edition.instrumentId,
      idempotencyHash: randomBytes(16).toString("hex"),
      receiptHash: randomBytes(16).toString("hex"),
      receivedOn,
      locale: language,
      ratings: [...ratings],
      stakeholderGroup: group as StoredResponse["stakeholderGroup"],
      channel,
      status,
      statusReason: status === "valid" ? null : "BURST",
    };
  });
  await database().insert(response).values(rows);
  const texts = rows.flatMap(({ id }, place) =>
    place % 3 === 0 ? [{ responseId: id, item: "advice", content: `第${place}条，𠮷👍` }] : [],
  );
  await database().insert(verbatim).values(texts);
});

/** Every response of the edition, read without any filter. */
function readAll(): Promise<StoredResponse[]> {
  return withEditionSnapshot(aStaff(), edition.id, ({ responses }) => allOf(responses()));
}

function isIn({ group, channel, language }: ResultsFilter, one: StoredResponse): boolean {
  const has = (asked: string | null, value: string | null) =>
    asked === null || (asked === NONE ? null : asked) === value;
  return has(group, one.stakeholderGroup) && has(channel, one.channel) && has(language, one.locale);
}

/** How often each thing is among these, whatever their order. */
function tally(things: readonly unknown[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const thing of things) counts[JSON.stringify(thing)] = (counts[JSON.stringify(thing)] ?? 0) + 1;
  return counts;
}
const unfolded = <T extends { readonly count: number }>(rows: readonly T[], what: (row: T) => unknown) =>
  tally(rows.flatMap((row) => Array.from({ length: row.count }, () => what(row))));

const valueOf = { group: "stakeholderGroup", channel: "channel", language: "locale" } as const;

describe.each(["no statistics", "statistics"])("with %s of its values, the figures of a part", (statistics) => {
  beforeAll(async () => {
    if (statistics === "statistics") await database().execute("analyze response");
  });

  test.each([
    {},
    { group: "employee" },
    { group: NONE },
    { channel: "wechat" },
    { channel: NONE, language: "en" },
    { group: "investor", channel: "pdf" },
    { group: "employee", channel: "wechat", language: "zh-CN" },
    { channel: "no-such-channel" },
  ])("are those counted from its responses: %j", async (query) => {
    const part = readResultsFilter(query);
    const own = (await readAll()).filter((one) => isIn(part, one));
    const valid = own.filter(({ status }) => status === "valid");
    if ("channel" in query && query.channel === "no-such-channel") expect(own).toEqual([]);
    else expect(valid.length).toBeGreaterThan(1);
    await withEditionSnapshot(
      aStaff(),
      edition.id,
      async ({ counts, arrivals, dayCounts, talliesBy, setAside, verbatims, responses }) => {
        expect(counts.received).toBe(own.length);
        expect(unfolded(counts.patterns, ({ ratings }) => ratings)).toEqual(tally(valid.map(({ ratings }) => ratings)));
        const worded = valid.filter((one) => "advice" in one.verbatims);
        expect(counts.verbatims.advice ?? 0).toBe(worded.length);
        expect(counts.quarantined.BURST ?? 0).toBe(own.filter(({ status }) => status === "quarantined").length);
        const aside = own.filter(({ status }) => status !== "valid");
        expect(unfolded(setAside(), ({ status, ratings }) => [status, ratings])).toEqual(
          tally(aside.map(({ status, ratings }) => [status, ratings])),
        );
        for (const by of DIMENSIONS) {
          const slow = valid.map((one) => ({ value: one[valueOf[by]], tally: tallyOf([{ ...one, count: 1 }], 5) }));
          expect(crosstabOf(by, await talliesBy(by))).toEqual(crosstabOf(by, slow));
        }
        const read = await verbatims("advice", { limit: 1000 });
        expect(tally(read.map(({ responseId: id }) => id))).toEqual(tally(worded.map(({ id }) => id)));
        expect((await allOf(responses())).map(({ id }) => id)).toEqual(own.map(({ id }) => id));
        const { weeks, months, days } = await arrivals();
        expect(unfolded(weeks, ({ channel }) => channel)).toEqual(tally(valid.map(({ channel }) => channel)));
        expect(unfolded(months, ({ from, channel }) => [from, channel])).toEqual(
          tally(valid.map(({ receivedOn, channel }) => [`${receivedOn.slice(0, 7)}-01`, channel])),
        );
        expect(unfolded(days, ({ day }) => day)).toEqual(tally(valid.map(({ receivedOn }) => receivedOn)));
        const everybody = (await readAll()).filter(({ status }) => status === "valid");
        const stated = everybody.filter((one) => one.stakeholderGroup !== null && one.receivedOn !== DAYS[2]);
        expect(unfolded(await dayCounts(DAYS.slice(0, 2)), ({ day, group }) => [day, group])).toEqual(
          tally(stated.map(({ receivedOn, stakeholderGroup }) => [receivedOn, stakeholderGroup])),
        );
      },
      part,
    );
  });

  test("of an edition with other values than the statistics know are its own", async () => {
    const other = await anEdition({ slug: statistics === "statistics" ? "2092" : "2093" });
    await database().delete(channels).where(eq(channels.editionId, other.id));
    for (const overall of [5, 4, 4]) await insertResponse(other, aResponse({ overall }), "en", new Date());
    await withEditionSnapshot(aStaff(), other.id, async ({ talliesBy, instrument }) => {
      for (const by of DIMENSIONS) {
        const [only, ...more] = await talliesBy(by);
        expect(more).toEqual([]);
        expect(only?.value).toBe(by === "language" ? "en" : null);
        expect(only?.tally.items[ratingItemsOf(instrument).length - 1]).toEqual([1, 2, 0, 0, 0, 0]);
      }
    });
  });

  test("of two halves add up to everybody's", async () => {
    const valid = async (part: ResultsFilter) =>
      withEditionSnapshot(aStaff(), edition.id, async ({ counts }) => counts.patterns.map((row) => row.count), part);
    const sum = async (part: ResultsFilter) => (await valid(part)).reduce((total, count) => total + count, 0);
    const halves = [await sum({ ...EVERYBODY, language: "zh-CN" }), await sum({ ...EVERYBODY, language: "en" })];
    expect(halves[0]! + halves[1]!).toBe(await sum(EVERYBODY));
  });
});
