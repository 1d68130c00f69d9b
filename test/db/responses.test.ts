import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import type { Edition } from "@/db/editions";
import { findResponseByReceipt, insertResponse } from "@/db/responses";
import type { ResponseContent } from "@/lib/survey/response";
import { findReceiptCode } from "@/lib/survey/receipt-code";
import { aResponse } from "@/test/support/a-response";
import { anEdition, theEdition } from "@/test/support/editions";
import { HARD_TEXTS } from "@/test/support/hard-texts";

const now = new Date("2025-06-01T16:30:00Z");
const send = (to: Edition, content: ResponseContent, at = now) => insertResponse(to, content, "zh-CN", at);
const keep = async (to: Edition, content: ResponseContent) => {
  const outcome = await send(to, content);
  if (outcome.kind !== "kept") throw new Error(outcome.kind);
  return outcome.receiptCode;
};
const countRows = async () => {
  const [row] = await database().execute<{ responses: number; verbatims: number }>(sql`
    select (select count(*)::int from response) as responses, (select count(*)::int from verbatim) as verbatims`);
  return row;
};

describe("a response", () => {
  test("is found by its receipt code as it was sent, with the company's day", async () => {
    const code = await keep(await theEdition(), aResponse({ impact: 5, overall: 1, advice: "多一点\n数据" }));
    expect(findReceiptCode(code)).toBe(code);
    expect(await findResponseByReceipt(code)).toEqual({
      changedOn: null,
      isWithdrawn: false,
      editionSlug: "2024",
      instrumentVersion: 1,
      receivedOn: "2025-06-02",
      ratings: [5, null, null, null, 1],
      stakeholderGroup: null,
      topics: [],
      quoteConsent: null,
      contact: null,
      verbatims: { advice: "多一点\n数据" },
    });
  });

  test("has its texts come back to the character", async () => {
    for (const text of HARD_TEXTS) {
      const code = await keep(await theEdition(), aResponse({ advice: text, missing_information: text }));
      expect((await findResponseByReceipt(code))?.verbatims).toEqual({ advice: text, missing_information: text });
    }
  });

  test("is not found by another code", async () => {
    expect(await findResponseByReceipt("22222-22222-2222")).toBeNull();
  });

  test("keeps neither its key, its code nor any time of day", async () => {
    const content = aResponse({ overall: 3, channel: "wechat" });
    const code = await keep(await theEdition(), content);
    const rows = JSON.stringify(await database().execute(sql`select response.*, response.id::text from response`));
    for (const secret of [content.idempotencyKey, code, code.replaceAll("-", ""), "16:30"])
      expect(rows).not.toContain(secret);
    expect(rows).toContain("wechat");
    const columns = await database().execute<{ name: string }>(sql`
      select column_name as name from information_schema.columns
      where table_name in ('response', 'verbatim') and (data_type like 'timestamp%' or data_type in ('inet', 'cidr'))`);
    expect([...columns]).toEqual([]);
  });
});

describe("the same key", () => {
  test("32 times at once keeps one row, gives one receipt and 32 identical answers", async () => {
    const edition = await theEdition();
    const content = aResponse({ overall: 4, advice: "只算一次", valuable_information: "碳排放" });
    const before = await countRows();
    const outcomes = await Promise.all(Array.from({ length: 32 }, () => send(edition, content)));
    expect(new Set(outcomes.map((outcome) => JSON.stringify({ ...outcome, standing: null }))).size).toBe(1);
    expect(outcomes[0]).toMatchObject({ kind: "kept", changed: false });
    const after = await countRows();
    expect([after!.responses - before!.responses, after!.verbatims - before!.verbatims]).toEqual([1, 2]);
  });

  test.each([
    ["another rating", { overall: 1, advice: "好" }],
    ["a rating taken back", { overall: null, advice: "好" }],
    ["another text", { overall: 4, advice: "很好" }],
    ["a further text", { overall: 4, advice: "好", missing_information: "水" }],
    ["a text taken back", { overall: 4 }],
  ])("with %s gives the first receipt, says so, and the first answers stand", async (_, changes) => {
    const edition = await theEdition();
    const first = { overall: 4, advice: "好", idempotency_key: randomUUID() };
    const receiptCode = await keep(edition, aResponse(first));
    const again = aResponse({ ...changes, idempotency_key: first.idempotency_key.toUpperCase() });
    expect(await send(edition, again)).toEqual({ kind: "kept", receiptCode, changed: true, standing: "repeated" });
    const stored = await findResponseByReceipt(receiptCode);
    expect(stored).toMatchObject({ ratings: [null, null, null, null, 4], verbatims: { advice: "好" } });
  });

  test("in two editions is two responses with two receipts", async () => {
    const content = aResponse({ overall: 5 });
    const codes = [await keep(await theEdition(), content), await keep(await anEdition({ slug: "2019" }), content)];
    expect(new Set(codes).size).toBe(2);
  });
});

describe("an edition that takes no answers", () => {
  const opensAt = new Date("2025-05-01T00:00:00Z");
  const closesAt = new Date("2025-07-01T00:00:00Z");

  test.each([
    ["2018-draft", { state: "draft" }, now, "not-yet-open"],
    ["2018-closed", { state: "closed" }, now, "closed"],
    ["2018-sealed", { state: "sealed" }, now, "closed"],
    ["2018-early", { opensAt, closesAt }, new Date(opensAt.getTime() - 1), "not-yet-open"],
    ["2018-late", { opensAt, closesAt }, closesAt, "closed"],
  ] as const)("says so and keeps no row: %s", async (slug, changes, at, kind) => {
    const edition = await anEdition({ slug, ...changes });
    const before = await countRows();
    expect(await send(edition, aResponse(), at)).toEqual({ kind });
    expect(await countRows()).toEqual(before);
  });

  test("still gives the receipt for a key that came before it closed", async () => {
    const edition = await anEdition({ slug: "2017" });
    const content = aResponse({ overall: 2, advice: "及时" });
    const receiptCode = await keep(edition, content);
    await database().execute(sql`update edition set state = 'closed' where id = ${edition.id}`);
    expect(await send(edition, content)).toEqual({ kind: "kept", receiptCode, changed: false, standing: "repeated" });
    expect(await send(edition, aResponse())).toEqual({ kind: "closed" });
  });

  test("is noticed at the moment of keeping, not as the page saw it", async () => {
    const seenOpen = await anEdition({ slug: "2016" });
    await database().execute(sql`update edition set state = 'closed' where id = ${seenOpen.id}`);
    expect(await send(seenOpen, aResponse())).toEqual({ kind: "closed" });
  });

  test("closes only when the answers under way are kept", async () => {
    const edition = await anEdition({ slug: "2015" });
    const { underWay } = await database().transaction(async (tx) => {
      await tx.execute(sql`lock table response in share row exclusive mode`);
      const sending = send(edition, aResponse());
      await expect
        .poll(() => tx.execute(sql`select from pg_locks where not granted and relation = 'response'::regclass`))
        .toHaveLength(1);
      await expect(closeWithin(200, edition)).rejects.toMatchObject({ code: "55P03" });
      return { underWay: sending };
    });
    expect(await underWay).toMatchObject({ kind: "kept" });
  });
});

test("a failure of the database tells its code and never the answer", async () => {
  const edition = { ...(await theEdition()), instrumentId: randomUUID() };
  const failure = await send(edition, aResponse({ advice: "只有我知道" })).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Error);
  expect(`${(failure as Error).stack} ${JSON.stringify(failure)} ${String((failure as Error).cause)}`).not.toContain(
    "只有我知道",
  );
});

/** Closes an edition, or fails when it has to wait for longer than so many milliseconds. */
async function closeWithin(patience: number, edition: Edition): Promise<void> {
  await database().transaction(async (tx) => {
    await tx.execute(sql.raw(`set local lock_timeout = ${patience}`));
    await tx.execute(sql`update edition set state = 'closed' where id = ${edition.id}`);
  });
}
