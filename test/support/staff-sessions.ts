import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, inject } from "vitest";
import type { Role } from "@/lib/staff";
import { sessionCookie } from "./session-cookie";

/** Opens sessions of the running app for people made for one test file; both are gone when it ends. */
export function useStaffSessions() {
  const sql = postgres(inject("appDatabase"), { max: 1 });
  const people = new Map<Role, string>();
  afterAll(async () => {
    await sql`delete from staff where id = any(${[...people.values()]}::uuid[])`;
    await sql.end();
  });
  const personOf = async (role: Role) => {
    const known = people.get(role);
    if (known) return known;
    const id = randomUUID();
    people.set(role, id);
    await sql`insert into staff (id, name, email, role) values (${id}, ${`${role} 𠮷`}, ${`${id}@example.cn`}, ${role})`;
    return id;
  };
  return {
    /** The header fields of a request by somebody of a role, in a session of its own; none for a visitor. */
    async headersOf(role: Role | "visitor"): Promise<Record<string, string>> {
      if (role === "visitor") return {};
      return { cookie: await sessionCookie(sql, await personOf(role)) };
    },
  };
}
