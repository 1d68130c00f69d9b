import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import type { Edition } from "@/db/editions";
import { insertResponse } from "@/db/responses";
import { type EditionSnapshot, type StoredResponse, withEditionSnapshot } from "@/db/snapshot";
import type { EditionCounts } from "@/lib/analysis/results";
import type { Rating } from "@/lib/survey/scale";
import { aResponse } from "@/test/support/a-response";
import { aStaff } from "@/test/support/a-staff";
import { allOf } from "@/test/support/all-of";
import { anEdition } from "@/test/support/editions";
import { HARD_TEXTS } from "@/test/support/hard-texts";

const send = (to: Edition, ...[answers]: Parameters<typeof aResponse>) =>
  insertResponse(to, aResponse(answers), "zh-CN", new Date());

const readAll = (edition: Edition) => withEditionSnapshot(aStaff(), edition.id, collect);
async function collect(snapshot: EditionSnapshot): Promise<{ counts: EditionCounts; responses: StoredResponse[] }> {
  const responses = await allOf(snapshot.responses());
  return { counts: snapshot.counts, responses };
}

// Not JSON, where NaN and null look the same.
const patternKey = (ratings: readonly Rating[]) => ratings.map(String).join(" ");

/** The counts as they follow from the responses themselves. */
function recount(responses: readonly StoredResponse[]) {
  const valid = responses.filter(({ status }) => status === "valid");
  const tally = (keys: string[]) =>
    Object.fromEntries([...new Set(keys)].map((key) => [key, keys.filter((other) => other === key).length]));
  return {
    received: responses.length,
    patterns: tally(valid.map(({ ratings }) => patternKey(ratings))),
    verbatims: tally(valid.flatMap(({ verbatims }) => Object.keys(verbatims))),
  };
}
const comparable = ({ received, patterns, verbatims }: EditionCounts) => ({
  received,
  patterns: Object.fromEntries(patterns.map(({ ratings, count }) => [patternKey(ratings), count])),
  verbatims,
});

describe("a snapshot", () => {
  test("of an edition without responses is empty and knows its moment", async () => {
    const before = Date.now();
    const { counts, responses } = await readAll(await anEdition({ slug: "2010" }));
    expect({ ...counts, asOf: null, responses }).toEqual({
      asOf: null,
      received: 0,
      patterns: [],
      verbatims: {},
      notAsked: {},
      quarantined: {},
      responses: [],
    });
    expect(Math.abs(counts.asOf.getTime() - before)).toBeLessThan(10_000);
  });

  test("gives texts back to the character", async () => {
    const edition = await anEdition({ slug: "2011" });
    for (const text of HARD_TEXTS) await send(edition, { advice: text });
    const { responses } = await readAll(edition);
    expect(responses.map(({ verbatims }) => verbatims.advice).toSorted()).toEqual([...HARD_TEXTS].toSorted());
  });

  test("holds its own edition only, and counts the valid responses only", async () => {
    const [edition, other] = [await anEdition({ slug: "2012" }), await anEdition({ slug: "2012-other" })];
    await send(edition, { overall: 5, advice: "好" });
    await send(edition, { overall: 1, advice: "测试", missing_information: "测试" });
    await send(other, { overall: 2, advice: "别处" });
    await database().execute(sql`
      update response set status = 'excluded', status_reason = 'test' where edition_id = ${edition.id} and 1 = any (ratings)`);
    const { counts, responses } = await readAll(edition);
    expect(comparable(counts)).toEqual({
      received: 2,
      patterns: { "null null null null 5": 1 },
      verbatims: { advice: 1 },
    });
    expect(responses.map(({ status }) => status).toSorted()).toEqual(["excluded", "valid"]);
  });

  test("has counts and responses agree while answers arrive, and misses none that came before", async () => {
    const edition = await anEdition({ slug: "2013" });
    for (const overall of [1, 2, 3, 4, 5]) await send(edition, { overall, advice: "先到" });
    const enough = new AbortController();
    const arrivals = (async () => {
      let sent = 0;
      for (; !enough.signal.aborted; sent += 1)
        await send(edition, { overall: 1 + (sent % 5), missing_information: "后到" });
      return sent;
    })();
    const seen = [];
    for (let round = 0; round < 10; round += 1) {
      const during = await withEditionSnapshot(aStaff(), edition.id, async (snapshot) => {
        await send(edition, { overall: 5, advice: "当中" });
        return collect(snapshot);
      });
      expect(comparable(during.counts)).toEqual(recount(during.responses));
      seen.push(during.counts.received);
    }
    enough.abort();
    const sent = await arrivals;
    expect(seen[0]).toBeGreaterThanOrEqual(5);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect((await readAll(edition)).counts.received).toBe(5 + sent + 10);
  });

  test("gives more rows than one batch, each once, in key order", async () => {
    const edition = await anEdition({ slug: "2014" });
    // 2,000 rows are exactly two batches, 2,345 are not.
    for (const rows of [2000, 345]) {
      await fill(edition, rows);
      const { counts, responses } = await readAll(edition);
      const ids = responses.map(({ id }) => id);
      expect(counts.received).toBe(ids.length);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(ids.toSorted());
      expect(comparable(counts)).toEqual(recount(responses));
    }
    expect((await readAll(edition)).counts.received).toBe(2345);
  });

  test("that is given up half way leaves the edition as it was, and open to answers", async () => {
    const edition = await anEdition({ slug: "2009" });
    const read = withEditionSnapshot(aStaff(), edition.id, async (snapshot) => {
      for await (const _ of snapshot.responses()) break;
      throw new Error("stopped half way");
    });
    await expect(read).rejects.toThrow("stopped half way");
    await expect(send(edition, { overall: 5 })).resolves.toMatchObject({ kind: "kept" });
  });

  test("refuses to count answers together that hold other ratings by the same place", async () => {
    const edition = await anEdition({ slug: "2008" });
    const counted = () => withEditionSnapshot(aStaff(), edition.id, async ({ counts }) => counts.received);
    const publish = (version: number, document: unknown) =>
      database().execute(sql`
        insert into instrument (id, edition_id, version, document, published_at)
        values (gen_random_uuid(), ${edition.id}, ${version}, ${JSON.stringify(document)}::jsonb, now())`);
    const [first, ...others] = edition.instrument.sections;
    const turned = [{ ...first, items: first?.items.toReversed() }, ...others];
    await publish(2, { ...edition.instrument, sections: turned });
    expect(await counted()).toBe(0);
    await send(edition, { overall: 5 });
    await expect(counted()).rejects.toThrow("different ratings");
  });
});

async function fill(edition: Edition, rows: number): Promise<void> {
  await database().execute(sql`
    insert into response (id, edition_id, instrument_id, idempotency_hash, receipt_hash, received_on, locale, ratings)
    select gen_random_uuid(), ${edition.id}, ${edition.instrumentId}, gen_random_uuid(), gen_random_uuid(), '2025-06-01',
      'en', array[1 + number % 5, null, 1 + number % 3, 5, 1]::smallint[]
    from generate_series(1, ${rows}) as number`);
}
