import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { setKeyedTwice } from "@/db/batch-changes";
import { database } from "@/db/client";
import type { Edition } from "@/db/editions";
import { insertEntry } from "@/db/entries";
import { beginBatch, findBatch, listSheets } from "@/db/entry-batches";
import { withdrawResponse } from "@/db/receipt-rights";
import { resolveDifference, viewDifference } from "@/db/resolutions";
import { deleteDue, previewRetention } from "@/db/retention";
import { findResponseByReceipt } from "@/db/responses";
import { insertSecondKeying } from "@/db/second-keyings";
import { fail, ok } from "@/lib/result";
import { receiptCodeOf } from "@/lib/survey/receipt-code";
import { type Answers, aResponse } from "@/test/support/a-response";
import { aStaff } from "@/test/support/a-staff";
import { anEdition } from "@/test/support/editions";

const wang = aStaff({ role: "analyst" });
const li = aStaff({ role: "analyst", id: "0199a3c0-0000-7000-8000-000000000002", name: "李明" });
const NOW = new Date("2025-07-01T04:00:00Z");
const NOTED = { isNoted: true };
const FIRST = { impact: 2, overall: 4, advice: "水耗数椐写得很清楚𠮷", channel: "paper" };
const SECOND = { impact: 2, overall: 5, advice: "水耗数据写得很清楚𠮷" };

/** A batch of an edition of its own, whose one sheet was typed by Wang. */
async function aSheet(slug: string, answers: Answers = FIRST) {
  const edition = await anEdition({ slug });
  const stack = { name: "一叠", channel: "paper", receivedOn: "2025-06-18", expected: 1, keyedTwice: true };
  const begun = await beginBatch(wang, edition, stack);
  if (!begun.ok) throw new Error(begun.error);
  const place = { batchId: begun.value, sheet: 1 };
  const content = aResponse(answers);
  await insertEntry(wang, edition, content, { receivedOn: "2025-06-18", locale: "zh-CN", place });
  return { edition, place, receipt: receiptCodeOf(slug, content.idempotencyKey) };
}
type Sheet = Awaited<ReturnType<typeof aSheet>>;
const keyAgain = ({ edition, place }: Sheet, answers: Answers = SECOND, staff = li) =>
  insertSecondKeying(staff, place, edition, aResponse(answers));
const resolve = ({ edition, place }: Sheet, answers: Answers, staff = li) =>
  resolveDifference(staff, edition, place, { form: edition, answers: aResponse(answers) }, NOW);
const rows = () => database().execute(sql`select * from second_keying`);
const seal = ({ id }: Edition) => database().execute(sql`update edition set state = 'sealed' where id = ${id}`);
const lastEvent = async () =>
  (await database().execute(sql`select act, staff_name, after from audit_event order by id desc limit 1`))[0];

describe("a second keying", () => {
  test("that agrees is noted, and nothing that was keyed is kept", async () => {
    const sheet = await aSheet("2024-agree");
    expect(await keyAgain(sheet, { ...FIRST, advice: "水耗数椐 写得很清楚𠮷" })).toEqual(ok(0));
    const [kept] = await rows();
    expect(kept).toMatchObject({ ratings: null, verbatims: null, topics: null, differing: [], keyed_by_name: "李明" });
    expect(await viewDifference(li, sheet.place, NOTED)).toBeNull();
    expect((await listSheets(li, sheet.place.batchId))[0]?.second).toMatchObject({ by: li.id, differing: [] });
  });

  test("that differs is kept until it is resolved, and changes no answer before", async () => {
    const sheet = await aSheet("2024-differ");
    expect(await keyAgain(sheet)).toEqual(ok(2));
    expect(await viewDifference(li, sheet.place, NOTED)).toMatchObject({
      differing: ["overall", "advice"],
      first: { byName: null, verbatims: { advice: FIRST.advice } },
      second: { byName: "李明", verbatims: { advice: SECOND.advice } },
    });
    expect((await findResponseByReceipt(sheet.receipt))?.ratings).toEqual([2, null, null, null, 4]);
    expect(JSON.stringify(await lastEvent())).not.toMatch(/水耗/);
  });

  test("is another person's, also for the database, and there is one", async () => {
    const sheet = await aSheet("2024-another");
    expect(await keyAgain(sheet, SECOND, wang)).toEqual(fail("own"));
    const third = aStaff({ id: "0199a3c0-0000-7000-8000-000000000003", name: "陈静" });
    const both = await Promise.all([keyAgain(sheet), keyAgain(sheet, SECOND, third)]);
    expect(both).toEqual(expect.arrayContaining([ok(2), fail("keyed")]));
    const own = database().execute(sql`update second_keying set keyed_by = first_keyed_by`);
    await expect(own).rejects.toMatchObject({ constraint: "second_keying_by_another" });
  });

  test("that is sent twice is one", async () => {
    const sheet = await aSheet("2024-keytwice");
    expect([await keyAgain(sheet), await keyAgain(sheet)]).toEqual([ok(2), ok(2)]);
    expect(await keyAgain(sheet, { overall: 1 })).toEqual(fail("keyed"));
  });

  test("is of a typed sheet, in a batch that asks for it, by the version of the form that was typed", async () => {
    const sheet = await aSheet("2024-asked");
    expect(await keyAgain({ ...sheet, place: { ...sheet.place, sheet: 2 } })).toEqual(fail("untyped"));
    const another = { ...sheet, edition: { ...sheet.edition, instrumentId: "0199a3c0-0000-7000-8000-00000000000f" } };
    expect(await keyAgain(another)).toEqual(fail("other-version"));
    const batch = await findBatch(wang, sheet.place.batchId);
    if (!batch) throw new Error("no batch");
    expect(await setKeyedTwice(wang, batch, false)).toEqual(ok(undefined));
    expect(await keyAgain(sheet)).toEqual(fail("not-asked"));
  });
});

describe("a resolution", () => {
  test("puts what was chosen in the answer's place, and deletes what was keyed again", async () => {
    const sheet = await aSheet("2024-resolve", { ...FIRST, contact: "li@example.cn", contact_consent: "yes" });
    await keyAgain(sheet);
    expect(await resolve(sheet, { impact: 2, overall: 5, advice: "水耗数据写得很清楚𠮷！" })).toEqual(ok(undefined));
    expect(await findResponseByReceipt(sheet.receipt)).toMatchObject({
      ratings: [2, null, null, null, 5],
      verbatims: { advice: "水耗数据写得很清楚𠮷！" },
      contact: "li@example.cn",
      changedOn: "2025-07-01",
    });
    const [kept] = await database().execute(
      sql`select * from second_keying where resolved_by_name = '李明' and ratings is null and verbatims is null`,
    );
    expect(kept).toBeDefined();
    expect(await lastEvent()).toEqual({
      act: "entry.resolved",
      staff_name: "李明",
      after: { sheet: 1, items: ["overall", "advice"], changed: ["overall", "advice"] },
    });
  });

  test("in favour of the first keying changes no answer", async () => {
    const sheet = await aSheet("2024-first");
    await keyAgain(sheet);
    expect(await resolve(sheet, FIRST)).toEqual(ok(undefined));
    expect(await findResponseByReceipt(sheet.receipt)).toMatchObject({
      changedOn: null,
      verbatims: { advice: FIRST.advice },
    });
  });

  test("by two at once is one, and the other is told", async () => {
    const sheet = await aSheet("2024-resolvetwo");
    await keyAgain(sheet);
    const both = await Promise.all([resolve(sheet, FIRST), resolve(sheet, SECOND, wang)]);
    expect(both).toEqual(expect.arrayContaining([ok(undefined), fail("resolved-meanwhile")]));
  });

  test("and a second keying are refused once the edition is sealed", async () => {
    const sheet = await aSheet("2024-resolveseal");
    await keyAgain(sheet);
    await seal(sheet.edition);
    expect(await resolve(sheet, SECOND)).toEqual(fail("sealed"));
    expect(await keyAgain(sheet)).toEqual(fail("sealed"));
  });
});

describe("what was keyed again goes with its answer", () => {
  test.each(["open", "sealed"] as const)("when it is withdrawn from an edition that is %s", async (state) => {
    const sheet = await aSheet(`2024-gone${state}`);
    await keyAgain(sheet);
    if (state === "sealed") await seal(sheet.edition);
    await withdrawResponse(sheet.receipt, NOW);
    expect((await listSheets(li, sheet.place.batchId))[0]?.second).toBeNull();
    expect(await viewDifference(li, sheet.place, NOTED)).toBeNull();
  });

  test("when its texts are past their time", async () => {
    const sheet = await aSheet("2024-gonetime", { overall: 4, channel: "paper" });
    const of = sql`edition_id = ${sheet.edition.id}`;
    await database().execute(sql`update response set received_on = current_date - interval '30 years' where ${of}`);
    await keyAgain(sheet, { overall: 4, advice: "只在复录里的话" });
    await seal(sheet.edition);
    const sealed = { ...sheet.edition, state: "sealed" } as const;
    const { which: agreed } = (await previewRetention(wang, sealed, NOW)).texts;
    expect(await deleteDue(wang, sealed, { retained: "texts", agreed }, NOW)).toEqual(ok(undefined));
    expect((await listSheets(li, sheet.place.batchId))[0]?.second).toBeNull();
  });

  test("when the row itself is deleted", async () => {
    const sheet = await aSheet("2024-gonerow");
    await keyAgain(sheet);
    const of = sql`(select id from response where edition_id = ${sheet.edition.id})`;
    await database().execute(sql`delete from verbatim where response_id in ${of}`);
    await database().execute(sql`delete from response where edition_id = ${sheet.edition.id}`);
    expect(await database().execute(sql`select from second_keying where response_id in ${of}`)).toHaveLength(0);
  });
});
