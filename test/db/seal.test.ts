import { type SQL, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { countAnswers } from "@/db/edition-counts";
import { correctResponse, withdrawContact, withdrawResponse } from "@/db/receipt-rights";
import { findResponseByReceipt, insertResponse } from "@/db/responses";
import { UNOBSERVED, acceptProof } from "@/db/suspicions";
import { aResponse } from "@/test/support/a-response";
import { aStaff } from "@/test/support/a-staff";
import { anEdition, theEdition } from "@/test/support/editions";
import { FORBIDDEN, FROM_2032, IN_2031 } from "@/test/support/forbidden-statements";
import { runAsReplica } from "@/test/support/replica-mode";

const NOW = new Date("2025-06-18T04:00:00Z");
const LATER = new Date("2026-02-01T04:00:00Z");
const REFUSED = { code: "RF003" };
const run = (statement: SQL) => database().execute(statement);
const ANSWERS = {
  overall: 2,
  advice: "封存的原文𠮷",
  stakeholder_group: "employee",
  topics: ["climate", "water"],
  contact: "li@example.cn",
  contact_consent: "yes",
};

const codes: string[] = [];
let editionId: string;

async function keep(slug: string, answers = ANSWERS): Promise<string> {
  const outcome = await insertResponse(await theEdition(slug), aResponse(answers), "zh-CN", NOW);
  if (outcome.kind !== "kept") throw new Error(outcome.kind);
  return outcome.receiptCode;
}

beforeAll(async () => {
  editionId = (await anEdition({ slug: "2031" })).id;
  await anEdition({ slug: "2032" });
  for (let n = 0; n < 4; n += 1) codes.push(await keep("2031"));
  await keep("2032");
  await run(sql`
    insert into entry_batch (id, edition_id, name, channel, received_on, expected, begun_by_name)
    values (gen_random_uuid(), ${editionId}, '一叠', 'paper', '2025-06-18', 2, '王芳')`);
  await run(sql`
    insert into second_keying (response_id, first_keyed_by, keyed_by, keyed_by_name, compared, differing,
      ratings, verbatims, topics)
    select id, id, gen_random_uuid(), '李明', '{overall}', '{overall}', '{1,1,1,1,1}', '{}', '{}' from response
    where edition_id = ${editionId}`);
  await run(sql`
    insert into exclusion (response_id, reason, proposed_by, proposed_by_name)
    select id, 'TEST', gen_random_uuid(), '李明' from response where edition_id = ${editionId} order by id limit 1`);
  await run(sql`insert into instrument (id, edition_id, version, document)
    select gen_random_uuid(), edition_id, 2, document from instrument where edition_id = ${editionId}`);
  await run(sql`update edition set state = 'sealed' where slug = '2031'`);
  await run(sql`
    insert into edition_unsealing (id, edition_id, staff_name, reason)
    values (gen_random_uuid(), ${editionId}, '王芳', '更正')`);
});

const everything = () =>
  run(sql`
  select (select json_agg(r order by id) from response r where edition_id = ${editionId}) as responses,
    (select json_agg(v order by response_id, item) from verbatim v where response_id in ${IN_2031}) as verbatims,
    (select json_agg(t order by response_id, topic) from topic_choice t where response_id in ${IN_2031}) as topics,
    (select json_agg(x) from exclusion x where response_id in ${IN_2031}) as exclusions,
    (select json_agg(e) from edition e where id = ${editionId}) as edition`);

describe("SQL by hand, on a sealed edition", () => {
  test.each(FORBIDDEN)("is refused: %s", async (_, statement) => {
    const before = await everything();
    await expect(run(statement)).rejects.toMatchObject(REFUSED);
    await expect(runAsReplica(statement)).rejects.toMatchObject(REFUSED);
    expect(await everything()).toEqual(before);
  });

  test("finds no table of the same name in its way", async () => {
    await expect(
      database().transaction(async (tx) => {
        await tx.execute(sql`create temp table edition on commit drop as select * from public.edition`);
        await tx.execute(sql`update pg_temp.edition set state = 'open'`);
        await tx.execute(sql`update response set status = 'on_hold', status_reason = 'X' where id in ${IN_2031}`);
      }),
    ).rejects.toMatchObject(REFUSED);
  });

  test("is as free as ever on an edition that is not sealed", async () => {
    const held = sql`update response set status = 'on_hold', status_reason = 'X' where id in ${FROM_2032} returning id`;
    expect(await run(held)).toHaveLength(1);
  });

  test("waits for a sealing that is under way, and is refused then", async () => {
    const { id } = await anEdition({ slug: "2033" });
    const code = await keep("2033");
    let sealed = () => {};
    const committed = new Promise<void>((resolve) => {
      sealed = resolve;
    });
    let begun = () => {};
    const started = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const sealing = database().transaction(async (tx) => {
      await tx.execute(sql`update edition set state = 'sealed' where id = ${id}`);
      begun();
      await committed;
    });
    await started;
    const late = run(sql`update response set status = 'on_hold', status_reason = 'X' where edition_id = ${id}`);
    setTimeout(sealed, 50);
    await expect(late).rejects.toMatchObject(REFUSED);
    await sealing;
    expect((await findResponseByReceipt(code))?.isWithdrawn).toBe(false);
  });
});

describe("a reader of a sealed edition", () => {
  test("can take the contact back, but not correct the answer", async () => {
    expect(await withdrawContact(codes[0] ?? "")).toBe("withdrawn");
    expect((await findResponseByReceipt(codes[0] ?? ""))?.contact).toBeNull();
    expect(await correctResponse(codes[0] ?? "", aResponse({ overall: 5 }), LATER)).toBe("closed");
  });

  test("can withdraw the answer, which leaves no answer and a trace of the withdrawal", async () => {
    expect(await withdrawResponse(codes[1] ?? "", LATER)).toBe("withdrawn");
    expect(await findResponseByReceipt(codes[1] ?? "")).toMatchObject({
      isWithdrawn: true,
      ratings: [null, null, null, null, null],
      verbatims: {},
      topics: [],
      contact: null,
      stakeholderGroup: null,
    });
    expect((await countAnswers(aStaff(), editionId)).get(editionId)).toEqual({
      received: 3,
      valid: 3,
      withdrawnSealed: 1,
    });
    const logged = await run(sql`select staff_id, subject from audit_event where act = 'response.withdrawn-sealed'`);
    expect([...logged]).toEqual([{ staff_id: null, subject: "2031" }]);
  });

  test("opens no other answer by the own code", async () => {
    await expect(
      database().transaction(async (tx) => {
        await tx.execute(sql`select set_config('report_feedback.receipt_code', ${codes[2]}, true)`);
        await tx.execute(sql`delete from verbatim where response_id in ${IN_2031}`);
      }),
    ).rejects.toMatchObject(REFUSED);
  });

  test("does not change the answer by a code, but only empties it", async () => {
    await expect(
      database().transaction(async (tx) => {
        await tx.execute(sql`select set_config('report_feedback.receipt_code', ${codes[2]}, true)`);
        await tx.execute(sql`update response set status = 'withdrawn', status_reason = 'WITHDRAWN_SEALED', likeness = null
          where id in ${IN_2031} and status = 'valid'`);
      }),
    ).rejects.toMatchObject(REFUSED);
  });
});

test("an answer that was kept for as long as the notice says can be deleted from a sealed edition", async () => {
  const { id } = await anEdition({ slug: "2034" });
  await keep("2034");
  const old = sql`(select id from response where edition_id = ${id})`;
  await run(
    sql`update response set received_on = current_date - interval '5 years' + interval '2 days' where edition_id = ${id}`,
  );
  await run(sql`update edition set state = 'disclosed' where id = ${id}`);
  await expect(run(sql`delete from verbatim where response_id in ${old}`)).rejects.toMatchObject(REFUSED);

  const { id: other } = await anEdition({ slug: "2035" });
  await keep("2035");
  const past = sql`(select id from response where edition_id = ${other})`;
  await run(
    sql`update response set received_on = current_date - interval '5 years 2 days' where edition_id = ${other}`,
  );
  await run(sql`update edition set state = 'disclosed' where id = ${other}`);
  await expect(run(sql`update verbatim set content = 'x' where response_id in ${past}`)).rejects.toMatchObject(REFUSED);
  for (const table of ["verbatim", "topic_choice", "contact"]) {
    await run(sql`delete from ${sql.identifier(table)} where response_id in ${past}`);
  }
  await run(sql`delete from response where edition_id = ${other}`);
  expect(await run(sql`select from response where edition_id = ${other}`)).toHaveLength(0);
});

test("a proof of work that comes after the seal changes nothing and fails nothing", async () => {
  await anEdition({ slug: "2036" });
  const edition = await theEdition("2036");
  const content = aResponse({ overall: 5 });
  await insertResponse(edition, content, "zh-CN", NOW);
  await run(sql`update response set status = 'quarantined', status_reason = 'BURST' where edition_id = ${edition.id}`);
  await run(sql`update edition set state = 'sealed' where id = ${edition.id}`);
  await acceptProof(edition, content, UNOBSERVED, NOW);
  const [row] = await run(sql`select status from response where edition_id = ${edition.id}`);
  expect(row).toEqual({ status: "quarantined" });
});
