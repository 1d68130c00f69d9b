import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { ROLES, type Role } from "@/lib/staff";
import { addressAt } from "@/test/support/department-tree";
import { sessionCookie } from "@/test/support/session-cookie";
import { type Field, type Known, fieldsOf, knownParameters } from "./known";
import { everyAction } from "./places";

/** An app that bad requests are sent to, with a session for each role, and what is known of it. */
export interface Target {
  readonly base: string;
  readonly sql: postgres.Sql;
  readonly known: Known;
  /** The session of somebody of a role, null for a visitor. */
  cookieOf(who: string): string | null;
  /** Some bad requests end the session that they bring: gives everybody a new one. */
  renewSessions(): Promise<void>;
}

/** Makes somebody of each role in the database of a running app, and reads the forms of its pages. */
export async function openTarget(base: string, sql: postgres.Sql): Promise<Target> {
  const people = new Map<Role, string>();
  for (const role of ROLES) {
    const id = randomUUID();
    people.set(role, id);
    await sql`insert into staff (id, name, email, role) values (${id}, ${`${role} 𠮷`}, ${`${id}@example.cn`}, ${role})`;
  }
  const sessions = new Map<string, string>();
  const renewSessions = async () => {
    for (const [role, id] of people) sessions.set(role, await sessionCookie(sql, id));
  };
  await renewSessions();
  const parameters = await knownParameters(sql);
  const actions = everyAction();
  const fields = new Map<string, readonly Field[]>();
  for (const path of new Set(actions.map((action) => action.path))) {
    const headers = { cookie: sessions.get("administrator") ?? "" };
    const answer = await fetch(`${base}${realAddress(path, parameters)}`, { headers });
    fields.set(path, fieldsOf(await answer.text()));
  }
  return {
    base,
    sql,
    known: { parameters, actions, fields },
    cookieOf: (who) => sessions.get(who) ?? null,
    renewSessions,
  };
}

function realAddress(path: string, parameters: Known["parameters"]): string {
  return addressAt(path.replaceAll(/\[(\w+)\]/g, (whole, name: string) => parameters[name]?.at(-1) ?? whole));
}
