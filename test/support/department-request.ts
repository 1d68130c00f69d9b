import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import type { Role } from "@/lib/staff";

/** The request that `nextHeaders` answers from; a test sets its headers and reads the cookies that came back. */
export const request = { headers: new Headers(), cookies: new Map<string, string>() };

/** What stands for `next/headers`: `vi.mock("next/headers", async () => (await import(…)).nextHeaders)`. */
export const nextHeaders = {
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => {
      const value = request.cookies.get(name);
      return value === undefined ? undefined : { name, value };
    },
    getAll: () => [...request.cookies].map(([name, value]) => ({ name, value })),
    set: (name: string, value: string) => request.cookies.set(name, value),
  }),
};

export function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** Where an action or a page sent the person, or what it returned. */
export function outcomeOf(work: Promise<unknown>): Promise<unknown> {
  return work.catch((thrown: { digest?: string }) => thrown.digest ?? Promise.reject(thrown));
}

/** Adds an account for each role, by the e-mail `<role>@example.com`. */
export async function addAccounts(roles: readonly Role[], password: string): Promise<void> {
  const hash = await hashPassword(password);
  for (const role of roles) {
    const id = randomUUID();
    await database().execute(sql`
      insert into staff (id, name, email, role) values (${id}, '王芳', ${`${role}@example.com`}, ${role})`);
    await database().execute(sql`
      insert into staff_account (id, staff_id, account_id, provider_id, password)
      values (gen_random_uuid(), ${id}, ${id}, 'credential', ${hash})`);
  }
}
