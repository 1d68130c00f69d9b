import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import postgres from "postgres";
import { afterAll, inject } from "vitest";
import type { Role } from "@/lib/staff";
import { urlOf } from "./server";
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
  /** The name and value of each cookie of a new session of somebody of a role. */
  const cookiesOf = async (role: Role) =>
    (await sessionCookie(sql, await personOf(role))).split("; ").map((pair) => {
      const at = pair.indexOf("=");
      return { name: pair.slice(0, at), value: pair.slice(at + 1) };
    });
  return {
    /** The header fields of a request by somebody of a role, in a session of its own; none for a visitor. */
    async headersOf(role: Role | "visitor"): Promise<Record<string, string>> {
      if (role === "visitor") return {};
      return { cookie: await sessionCookie(sql, await personOf(role)) };
    },
    /** Signs the browser of a page in as somebody of a role, in a session of its own. */
    async enterAs(page: Page, role: Role): Promise<void> {
      const cookies = await cookiesOf(role);
      await page.context().addCookies(cookies.map((cookie) => ({ ...cookie, url: urlOf("/") })));
    },
  };
}
