import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { correctResponse, withdrawContact, withdrawResponse } from "@/db/receipt-rights";
import { findResponseByReceipt, insertResponse } from "@/db/responses";
import { withEditionSnapshot } from "@/db/snapshot";
import { type Answers, aResponse } from "@/test/support/a-response";
import { aStaff } from "@/test/support/a-staff";
import { allOf } from "@/test/support/all-of";
import { anEdition, theEdition } from "@/test/support/editions";

const NOW = new Date("2025-06-01T16:30:00Z");
const LATER = new Date("2025-07-01T16:30:00Z");
const ALL: Answers = {
  overall: 4,
  stakeholder_group: "supplier",
  topics: ["water", "climate"],
  quote: "yes",
  contact: "张三 138 0000 0000",
  contact_consent: "yes",
};
const ANSWERS = {
  stakeholderGroup: "supplier",
  topics: ["climate", "water"],
  quoteConsent: true,
  contact: "张三 138 0000 0000",
};
const NONE = { stakeholderGroup: null, topics: [], quoteConsent: null, contact: null };

async function keep(answers: Answers, slug = "2024"): Promise<string> {
  const outcome = await insertResponse(await theEdition(slug), aResponse(answers), "zh-CN", NOW);
  if (outcome.kind !== "kept") throw new Error(outcome.kind);
  return outcome.receiptCode;
}
const contacts = async (value: string) => [
  ...(await database().execute<{ consented_on: string }>(
    sql`select consented_on::text from contact where value = ${value}`,
  )),
];

describe("the optional answers of a response", () => {
  test("are found by its receipt code as they were sent", async () => {
    expect(await findResponseByReceipt(await keep(ALL))).toMatchObject(ANSWERS);
    expect(await findResponseByReceipt(await keep({ overall: 4 }))).toMatchObject(NONE);
    expect(await findResponseByReceipt(await keep({ overall: 4, quote: "no" }))).toMatchObject({ quoteConsent: false });
  });

  test("are kept once for a key that comes many times at once", async () => {
    const edition = await theEdition();
    const content = aResponse({ ...ALL, contact: "many@example.cn" });
    const outcomes = await Promise.all(
      Array.from({ length: 16 }, () => insertResponse(edition, content, "zh-CN", NOW)),
    );
    expect(new Set(outcomes.map((outcome) => JSON.stringify({ ...outcome, standing: null }))).size).toBe(1);
    expect(outcomes[0]).toMatchObject({ changed: false });
    expect(await contacts("many@example.cn")).toEqual([{ consented_on: "2025-06-02" }]);
  });

  test.each<[string, Answers]>([
    ["another group", { stakeholder_group: "other" }],
    ["another topic", { topics: ["climate", "energy"] }],
    ["a topic less", { topics: ["climate"] }],
    ["another consent", { quote: "no" }],
    ["another contact", { contact: "李四" }],
  ])("stand as they first came when the same key brings %s", async (_, changes) => {
    const edition = await theEdition();
    const first = { ...ALL, idempotency_key: randomUUID() };
    const code = await keep(first);
    expect(await insertResponse(edition, aResponse({ ...first, ...changes }), "zh-CN", NOW)).toMatchObject({
      kind: "kept",
      changed: true,
    });
    expect(await findResponseByReceipt(code)).toMatchObject(ANSWERS);
  });

  test("are the same when the same key brings no contact, which a draft does not hold", async () => {
    const first = { ...ALL, idempotency_key: randomUUID() };
    const code = await keep(first);
    const again = aResponse({ ...first, contact: "", contact_consent: "" });
    expect(await insertResponse(await theEdition(), again, "zh-CN", NOW)).toMatchObject({ changed: false });
    expect(await findResponseByReceipt(code)).toMatchObject(ANSWERS);
  });

  test("stand in a snapshot without the contact, under what any version of the form asked", async () => {
    const edition = await anEdition({ slug: "2019", asks: ["topics", "contact", "stakeholder_group"] });
    await keep(
      { overall: 4, topics: ["sme", "water"], stakeholder_group: "other", contact: "x", contact_consent: "yes" },
      "2019",
    );
    await database().execute(sql`
      insert into instrument (id, edition_id, version, document, asks, published_at)
      select gen_random_uuid(), edition_id, 2, document, '{quote}', now() from instrument where id = ${edition.instrumentId}`);
    const { asks, rows } = await withEditionSnapshot(aStaff(), edition.id, async (snapshot) => ({
      asks: snapshot.asks,
      rows: await allOf(snapshot.responses()),
    }));
    expect(asks).toEqual(["stakeholder_group", "topics", "quote", "contact"]);
    expect(rows).toHaveLength(1);
    expect({ ...rows[0], topics: rows[0]?.topics.toSorted() }).toMatchObject({
      stakeholderGroup: "other",
      topics: ["sme", "water"],
      quoteConsent: null,
    });
    expect(rows[0]).not.toHaveProperty("contact");
    expect((await theEdition("2019")).asks).toEqual(["quote"]);
  });
});

describe("a correction", () => {
  test("puts new optional answers in the place of the old ones; a contact that stays keeps the day of its consent", async () => {
    const code = await keep({ ...ALL, contact: "stays@example.cn" });
    await correctResponse(
      code,
      aResponse({ overall: 4, topics: ["sme"], contact: "stays@example.cn", contact_consent: "yes" }),
      LATER,
    );
    expect(await findResponseByReceipt(code)).toMatchObject({ ...NONE, topics: ["sme"], contact: "stays@example.cn" });
    expect(await contacts("stays@example.cn")).toEqual([{ consented_on: "2025-06-02" }]);
    await correctResponse(code, aResponse({ overall: 4, contact: "other@example.cn", contact_consent: "yes" }), LATER);
    expect(await contacts("stays@example.cn")).toEqual([]);
    expect(await contacts("other@example.cn")).toEqual([{ consented_on: "2025-07-02" }]);
    await correctResponse(code, aResponse({ overall: 4 }), LATER);
    expect(await findResponseByReceipt(code)).toMatchObject(NONE);
  });
});

describe("a withdrawal", () => {
  test("takes the optional answers and the contact with it", async () => {
    const code = await keep({ ...ALL, contact: "gone@example.cn" });
    await withdrawResponse(code, LATER);
    expect(await findResponseByReceipt(code)).toMatchObject(NONE);
    expect(await contacts("gone@example.cn")).toEqual([]);
  });

  test("of the contact alone leaves the answer as it is, also after the round closed, and twice is as once", async () => {
    const edition = await anEdition({ slug: "2018" });
    const code = await keep({ ...ALL, contact: "alone@example.cn" }, "2018");
    await database().execute(sql`update edition set state = 'closed' where id = ${edition.id}`);
    expect(await withdrawContact(code)).toBe("withdrawn");
    expect(await withdrawContact(code)).toBe("withdrawn");
    expect(await findResponseByReceipt(code)).toMatchObject({ ...ANSWERS, contact: null, isWithdrawn: false });
    expect(await contacts("alone@example.cn")).toEqual([]);
    expect(await withdrawContact("22222-22222-2222")).toBe("unknown");
  });
});

describe("the database", () => {
  const CHECK = { code: "23514" };
  const run = (statement: SQL) => database().execute(statement);

  test("refuses a group, a topic and a question that nobody knows, and the same topic twice", async () => {
    await keep(ALL);
    await expect(run(sql`update response set stakeholder_group = 'shareholder'`)).rejects.toMatchObject(CHECK);
    await expect(run(sql`update topic_choice set topic = '能源'`)).rejects.toMatchObject(CHECK);
    await expect(run(sql`update topic_choice set topic = 'water'`)).rejects.toMatchObject({ code: "23505" });
    const unknown = sql`insert into instrument (id, edition_id, version, document, asks)
      select gen_random_uuid(), edition_id, 9, document, '{age}' from instrument limit 1`;
    await expect(run(unknown)).rejects.toMatchObject(CHECK);
  });

  test("refuses an empty contact, a long one, one of two lines, a second one, and one without the day of its consent", async () => {
    await keep({ ...ALL, contact: "check@example.cn" });
    const change = (assignment: SQL) => run(sql`update contact set ${assignment} where value = 'check@example.cn'`);
    await expect(change(sql`value = ''`)).rejects.toMatchObject(CHECK);
    await expect(change(sql`value = ${"𠮷".repeat(201)}`)).rejects.toMatchObject(CHECK);
    await expect(change(sql`value = ${"a\nb"}`)).rejects.toMatchObject(CHECK);
    await expect(change(sql`consented_on = null`)).rejects.toMatchObject({ code: "23502" });
    const second = sql`insert into contact (id, response_id, value, consented_on)
      select gen_random_uuid(), response_id, 'second', consented_on from contact where value = 'check@example.cn'`;
    await expect(run(second)).rejects.toMatchObject({ code: "23505" });
  });

  test("lets a contact be deleted by itself", async () => {
    const code = await keep({ ...ALL, contact: "delete@example.cn" });
    await database().execute(sql`delete from contact where value = 'delete@example.cn'`);
    expect(await findResponseByReceipt(code)).toMatchObject({ ...ANSWERS, contact: null });
  });
});
