import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import type { Edition } from "@/db/editions";
import { type QuarantineChange, changeQuarantined, countQuarantined } from "@/db/quarantine";
import { listResponses } from "@/db/response-list";
import { correctResponse, withdrawResponse } from "@/db/receipt-rights";
import { changeStatus } from "@/db/response-status";
import { viewResponse } from "@/db/response-view";
import { insertResponse } from "@/db/responses";
import { withEditionSnapshot } from "@/db/snapshot";
import { listStatusHistory } from "@/db/status-history";
import { readResponseFilter } from "@/lib/survey/response-filter";
import type { DecisionReason } from "@/lib/survey/response-status";
import { type StatusChange, standingKey } from "@/lib/survey/status-change";
import { type Answers, aResponse } from "@/test/support/a-response";
import { aStaff } from "@/test/support/a-staff";
import { allOf } from "@/test/support/all-of";
import { anEdition } from "@/test/support/editions";

const wang = aStaff({ role: "analyst" });
const li = aStaff({ role: "analyst", id: "0199a3c0-0000-7000-8000-000000000002", name: "李𠮷" });
const now = new Date("2025-06-01T08:00:00Z");

let editions = 0;
const freshEdition = () => anEdition({ slug: `2033-d${++editions}` });
const rowsOf = async (edition: Edition, query = {}) =>
  (await listResponses(wang, edition.id, readResponseFilter(query), { limit: 100 })).rows;

async function anAnswer(edition: Edition, answers: Answers = { overall: 5, advice: "意见" }) {
  const outcome = await insertResponse(edition, aResponse(answers), "zh-CN", now);
  const [row] = await rowsOf(edition);
  return { id: row?.id ?? "", receiptCode: outcome.kind === "kept" ? outcome.receiptCode : "" };
}

async function standing(id: string): Promise<string> {
  const viewed = await viewResponse(wang, id);
  return viewed ? standingKey(viewed) : "gone";
}

const change = async (
  id: string,
  kind: StatusChange,
  by = wang,
  reason: DecisionReason | null = null,
  from?: string,
) => {
  const outcome = await changeStatus(by, id, { change: kind, reason }, from ?? (await standing(id)));
  return outcome.ok ? "done" : outcome.error;
};

/** What the results and the export make of an edition. */
const counted = (edition: Edition) =>
  withEditionSnapshot(wang, edition.id, async ({ counts, responses }) => {
    const statuses = (await allOf(responses())).map(({ status, statusReason }) => `${status} ${statusReason ?? "-"}`);
    return { valid: counts.patterns.reduce((sum, { count }) => sum + count, 0), statuses };
  });

describe("an exclusion", () => {
  test("is proposed by one and confirmed by another; until then the answer counts", async () => {
    const edition = await freshEdition();
    const { id } = await anAnswer(edition);
    expect(await change(id, "propose", wang, "TEST")).toBe("done");
    expect(await counted(edition)).toEqual({ valid: 1, statuses: ["valid -"] });
    expect(await change(id, "confirm", wang)).toBe("not-possible");
    expect(await rowsOf(edition, { proposed: "yes" })).toMatchObject([{ id, proposed: "TEST", status: "valid" }]);
    expect(await change(id, "confirm", li)).toBe("done");
    expect(await counted(edition)).toEqual({ valid: 0, statuses: ["excluded TEST"] });
    expect(await change(id, "restore", wang)).toBe("done");
    expect(await counted(edition)).toEqual({ valid: 1, statuses: ["valid REVIEWED"] });
    const history = await listStatusHistory(wang, id, edition.slug);
    expect(history.map(({ staffName, act }) => `${staffName} ${act}`)).toEqual([
      "王芳 exclusion.proposed",
      "李𠮷 exclusion.confirmed",
      "王芳 response.restored",
    ]);
    expect(history[1]?.before).toEqual({ status: "valid", reason: null, proposed: "TEST" });
    expect(history[1]?.after).toEqual({ status: "excluded", reason: "TEST" });
    expect(JSON.stringify(history)).not.toContain("意见");
  });

  test("is not confirmed by who proposed it in the database either", async () => {
    const { id } = await anAnswer(await freshEdition());
    await change(id, "propose", wang, "BOT");
    const confirm = sql`update exclusion set confirmed_by = proposed_by, confirmed_at = now() where response_id = ${id}`;
    await expect(database().execute(confirm)).rejects.toMatchObject({ constraint: "exclusion_by_two" });
  });

  test("that is proposed can be dropped, and falls when the reader corrects or withdraws the answer", async () => {
    const edition = await freshEdition();
    const { id, receiptCode } = await anAnswer(edition);
    await change(id, "propose", wang, "AD");
    expect(await change(id, "drop", li)).toBe("done");
    expect(await rowsOf(edition, { proposed: "yes" })).toEqual([]);
    await change(id, "propose", wang, "AD");
    expect(await correctResponse(receiptCode, aResponse({ overall: 1 }), now)).toBe("corrected");
    expect(await rowsOf(edition, { proposed: "yes" })).toEqual([]);
    await change(id, "propose", wang, "AD");
    expect(await withdrawResponse(receiptCode, now)).toBe("withdrawn");
    expect(await rowsOf(edition, { proposed: "yes" })).toEqual([]);
    expect(await change(id, "restore", li)).toBe("not-possible");
  });
});

describe("a change of status", () => {
  test("from what somebody else changed meanwhile is refused, also at the same moment", async () => {
    const edition = await freshEdition();
    const { id } = await anAnswer(edition);
    const seen = await standing(id);
    const outcomes = await Promise.all([
      change(id, "hold", wang, "DUP", seen),
      change(id, "propose", li, "ABUSE", seen),
      change(id, "hold", li, "EMPTY", seen),
    ]);
    expect(outcomes.toSorted()).toEqual(["changed-meanwhile", "changed-meanwhile", "done"]);
  });

  test("is refused in a sealed edition, by the program and by the database", async () => {
    const edition = await freshEdition();
    const { id } = await anAnswer(edition);
    await change(id, "propose", wang, "AD");
    const seen = await standing(id);
    await database().execute(sql`update edition set state = 'closed' where id = ${edition.id}`);
    await database().execute(sql`update edition set state = 'sealed' where id = ${edition.id}`);
    expect(await change(id, "confirm", li, null, seen)).toBe("sealed");
    for (const statement of [
      sql`update exclusion set confirmed_by = gen_random_uuid(), confirmed_at = now()`,
      sql`delete from exclusion where response_id = ${id}`,
      sql`truncate exclusion`,
    ]) {
      await expect(database().execute(statement)).rejects.toMatchObject({ code: "RF003" });
    }
  });
});

describe("a quarantine", () => {
  const flood = async (edition: Edition, count: number) => {
    const answers = { overall: 1, advice: "这份报告一无是处，全是空话，不要再浪费纸张。" };
    for (let place = 0; place < count; place++) await insertResponse(edition, aResponse(answers), "zh-CN", now);
  };

  const dealWith = async (edition: Edition, to: QuarantineChange) => {
    const { which: agreed } = await countQuarantined(wang, edition.id, "DUPLICATE");
    return changeQuarantined(wang, edition, { reason: "DUPLICATE", change: to, agreed });
  };

  test("is dealt with as a whole in one act, if it is what was agreed to", async () => {
    const edition = await freshEdition();
    await flood(edition, 8);
    const { count, which } = await countQuarantined(wang, edition.id, "DUPLICATE");
    expect(count).toBe(8);
    const all = { reason: "DUPLICATE", change: "restore" } as const;
    // As many as before, but another one among them.
    const [first] = await rowsOf(edition);
    await change(first?.id ?? "", "restore");
    await flood(edition, 1);
    const changed = { ok: false, error: "changed-meanwhile" };
    expect(await changeQuarantined(wang, edition, { ...all, agreed: which })).toEqual(changed);
    const seen = await countQuarantined(wang, edition.id, "DUPLICATE");
    expect([seen.count, (await counted(edition)).valid]).toEqual([8, 1]);
    const both = [wang, li].map((one) => changeQuarantined(one, edition, { ...all, agreed: seen.which }));
    expect((await Promise.all(both)).map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect((await counted(edition)).valid).toBe(9);
    const [last] = (await rowsOf(edition)).toReversed();
    const history = await listStatusHistory(wang, last?.id ?? "", edition.slug);
    expect(history).toMatchObject([{ act: "responses.restored", after: { status: "valid", count: 8 } }]);
  });

  test("does not take back what was restored when another like answer arrives", async () => {
    const edition = await freshEdition();
    await flood(edition, 6);
    await dealWith(edition, "restore");
    await flood(edition, 1);
    expect((await counted(edition)).valid).toBe(6);
    expect((await countQuarantined(wang, edition.id, "DUPLICATE")).count).toBe(1);
  });

  test("that is held keeps its reason and does not count; one of it can be restored", async () => {
    const edition = await freshEdition();
    await flood(edition, 5);
    await dealWith(edition, "hold");
    expect((await counted(edition)).statuses).toEqual(Array.from({ length: 5 }, () => "on_hold DUPLICATE"));
    const [first] = await rowsOf(edition);
    expect(await change(first?.id ?? "", "restore")).toBe("done");
    expect((await counted(edition)).valid).toBe(1);
  });
});
