import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { recordAct } from "@/db/audit";
import { database } from "@/db/client";
import { runAsReplica } from "@/test/support/replica-mode";
import { aStaff } from "../support/a-staff";

const events = async () => [
  ...(await database().execute(sql`select staff_name, act, subject, before, after from audit_event order by id`)),
];

describe("the audit log", () => {
  test("keeps who did what, with the state before and after", async () => {
    const act = { act: "response.viewed", subject: "2024", before: { status: "valid" }, after: null } as const;
    await recordAct(database(), aStaff({ name: "𠮷田" }), { ...act, after: { status: "on_hold" } });
    expect(await events()).toEqual([
      { staff_name: "𠮷田", act: act.act, subject: "2024", before: act.before, after: { status: "on_hold" } },
    ]);
  });

  test("holds nothing of what was undone", async () => {
    const before = await events();
    const undone = database().transaction(async (tx) => {
      await recordAct(tx, null, { act: "session.refused" });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await events()).toEqual(before);
  });

  test.each([
    ["update", sql`update audit_event set act = 'x'`],
    ["delete", sql`delete from audit_event`],
    ["truncate", sql`truncate audit_event`],
    ["truncate cascade", sql`truncate audit_event cascade`],
  ])("refuses to be changed by %s", async (_, statement) => {
    await recordAct(database(), null, { act: "session.refused" });
    await expect(database().execute(statement)).rejects.toMatchObject({ code: "RF002" });
    await expect(runAsReplica(statement)).rejects.toMatchObject({ code: "RF002" });
  });

  test("dates an event by itself, whatever is written", async () => {
    const dated = sql`
      insert into audit_event (at, act) values ('2020-01-31', 'edition.sealed'), ('2999-01-01', 'edition.sealed')
      returning at = now() as is_now`;
    for (const rows of [await database().execute(dated), await runAsReplica(dated)])
      expect([...rows]).toEqual([{ is_now: true }, { is_now: true }]);
  });
});
