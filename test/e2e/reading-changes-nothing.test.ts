import { beforeAll, expect, test } from "vitest";
import { addressAt } from "@/test/support/department-tree";
import { useOwnSql } from "@/test/support/own-sql";
import { PAGES, ROUTES } from "@/test/support/role-table";
import { LEFT_BY_LOOKS, rowSums } from "@/test/support/row-sums";
import { request } from "@/test/support/server";
import { useStaffSessions } from "@/test/support/staff-sessions";

const sql = useOwnSql();
const { headersOf } = useStaffSessions();

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
  const before = await rowSums(sql, LEFT_BY_LOOKS);
  expect(Object.keys(before)).toEqual(expect.arrayContaining(["edition", "response", "staff", "staff_session"]));
  for (const address of addresses) {
    for (const method of ["GET", "HEAD"]) {
      const answer = await request(address, { method, headers });
      await answer.arrayBuffer();
      expect([address, answer.status < 500]).toEqual([address, true]);
    }
  }
  expect(await rowSums(sql, LEFT_BY_LOOKS)).toEqual(before);
}, 120_000);
