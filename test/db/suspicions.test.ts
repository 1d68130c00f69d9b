import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import type { Edition } from "@/db/editions";
import { insertResponse } from "@/db/responses";
import { type Arrival, UNOBSERVED, acceptProof } from "@/db/suspicions";
import { type Answers, aResponse } from "@/test/support/a-response";
import { anEdition } from "@/test/support/editions";

const now = new Date("2025-06-01T08:00:00Z");
const SENTENCE = "建议公司在下一年度报告中增加供应链碳排放的三年可比数据。";

let editions = 0;
const freshEdition = () => anEdition({ slug: `2030-s${++editions}` });
const from = (network: string | null, more: Partial<Arrival> = {}): Arrival => ({ ...UNOBSERVED, network, ...more });

const send = (to: Edition, answers: Answers, arrival = UNOBSERVED, at = now) =>
  insertResponse(to, aResponse(answers), "zh-CN", at, arrival);

/** How many answers of an edition stand where: `{ valid: 3, BURST: 2 }`. */
async function tally(edition: Edition): Promise<Record<string, number>> {
  const rows = await database().execute<{ place: string; count: number }>(sql`
    select coalesce(status_reason, status) as place, count(*)::int as count
    from response where edition_id = ${edition.id} group by 1`);
  return Object.fromEntries(rows.map(({ place, count }) => [place, count]));
}

/** Runs jobs, 16 at a time. */
async function crowd(jobs: (() => Promise<unknown>)[]): Promise<void> {
  const waiting = [...jobs];
  const work = async () => {
    for (let job = waiting.pop(); job; job = waiting.pop()) await job();
  };
  await Promise.all(Array.from({ length: 16 }, work));
}

describe("a suspicious answer", () => {
  test.each([
    ["HONEYPOT", { trapFilled: true }],
    ["FAST", { secondsOnPage: 2.5 }],
    ["valid", { secondsOnPage: 3 }],
  ])("is kept with its reason and gets a receipt like any other: %s", async (place, signs) => {
    const edition = await freshEdition();
    const standing = place === "valid" ? "valid" : "quarantined";
    const outcome = await send(edition, { overall: 5 }, from("192.0.2.1", signs));
    expect(outcome).toEqual({ kind: "kept", receiptCode: expect.any(String), changed: false, standing });
    expect(await tally(edition)).toEqual({ [place]: 1 });
  });
});

describe("200 different answers of one sender", () => {
  test.each([
    ["by their words", (place: number) => ({ overall: 5, advice: `第 ${place} 条意见` })],
    ["by their sentences", (place: number) => ({ overall: 4, advice: `${SENTENCE}${place}` })],
    [
      "by their ratings alone",
      (place: number) => ({
        impact: (place % 5) + 1,
        readability: (Math.floor(place / 5) % 5) + 1,
        overall: (Math.floor(place / 25) % 5) + 1,
        disclosure_quality: (Math.floor(place / 125) % 5) + 1,
      }),
    ],
  ])("all count: %s", async (_, answersOf) => {
    const edition = await freshEdition();
    await crowd(
      Array.from({ length: 200 }, (_each, place) => () => send(edition, answersOf(place), from("192.0.2.2"))),
    );
    expect(await tally(edition)).toEqual({ valid: 200 });
  });
});

describe("identical answers", () => {
  test("with a sentence are all quarantined from the fifth on, the first ones too, whoever sends them", async () => {
    const edition = await freshEdition();
    for (let place = 0; place < 4; place++) await send(edition, { overall: 1, advice: SENTENCE });
    expect(await tally(edition)).toEqual({ valid: 4 });
    await send(edition, { overall: 1, advice: ` ${SENTENCE}\n` });
    await send(edition, { overall: 2, advice: SENTENCE });
    expect(await tally(edition)).toEqual({ DUPLICATE: 5, valid: 1 });
  });

  test("with a sentence are all quarantined when they come at the same moment", async () => {
    const edition = await freshEdition();
    const jobs = Array.from({ length: 8 }, () => () => send(edition, { advice: SENTENCE }, from("192.0.2.3")));
    await crowd(jobs);
    expect(await tally(edition)).toEqual({ DUPLICATE: 8 });
  });

  test.each([
    ["ratings alone", { impact: 1, overall: 1 }],
    ["a word", { overall: 1, advice: "差" }],
  ])("of one sender leave nothing in the results, and what others sent stays: %s", async (_, answers) => {
    const edition = await freshEdition();
    for (let place = 0; place < 3; place++) await send(edition, answers, from(`198.51.100.${place}`));
    await crowd(Array.from({ length: 100 }, () => () => send(edition, answers, from("192.0.2.4"))));
    expect(await tally(edition)).toEqual({ valid: 3, BURST: 100 });
  });

  test("of many senders within ten minutes leave nothing in the results", async () => {
    const edition = await freshEdition();
    const one = (place: number) => () => send(edition, { overall: 1 }, from(`198.51.100.${place % 50}`));
    await crowd(Array.from({ length: 450 }, (_, place) => one(place)));
    expect(await tally(edition)).toEqual({ BURST: 450 });
  });

  test("of an office and of a year are no burst", async () => {
    const edition = await freshEdition();
    const perfect = { impact: 5, responsiveness: 5, disclosure_quality: 5, readability: 5, overall: 5 };
    await crowd(Array.from({ length: 20 }, () => () => send(edition, perfect, from("192.0.2.5"))));
    for (let day = 1; day <= 20; day++) {
      const at = new Date(now.getTime() + day * 24 * 60 * 60 * 1000);
      for (let place = 0; place < 5; place++) await send(edition, perfect, from("192.0.2.5"), at);
    }
    expect(await tally(edition)).toEqual({ valid: 120 });
  });

  test("sent again with the same key count as one", async () => {
    const edition = await freshEdition();
    const content = aResponse({ overall: 5 });
    const again = () => insertResponse(edition, content, "zh-CN", now, from("192.0.2.6"));
    await crowd(Array.from({ length: 50 }, () => again));
    await send(edition, { overall: 5 }, from("192.0.2.6"));
    expect(await tally(edition)).toEqual({ valid: 2 });
  });
});

describe("an answer of a burst", () => {
  const arrival = from("192.0.2.7");
  const sendMany = async (edition: Edition, count: number) => {
    for (let place = 0; place < count; place++) await send(edition, { overall: 5 }, arrival);
  };

  test("is let in by a proof of work, once, and only then", async () => {
    const edition = await freshEdition();
    await sendMany(edition, 20);
    const content = aResponse({ overall: 5 });
    const outcome = await insertResponse(edition, content, "zh-CN", now, arrival);
    expect(outcome).toMatchObject({ kind: "kept", burst: true });
    expect(await insertResponse(edition, content, "zh-CN", now, arrival)).toEqual({ ...outcome, standing: "repeated" });
    expect(await tally(edition)).toEqual({ valid: 20, BURST: 1 });
    await acceptProof(edition, content, arrival, now);
    await acceptProof(edition, content, arrival, now);
    expect(await tally(edition)).toEqual({ valid: 21 });
    expect(await insertResponse(edition, content, "zh-CN", now, arrival)).not.toHaveProperty("burst");
  });

  test("does not turn colleagues' proven answers into a flood, nor do theirs turn it", async () => {
    const edition = await freshEdition();
    await sendMany(edition, 20);
    for (let place = 0; place < 60; place++) {
      const content = aResponse({ overall: 5 });
      await insertResponse(edition, content, "zh-CN", now, arrival);
      await acceptProof(edition, content, arrival, now);
    }
    expect(await tally(edition)).toEqual({ valid: 80 });
  });

  test("is not let in by a proof where another reason stands", async () => {
    const edition = await freshEdition();
    const content = aResponse({ overall: 5 });
    await insertResponse(edition, content, "zh-CN", now, from("192.0.2.8", { trapFilled: true }));
    await acceptProof(edition, content, from("192.0.2.8"), now);
    expect(await tally(edition)).toEqual({ HONEYPOT: 1 });
  });

  test("is let in by proofs 200 times a day", async () => {
    const edition = await freshEdition();
    await sendMany(edition, 20);
    const proven = Array.from({ length: 210 }, () => async () => {
      const content = aResponse({ overall: 5 });
      await insertResponse(edition, content, "zh-CN", now, arrival);
      await acceptProof(edition, content, arrival, now);
    });
    for (const job of proven) await job();
    expect(await tally(edition)).toEqual({ valid: 220, BURST: 10 });
  });
});
