import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { recordAct } from "@/db/audit";
import { listAuditEvents, readAuditEvents } from "@/db/audit-log";
import { database } from "@/db/client";
import { readAuditFilter } from "@/lib/audit-filter";
import { aStaff } from "@/test/support/a-staff";

const reader = aStaff({ role: "administrator" });
const ZONE = "Asia/Shanghai";
const list = (query: Record<string, string>, before?: number, limit = 100) =>
  listAuditEvents(reader, readAuditFilter(new URLSearchParams(query)), ZONE, { before, limit });
const subjectsOf = async (query: Record<string, string>) => (await list(query)).map(({ subject }) => subject);

describe("the audit log", () => {
  beforeAll(async () => {
    const [wang, li] = [aStaff(), aStaff({ name: "李𠮷_1", email: "li%50@example.cn" })];
    await recordAct(database(), wang, { act: "response.viewed", subject: "a" });
    await recordAct(database(), li, { act: "response.held", subject: "b", before: { status: "valid" } });
    const responses = { count: 2, responses: ["x", "y"] };
    await recordAct(database(), null, { act: "responses.held", subject: "2024", after: responses });
    // Events are dated by a trigger, which only who owns the table can put aside.
    await database().transaction(async (tx) => {
      await tx.execute(sql`alter table audit_event disable trigger audit_event_stamped`);
      await tx.execute(sql`
        insert into audit_event (at, act, subject) values
        ('2020-01-31 16:00:00+00', 'session.refused', 'first of February'),
        ('2020-01-31 15:59:59+00', 'session.refused', 'last of January')`);
      await tx.execute(sql`alter table audit_event enable always trigger audit_event_stamped`);
    });
  });

  test.each([
    [{}, ["last of January", "first of February", "2024", "b", "a"]],
    [{ person: "李𠮷" }, ["b"]],
    [{ person: "_" }, ["b"]],
    [{ person: "LI%50" }, ["b"]],
    [{ act: "response.viewed" }, ["a"]],
    [{ subject: "202" }, ["2024"]],
    [{ from: "2020-02-01", until: "2020-02-01" }, ["first of February"]],
    [{ until: "2020-01-31" }, ["last of January"]],
  ])("is narrowed by %o, newest first, days in the zone", async (query, subjects) => {
    expect(await subjectsOf(query as Record<string, string>)).toEqual(subjects);
  });

  test("tells of an act on many how many, not which", async () => {
    const [event] = await list({ act: "responses.held" });
    expect(event?.after).toEqual({ count: 2 });
  });

  test("goes page by page and is read as a whole, each event once", async () => {
    const pages = [await list({}, undefined, 2)];
    for (let last = pages[0]; last?.length === 2; last = pages.at(-1)) pages.push(await list({}, last[1]?.id, 2));
    const whole: number[] = [];
    for await (const { id } of readAuditEvents(reader, readAuditFilter(new URLSearchParams()), ZONE)) whole.push(id);
    expect(pages.flat().map(({ id }) => id)).toEqual(whole);
    expect(whole).toHaveLength(5);
  });
});
