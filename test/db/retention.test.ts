import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { type Edition } from "@/db/editions";
import { insertEntry } from "@/db/entries";
import { findResponseByReceipt, insertResponse } from "@/db/responses";
import { type Retained, deleteDue, listDue, previewRetention } from "@/db/retention";
import { withEditionSnapshot } from "@/db/snapshot";
import { receiptCodeOf } from "@/lib/survey/receipt-code";
import { aResponse } from "@/test/support/a-response";
import { aStaff } from "@/test/support/a-staff";
import { allOf } from "@/test/support/all-of";
import { anEdition, theEdition } from "@/test/support/editions";

const staff = aStaff({ role: "administrator" });
const run = (statement: ReturnType<typeof sql>) => database().execute(statement);
const OLD = new Date("2019-03-01T04:00:00Z");
const RECENT = new Date("2026-06-01T04:00:00Z");
const NOW = new Date("2026-11-23T04:00:00Z");

let editions = 0;
/** An edition with an old and a recent answer, each with a text and a contact. */
async function aged(): Promise<{ edition: Edition; code: string }> {
  const edition = await anEdition({ slug: `2034-r${++editions}` });
  const codes: string[] = [];
  for (const on of [OLD, RECENT]) {
    const answers = { overall: 4, advice: `意见𠮷 ${on.getTime()}`, topics: ["water"], quote: "yes" };
    const content = aResponse({ ...answers, contact: "li@example.cn", contact_consent: "yes" });
    const outcome = await insertResponse(edition, content, "zh-CN", on);
    codes.push(outcome.kind === "kept" ? outcome.receiptCode : "");
  }
  return { edition, code: codes[0] ?? "" };
}

const deleteSeen = async (edition: Edition, retained: Retained) => {
  const { which: agreed } = (await previewRetention(staff, edition, NOW))[retained];
  return deleteDue(staff, edition, { retained, agreed }, NOW);
};

const counted = (edition: Edition) =>
  withEditionSnapshot(staff, edition.id, async ({ counts, responses }) => {
    const topics = (await allOf(responses())).map((each) => each.topics.length);
    return { patterns: counts.patterns, verbatims: counts.verbatims, topics };
  });

describe("retention", () => {
  test("says how many are past their time, and deletes those that were seen only", async () => {
    const { edition } = await aged();
    expect(await previewRetention(staff, edition, NOW)).toEqual({
      contacts: { keptSince: "2026-05-23", count: 1, which: expect.any(String), oldest: "2019-03-01" },
      texts: { keptSince: "2021-11-23", count: 1, which: expect.any(String), oldest: "2019-03-01" },
    });
    // As many as before, but another.
    const { which } = (await previewRetention(staff, edition, NOW)).contacts;
    await run(sql`update contact set consented_on = case consented_on when '2019-03-01' then date '2026-06-01'
      else '2019-03-01' end where response_id in (select id from response where edition_id = ${edition.id})`);
    const contacts = { retained: "contacts", agreed: which } as const;
    expect(await deleteDue(staff, edition, contacts, NOW)).toEqual({ ok: false, error: "changed-meanwhile" });
    const both = [staff, staff].map(async () => deleteSeen(edition, "contacts"));
    expect((await Promise.all(both)).map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    const left = await run(sql`select consented_on::text from contact c join response r on r.id = c.response_id
      where r.edition_id = ${edition.id}`);
    expect([...left]).toEqual([{ consented_on: "2026-06-01" }]);
    const log = await run(sql`select act, after from audit_event where subject = ${edition.slug}`);
    expect([...log]).toEqual([{ act: "retention.contacts-deleted", after: { count: 1, before: "2026-05-23" } }]);
  });

  test.each(["open", "sealed"])("deletes texts of an edition that is %s, and every figure stays", async (state) => {
    const { edition, code } = await aged();
    if (state === "sealed") await run(sql`update edition set state = 'sealed' where id = ${edition.id}`);
    const before = await counted(edition);
    const current = await theEdition(edition.slug);
    expect(await deleteSeen(current, "texts")).toMatchObject({ ok: true });
    expect(await counted(edition)).toEqual(before);
    const rows = await run(sql`
      select received_on::text as day, likeness is null as unlike, quote_consent, deleted_texts,
        (select count(*)::int from verbatim where response_id = r.id) as texts,
        (select count(*)::int from contact where response_id = r.id) as contacts
      from response r where edition_id = ${edition.id} order by id`);
    expect([...rows]).toEqual([
      { day: "2019-03-01", unlike: true, quote_consent: null, deleted_texts: ["advice"], texts: 0, contacts: 0 },
      { day: "2026-06-01", unlike: false, quote_consent: true, deleted_texts: [], texts: 1, contacts: 1 },
    ]);
    expect(await findResponseByReceipt(code)).toBeNull();
    expect((await previewRetention(staff, current, NOW)).texts.count).toBe(0);
  });

  test("takes the way back from an answer that came on paper with nothing but ratings", async () => {
    const edition = await anEdition({ slug: `2034-r${++editions}` });
    const entry = aResponse({ overall: 4, channel: "paper" });
    await insertEntry(staff, edition, entry, { receivedOn: "2019-03-01", locale: "zh-CN" });
    const code = receiptCodeOf(edition.slug, entry.idempotencyKey);
    expect(await findResponseByReceipt(code)).not.toBeNull();
    expect(await listDue(staff, [edition], NOW)).toEqual([{ slug: edition.slug, contacts: 0, texts: 1 }]);
    const before = await counted(edition);
    expect(await deleteSeen(edition, "texts")).toMatchObject({ ok: true });
    expect(await counted(edition)).toEqual(before);
    expect([await findResponseByReceipt(code), await listDue(staff, [edition], NOW)]).toEqual([null, []]);
  });

  test("says of several rounds how much each has, without the rounds that have nothing", async () => {
    const [first, second] = [(await aged()).edition, (await aged()).edition];
    expect(await deleteSeen(first, "texts")).toMatchObject({ ok: true });
    const both = { slug: second.slug, contacts: 1, texts: 1 };
    expect(await listDue(staff, [first, second], NOW)).toEqual([both]);
    const silent = { ...second, privacyNotice: { ...second.privacyNotice, contactMonths: null, responseYears: null } };
    expect(await listDue(staff, [first, silent], NOW)).toEqual([]);
  });

  test("finds what lost its texts and kept its receipt, and what it answered is said still", async () => {
    const { edition, code } = await aged();
    await run(sql`update response set likeness = null, quote_consent = null, deleted_texts = '{advice}'
      where edition_id = ${edition.id} and received_on = '2019-03-01'`);
    await run(sql`delete from verbatim where response_id in (select id from response
      where edition_id = ${edition.id} and received_on = '2019-03-01')`);
    const before = await counted(edition);
    expect((await previewRetention(staff, edition, NOW)).texts.count).toBe(1);
    expect(await deleteSeen(edition, "texts")).toMatchObject({ ok: true });
    expect(await counted(edition)).toEqual(before);
    expect([await findResponseByReceipt(code), await listDue(staff, [edition], NOW)]).toEqual([null, []]);
  });

  test("deletes every contact once the results are disclosed", async () => {
    const { edition } = await aged();
    await run(sql`update edition set state = 'sealed' where id = ${edition.id}`);
    await run(sql`update edition set state = 'disclosed' where id = ${edition.id}`);
    const current = await theEdition(edition.slug);
    expect(await deleteSeen(current, "contacts")).toMatchObject({ ok: true });
  });

  test.each([
    [
      "a recent answer's",
      sql`update response set likeness = null, quote_consent = null where received_on > '2026-01-01'`,
    ],
    ["an old one's ratings", sql`update response set likeness = null, quote_consent = null, ratings = '{1,1,1,1,1}'`],
    ["what it answered", sql`update response set likeness = null, quote_consent = null, deleted_texts = '{impact}'`],
  ])("is no way to change, in a sealed edition, %s", async (_, statement) => {
    const { edition } = await aged();
    await run(sql`update edition set state = 'sealed' where id = ${edition.id}`);
    await expect(run(statement)).rejects.toMatchObject({
      code: "RF003",
    });
  });
});
