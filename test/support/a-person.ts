import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import type { Role } from "@/lib/staff";

/** A member of staff in the database, without a password: `await aPerson("analyst")`. */
export async function aPerson(role: Role, name = "王芳") {
  const id = randomUUID();
  const email = `${id}@example.cn`;
  await database().execute(sql`insert into staff (id, name, email, role) values (${id}, ${name}, ${email}, ${role})`);
  return { id, name, email };
}

/** A session of theirs that lasts for an hour; returns its id. */
export async function aSession(staffId: string): Promise<string> {
  const id = randomUUID();
  await database().execute(sql`insert into staff_session (id, staff_id, token, expires_at)
    values (${id}, ${staffId}, ${randomUUID()}, now() + interval '1 hour')`);
  return id;
}

/** The newest acts of the audit log, the newest first. */
export async function lastActs(count: number): Promise<Record<string, unknown>[]> {
  return [
    ...(await database().execute(sql`
      select staff_name, act, subject, before, after from audit_event order by id desc limit ${count}`)),
  ];
}

/** Everything that a table holds, as text. */
export async function contentOf(table: string): Promise<string> {
  return JSON.stringify(await database().execute(sql`select * from ${sql.identifier(table)}`));
}

/** Takes everybody away, with whatever refers to them. */
export async function forgetPeople(): Promise<void> {
  await database().execute(sql`truncate staff, staff_invitation, staff_policy cascade`);
}
