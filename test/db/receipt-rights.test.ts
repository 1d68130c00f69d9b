import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { correctByKey, correctResponse, withdrawResponse } from "@/db/receipt-rights";
import { findResponseByReceipt, insertResponse } from "@/db/responses";
import { withEditionSnapshot } from "@/db/snapshot";
import { aResponse } from "@/test/support/a-response";
import { aStaff } from "@/test/support/a-staff";
import { allOf } from "@/test/support/all-of";
import { anEdition, theEdition } from "@/test/support/editions";

const NOW = new Date("2025-06-18T04:00:00Z");
const LATER = new Date("2025-07-01T20:00:00Z");

async function kept(answers: Parameters<typeof aResponse>[0], slug = "2024") {
  const content = aResponse(answers);
  const outcome = await insertResponse(await theEdition(slug), content, "zh-CN", NOW);
  if (outcome.kind !== "kept") throw new Error(outcome.kind);
  return { code: outcome.receiptCode, content };
}

const countsOf = async (slug: string) =>
  withEditionSnapshot(aStaff(), (await theEdition(slug)).id, async ({ counts, responses }) => {
    const rows = (await allOf(responses())).length;
    return { received: counts.received, patterns: counts.patterns, verbatims: counts.verbatims, rows };
  });

/** Every place in the database where a text stands, whatever the table. */
async function placesOf(text: string): Promise<string[]> {
  const tables = await database().execute<{ name: string }>(
    sql`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'drizzle')`,
  );
  const found = [];
  for (const { name } of tables) {
    const rows = await database().execute(sql`select 1 from ${sql.raw(name)} t where t::text like ${`%${text}%`}`);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

describe("the same key with other answers", () => {
  test("puts them in the place of the first, and leaves a contact that is not sent again", async () => {
    const { code, content } = await kept({
      overall: 2,
      advice: "先到",
      contact: "𠮷@example.cn",
      contact_consent: "yes",
    });
    const later = { ...aResponse({ overall: 4, advice: "后到" }), idempotencyKey: content.idempotencyKey };
    expect(await correctByKey(await theEdition("2024"), later, LATER)).toBe("corrected");
    expect(await findResponseByReceipt(code)).toMatchObject({
      ratings: [null, null, null, null, 4],
      verbatims: { advice: "后到" },
      contact: "𠮷@example.cn",
    });
  });

  test("changes nothing in answers to another version of the form, nor what was withdrawn", async () => {
    const { code, content } = await kept({ advice: "第一版" });
    const other = { slug: "2024", instrumentId: "0199a3c0-0000-7000-8000-00000000000f" };
    const later = { ...content, verbatims: { advice: "第二版" } };
    expect(await correctByKey(other, later, LATER)).toBe("other-version");
    await withdrawResponse(code, LATER);
    expect(await correctByKey(await theEdition("2024"), later, LATER)).toBe("withdrawn");
    expect(await placesOf("第二版")).toEqual([]);
  });
});

describe("a correction", () => {
  test("puts the new answers in the place of the old ones and notes the day", async () => {
    const { code } = await kept({ overall: 2, impact: 1, advice: "先前", missing_information: "留下" });
    expect(await correctResponse(code, aResponse({ overall: 5, advice: "之后𠮷" }), LATER)).toBe("corrected");
    expect(await findResponseByReceipt(code)).toMatchObject({
      receivedOn: "2025-06-18",
      changedOn: "2025-07-02",
      isWithdrawn: false,
      ratings: [null, null, null, null, 5],
      verbatims: { advice: "之后𠮷" },
    });
    expect(await placesOf("先前")).toEqual([]);
  });

  test("made many times at once leaves one of the answers, whole", async () => {
    const { code } = await kept({ overall: 1 });
    const answers = Array.from({ length: 12 }, (_, n) => aResponse({ impact: 3, advice: `第${n}次` }));
    const outcomes = await Promise.all(answers.map((content) => correctResponse(code, content, LATER)));
    expect(new Set(outcomes)).toEqual(new Set(["corrected"]));
    expect(Object.keys((await findResponseByReceipt(code))?.verbatims ?? {})).toEqual(["advice"]);
  });

  test("is refused when the edition is closed, the answer withdrawn or the code unknown, and changes nothing", async () => {
    const closes = new Date("2025-06-30T00:00:00Z");
    await anEdition({ slug: "2024-soon", closesAt: closes });
    const { code } = await kept({ overall: 4 }, "2024-soon");
    expect(await correctResponse(code, aResponse({ overall: 1 }), LATER)).toBe("closed");
    expect((await findResponseByReceipt(code))?.ratings.at(-1)).toBe(4);
    const { code: gone } = await kept({ overall: 4 });
    await withdrawResponse(gone, LATER);
    expect(await correctResponse(gone, aResponse({ overall: 1 }), LATER)).toBe("withdrawn");
    expect(await correctResponse("22222-22222-2222", aResponse({ overall: 1 }), LATER)).toBe("unknown");
  });
});

describe("a withdrawal", () => {
  test("deletes text, ratings and channel everywhere, and leaves a tombstone with its day", async () => {
    const { code } = await kept({ overall: 2, advice: "撤回的原文𪚥", channel: "wechat" });
    expect(await placesOf("撤回的原文𪚥")).toEqual(["public.verbatim"]);
    expect(await withdrawResponse(code, LATER)).toBe("withdrawn");
    expect(await placesOf("撤回的原文𪚥")).toEqual([]);
    expect(await findResponseByReceipt(code)).toMatchObject({
      isWithdrawn: true,
      changedOn: "2025-07-02",
      ratings: [null, null, null, null, null],
      verbatims: {},
    });
  });

  test("is followed by every figure and by the exports", async () => {
    await anEdition({ slug: "2024-count" });
    await kept({ overall: 5, advice: "一" }, "2024-count");
    const before = await countsOf("2024-count");
    const { code } = await kept({ overall: 1, advice: "二" }, "2024-count");
    expect((await countsOf("2024-count")).rows).toBe(2);
    await withdrawResponse(code, LATER);
    expect(await countsOf("2024-count")).toEqual(before);
  });

  test("is possible after the round closed, and twice is as once", async () => {
    const { code } = await kept({ overall: 3 });
    await database().execute(sql`update edition set state = 'closed' where slug = '2024'`);
    expect(await withdrawResponse(code, LATER)).toBe("withdrawn");
    expect(await withdrawResponse(code, new Date("2026-01-01T00:00:00Z"))).toBe("withdrawn");
    expect((await findResponseByReceipt(code))?.changedOn).toBe("2025-07-02");
    await database().execute(sql`update edition set state = 'open' where slug = '2024'`);
  });

  test("is not undone by the same key", async () => {
    const { code, content } = await kept({ overall: 3, advice: "再来" });
    await withdrawResponse(code, LATER);
    const again = await insertResponse(await theEdition(), content, "zh-CN", LATER);
    expect(again).toMatchObject({ kind: "kept", receiptCode: code });
    expect((await findResponseByReceipt(code))?.isWithdrawn).toBe(true);
    expect(await placesOf("再来")).toEqual([]);
  });

  test("of an unknown code changes nothing", async () => {
    expect(await withdrawResponse("22222-22222-2222", LATER)).toBe("unknown");
  });
});
