import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { finishBatch, setKeyedTwice } from "@/db/batch-changes";
import { database } from "@/db/client";
import { insertEntry } from "@/db/entries";
import { beginBatch, findBatch } from "@/db/entry-batches";
import { stageImport } from "@/db/import-batches";
import { withdrawResponse } from "@/db/receipt-rights";
import { resolveDifference } from "@/db/resolutions";
import { insertSecondKeying } from "@/db/second-keyings";
import { countUnfinished } from "@/db/unfinished-work";
import { receiptCodeOf } from "@/lib/survey/receipt-code";
import { aResponse } from "@/test/support/a-response";
import { aStaff } from "@/test/support/a-staff";
import { anEdition } from "@/test/support/editions";

const wang = aStaff({ role: "analyst" });
const li = aStaff({ role: "analyst", id: "0199a3c0-0000-7000-8000-000000000002", name: "李明" });
const NOW = new Date("2025-07-01T04:00:00Z");
const NONE = { imports: 0, quarantined: 0, held: 0, proposed: 0, batches: 0, differences: 0, unkeyed: 0, draft: 0 };
const SECOND = aResponse({ overall: 5, channel: "paper" });

/** An edition with a batch to be keyed twice, whose one sheet was typed by Wang. */
async function aSheet(slug: string) {
  const edition = await anEdition({ slug });
  const stack = { name: "一叠𠮷", channel: "paper", receivedOn: "2025-06-18", expected: 1, keyedTwice: true };
  const begun = await beginBatch(wang, edition, stack);
  if (!begun.ok) throw new Error(begun.error);
  const place = { batchId: begun.value, sheet: 1 };
  const content = aResponse({ overall: 4, channel: "paper" });
  await insertEntry(wang, edition, content, { receivedOn: stack.receivedOn, locale: "zh-CN", place });
  return { edition, place, receipt: receiptCodeOf(slug, content.idempotencyKey) };
}

async function batchOf({ place }: Awaited<ReturnType<typeof aSheet>>) {
  const batch = await findBatch(wang, place.batchId);
  if (!batch) throw new Error("no batch");
  return batch;
}

test("what nobody keyed again is counted while a batch asks for it, also once finished, until its answer is gone", async () => {
  const sheet = await aSheet("2024-unkeyed");
  expect((await batchOf(sheet)).unkeyed).toBe(1);
  await finishBatch(wang, await batchOf(sheet), null);
  expect(await batchOf(sheet)).toMatchObject({ unkeyed: 1, finished: { reason: null } });
  await setKeyedTwice(wang, await batchOf(sheet), false);
  expect((await batchOf(sheet)).unkeyed).toBe(0);
  await setKeyedTwice(wang, await batchOf(sheet), true);
  await withdrawResponse(sheet.receipt, NOW);
  expect((await batchOf(sheet)).unkeyed).toBe(0);
});

test("what a seal would leave unfinished is counted: keyings, differences, files that wait, quarantines", async () => {
  const sheet = await aSheet("2024-unfinished");
  const { edition, place } = sheet;
  expect(await countUnfinished(wang, edition.id)).toEqual({ ...NONE, batches: 1, unkeyed: 1 });
  await insertSecondKeying(li, place, edition, SECOND);
  expect((await batchOf(sheet)).unkeyed).toBe(0);
  expect(await countUnfinished(wang, edition.id)).toEqual({ ...NONE, batches: 1, differences: 1 });
  await resolveDifference(li, edition, place, { form: edition, answers: SECOND }, NOW);
  const table = { columns: [{ place: 0, name: "总体" }], rows: [{ number: 2, cells: ["5"] }] };
  await stageImport(wang, edition, { hash: "0".repeat(64), table }, NOW);
  await database().execute(
    sql`update response set status = 'quarantined', status_reason = 'FAST' where edition_id = ${edition.id}`,
  );
  expect(await countUnfinished(wang, edition.id)).toEqual({ ...NONE, imports: 1, quarantined: 1, batches: 1 });
  await finishBatch(wang, await batchOf(sheet), null);
  await database().execute(sql`
    insert into exclusion (response_id, reason, proposed_by, proposed_by_name)
    select id, 'TEST', ${wang.id}, '王芳' from response where edition_id = ${edition.id}`);
  await database().execute(sql`update response set status = 'on_hold' where edition_id = ${edition.id}`);
  await database().execute(sql`insert into instrument (id, edition_id, version, document)
    select gen_random_uuid(), edition_id, 2, document from instrument where edition_id = ${edition.id}`);
  expect(await countUnfinished(wang, edition.id)).toEqual({ ...NONE, imports: 1, held: 1, proposed: 1, draft: 1 });
});
