import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { correctExpected, finishBatch, reopenBatch } from "@/db/batch-changes";
import { deleteChannel, findRevisedChannel } from "@/db/channels";
import { database } from "@/db/client";
import type { Edition } from "@/db/editions";
import { insertEntry } from "@/db/entries";
import { type EntryBatch, beginBatch, findBatch, listBatches, listSheets } from "@/db/entry-batches";
import { fail, ok } from "@/lib/result";
import { aResponse } from "@/test/support/a-response";
import { aStaff } from "@/test/support/a-staff";
import { anEdition } from "@/test/support/editions";

const staff = aStaff({ role: "analyst" });
const STACK = {
  name: "股东大会纸质问卷𠮷",
  channel: "paper",
  receivedOn: "2025-06-18",
  expected: 3,
  keyedTwice: false,
};

const aBatch = async (edition: Edition, changes: Partial<typeof STACK> = {}): Promise<EntryBatch> => {
  const begun = await beginBatch(staff, edition, { ...STACK, ...changes });
  if (!begun.ok) throw new Error(begun.error);
  return nowOf(begun.value);
};
const nowOf = async (id: string): Promise<EntryBatch> => {
  const batch = await findBatch(staff, id);
  if (!batch) throw new Error("no batch");
  return batch;
};
const enter = (edition: Edition, { id }: EntryBatch, sheet: number) =>
  insertEntry(staff, edition, aResponse({ overall: 4, channel: "paper" }), {
    receivedOn: STACK.receivedOn,
    locale: "zh-CN",
    place: { batchId: id, sheet },
  });
const KEPT = { kind: "kept", changed: false };
const refused = (reason: string) => ({ kind: "refused", reason });

describe("a batch", () => {
  test("counts the sheets that are typed into it, which are answers like any other", async () => {
    const edition = await anEdition({ slug: "2024-batch" });
    const batch = await aBatch(edition);
    expect(batch).toMatchObject({ ...STACK, typed: 0, finished: null, begunByName: "王芳", editionSlug: "2024-batch" });
    for (const sheet of [1, 2]) expect(await enter(edition, batch, sheet)).toEqual(KEPT);
    expect((await listBatches(staff, edition.id)).map(({ typed }) => typed)).toEqual([2]);
    expect((await listSheets(staff, batch.id)).map(({ sheet, enteredBy }) => [sheet, enteredBy])).toEqual([
      [1, staff.id],
      [2, staff.id],
    ]);
  });

  test("is found by no other word than its id", async () => {
    expect(await findBatch(staff, "anything")).toBeNull();
    expect(await findBatch(staff, "0199a3c0-0000-7000-8000-00000000000f")).toBeNull();
  });

  test("has a name that no other of its edition has", async () => {
    const edition = await anEdition({ slug: "2024-batchname" });
    await aBatch(edition);
    expect(await beginBatch(staff, edition, STACK)).toEqual(fail("name-taken"));
  });

  test.each(["draft", "sealed"] as const)("is not begun in an edition that is %s", async (state) => {
    const edition = await anEdition({ slug: `2024-batch${state}`, state });
    expect(await beginBatch(staff, edition, STACK)).toEqual(fail(state));
  });

  test("keeps its channel from being deleted", async () => {
    const edition = await anEdition({ slug: "2024-batchchan" });
    await aBatch(edition, { channel: "meeting" });
    const channel = await findRevisedChannel(staff, edition, "meeting");
    expect(await deleteChannel(staff, edition, channel ?? { code: "", revision: 0 })).toEqual(fail("has-answers"));
  });
});

describe("a sheet", () => {
  test("is typed once: of two at the same time one is told, and so is whoever comes later", async () => {
    const edition = await anEdition({ slug: "2024-sheet" });
    const batch = await aBatch(edition);
    const both = await Promise.all([enter(edition, batch, 1), enter(edition, batch, 1)]);
    expect(both).toEqual(expect.arrayContaining([KEPT, refused("sheet-taken")]));
    expect(await enter(edition, batch, 1)).toEqual(refused("sheet-taken"));
    expect((await nowOf(batch.id)).typed).toBe(1);
  });

  test("that is sent twice is the same sheet", async () => {
    const edition = await anEdition({ slug: "2024-sheetagain" });
    const batch = await aBatch(edition);
    const content = aResponse({ overall: 4, channel: "paper" });
    const arrived = { receivedOn: "2025-06-18", locale: "zh-CN", place: { batchId: batch.id, sheet: 1 } } as const;
    expect(await insertEntry(staff, edition, content, arrived)).toEqual(KEPT);
    expect(await insertEntry(staff, edition, content, arrived)).toEqual(KEPT);
  });

  test("of another edition's batch is refused by the database", async () => {
    const batch = await aBatch(await anEdition({ slug: "2024-sheethere" }));
    const other = await anEdition({ slug: "2024-sheetthere" });
    await expect(enter(other, batch, 1)).rejects.toMatchObject({ code: "23503" });
  });
});

describe("finishing", () => {
  test("needs as many sheets as there are, or a reason, which is kept and logged", async () => {
    const edition = await anEdition({ slug: "2024-finish" });
    const batch = await aBatch(edition);
    for (const sheet of [1, 2]) await enter(edition, batch, sheet);
    expect(await finishBatch(staff, batch, null)).toEqual(fail("uneven"));
    expect(await finishBatch(staff, batch, "第 3 份整页空白")).toEqual(ok(undefined));
    const finished = { with: 2, byName: "王芳", reason: "第 3 份整页空白" };
    expect((await nowOf(batch.id)).finished).toEqual(finished);
    const [event] = await database().execute(sql`select act, subject, after from audit_event order by id desc limit 1`);
    expect(event).toEqual({
      act: "entry.batch-closed",
      subject: `2024-finish/${STACK.name}`,
      after: { expected: 3, typed: 2, reason: "第 3 份整页空白" },
    });
  });

  test("needs no reason where the total matches, also after the number was corrected", async () => {
    const edition = await anEdition({ slug: "2024-finisheven" });
    const batch = await aBatch(edition);
    await enter(edition, batch, 1);
    expect(await correctExpected(staff, batch, 1)).toEqual(ok(undefined));
    expect(await finishBatch(staff, await nowOf(batch.id), "多余的原因")).toEqual(ok(undefined));
    expect((await nowOf(batch.id)).finished).toEqual({ with: 1, byName: "王芳", reason: null });
  });

  test("ends typing until the batch is reopened", async () => {
    const edition = await anEdition({ slug: "2024-finishend" });
    const batch = await aBatch(edition, { expected: 1 });
    await enter(edition, batch, 1);
    await finishBatch(staff, batch, null);
    expect(await enter(edition, batch, 2)).toEqual(refused("batch-finished"));
    expect(await reopenBatch(staff, await nowOf(batch.id))).toEqual(ok(undefined));
    expect(await enter(edition, batch, 2)).toEqual(KEPT);
    expect((await nowOf(batch.id)).finished).toBeNull();
  });

  test("by two at once is done by one, and the other is told", async () => {
    const edition = await anEdition({ slug: "2024-finishtwo" });
    const batch = await aBatch(edition, { expected: 1 });
    await enter(edition, batch, 1);
    const both = await Promise.all([finishBatch(staff, batch, null), correctExpected(staff, batch, 2)]);
    expect(both).toEqual(expect.arrayContaining([ok(undefined), fail("changed-meanwhile")]));
  });

  test("waits for a sheet that is being kept", async () => {
    const edition = await anEdition({ slug: "2024-finishwait" });
    const batch = await aBatch(edition, { expected: 1 });
    const [entered, finished] = await Promise.all([enter(edition, batch, 1), finishBatch(staff, batch, null)]);
    const { finished: state, typed } = await nowOf(batch.id);
    expect(typed).toBe(entered.kind === "kept" ? 1 : 0);
    expect(finished.ok).toBe(state !== null);
    expect(state?.with ?? typed).toBe(typed);
  });

  test("nothing is changed once the edition is sealed", async () => {
    const edition = await anEdition({ slug: "2024-finishseal" });
    const batch = await aBatch(edition);
    await database().execute(sql`update edition set state = 'sealed' where id = ${edition.id}`);
    expect(await finishBatch(staff, batch, "原因")).toEqual(fail("sealed"));
    expect(await correctExpected(staff, batch, 2)).toEqual(fail("sealed"));
  });
});
