import { beforeAll, expect, test } from "vitest";
import { addressAt } from "@/test/support/department-tree";
import { useOwnSql } from "@/test/support/own-sql";
import { PAGES, ROUTES } from "@/test/support/role-table";
import { request } from "@/test/support/server";
import { useStaffSessions } from "@/test/support/staff-sessions";

const sql = useOwnSql();
const { headersOf } = useStaffSessions();

/** What a look leaves: its line in the log of looks, what is counted against guessing, and sign-ins begun or run out. */
const LEFT_BY_LOOKS = ["audit_event", "sender_salt", "sender_tally", "server_secret", "staff_verification"];

/** A sum of each table's rows. */
async function sums(): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }[]>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`;
  const found: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !LEFT_BY_LOOKS.includes(table.name))) {
    const [row] =
      await sql`select md5(coalesce(string_agg(t::text, ' ' order by t::text), '')) as sum from ${sql(name)} t`;
    found[name] = String(row?.sum);
  }
  return found;
}

const READERS = ["", "/print", "/privacy", "/legacy", "/receipt", "/receipt/22222-22222-2222", "/responses"];
const addresses = [
  ...READERS.map((path) => `/2024${path}`),
  ...Object.keys(PAGES),
  ...Object.keys(ROUTES).flatMap((name) => (name.startsWith("GET ") ? [name.slice(4)] : [])),
].map((path) => `${addressAt(path)}?edition=2024`);

let headers: Record<string, string>;
beforeAll(async () => {
  headers = await headersOf("administrator");
  // What viewers see is made up at the first look.
  await request("/admin/results?edition=2024", { headers });
});

test("who only reads changes nothing: no page and no file that is asked for writes a row", async () => {
  expect(addresses.length).toBeGreaterThan(40);
  const before = await sums();
  expect(Object.keys(before)).toEqual(expect.arrayContaining(["edition", "response", "staff", "staff_session"]));
  for (const address of addresses) {
    for (const method of ["GET", "HEAD"]) {
      const answer = await request(address, { method, headers });
      await answer.arrayBuffer();
      expect([address, answer.status < 500]).toEqual([address, true]);
    }
  }
  expect(await sums()).toEqual(before);
}, 120_000);
