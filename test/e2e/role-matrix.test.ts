import { describe, expect, test } from "vitest";
import { ROLES, type Role } from "@/lib/staff";
import { actionCall, builtActions } from "@/test/support/action-call";
import { addressAt } from "@/test/support/department-tree";
import { ACTIONS, type Gate, PAGES, ROUTES } from "@/test/support/role-table";
import { useOwnSql } from "@/test/support/own-sql";
import { request } from "@/test/support/server";
import { useStaffSessions } from "@/test/support/staff-sessions";

const { headersOf } = useStaffSessions();
const sql = useOwnSql();
const EVERYBODY = ["visitor", ...ROLES] as const;
type Somebody = (typeof EVERYBODY)[number];

const GATES: readonly Gate[] = ["anybody", ...ROLES];
const mayPass = (somebody: Somebody, gate: Gate) => EVERYBODY.indexOf(somebody) >= GATES.indexOf(gate);
const cellsOf = (table: Readonly<Record<string, Gate>>) =>
  Object.entries(table).flatMap(([name, gate]) => EVERYBODY.map((somebody) => ({ name, gate, somebody })));

type Outcome = "let in" | "sent to sign in" | "refused";
/** What an answer says of the right to ask: an address that names nothing is let in and not found. */
const outcomeOf = ({ status, headers }: Response): Outcome => {
  const onward = headers.get("location") ?? headers.get("x-action-redirect") ?? "";
  if (onward.includes("/admin/sign-in?next=") || status === 401) return "sent to sign in";
  return status === 403 ? "refused" : "let in";
};
const expected = (somebody: Somebody, gate: Gate): Outcome => {
  if (mayPass(somebody, gate)) return "let in";
  return somebody === "visitor" ? "sent to sign in" : "refused";
};

describe("a page", () => {
  test.each(cellsOf(PAGES))("$name, which asks for $gate, knows a $somebody", async ({ name, gate, somebody }) => {
    const headers = await headersOf(somebody);
    const answer = await request(`${addressAt(name)}?edition=2024`, { headers });
    expect(outcomeOf(answer)).toBe(expected(somebody, gate));
    expect([200, 303, 307, 403, 404]).toContain(answer.status);
  });
});

describe("a route", () => {
  const reading = Object.fromEntries(Object.entries(ROUTES).filter(([name]) => name.startsWith("GET ")));
  test.each(cellsOf(reading))("$name, which asks for $gate, knows a $somebody", async ({ name, gate, somebody }) => {
    const answer = await request(addressAt(name.slice(4)), { headers: await headersOf(somebody) });
    expect(outcomeOf(answer)).toBe(expected(somebody, gate));
    await answer.body?.cancel();
  });

  const changing = cellsOf(ROUTES).filter(({ name }) => !name.startsWith("GET "));
  const rows = () => sql`select (select count(*) from import_batch) as files, (select count(*) from logo) as logos`;
  test.each(changing)("$name, which asks for $gate, knows a $somebody", async ({ name, gate, somebody }) => {
    const [method = "", path = ""] = name.split(" ");
    const before = await rows();
    const answer = await request(addressAt(path), { method, headers: await headersOf(somebody), body: new FormData() });
    expect(outcomeOf(answer)).toBe(expected(somebody, gate));
    expect(answer.status).toBeLessThan(500);
    expect(await rows()).toEqual(before);
  });
});

describe("an action", () => {
  const built = builtActions();

  test("of the build stands in the table, and every one of the table in the build", () => {
    expect([...new Set(built.map(([, , name]) => name))].toSorted()).toEqual(Object.keys(ACTIONS).toSorted());
  });

  test.each(cellsOf(ACTIONS))("$name, which asks for $gate, knows a $somebody", async ({ name, gate, somebody }) => {
    for (const [id, action] of built.filter(([, , found]) => found === name)) {
      const [worker = ""] = Object.keys(action.workers);
      // An empty form, so that an action that is let in finds nothing to do.
      const call = actionCall(id);
      const headers = { ...(await headersOf(somebody)), ...call.headers };
      const address = addressAt(worker.replace(/^app|\/page$/g, ""));
      const answer = await request(address, { ...call, headers });
      expect(answer.status).not.toBe(400);
      expect(outcomeOf(answer)).toBe(expected(somebody, gate));
      expect(answer.status).toBeLessThan(500);
      await answer.body?.cancel();
    }
  });
});

describe("the navigation", () => {
  const linksOf = async (role: Role) => {
    const page = await request("/admin/results?edition=2024", { headers: await headersOf(role) });
    const [, navigation = ""] = /<nav\b([\s\S]*?)<\/nav>/.exec(await page.text()) ?? [];
    return [...navigation.matchAll(/href="([^"?#]+)/g)].map(([, path = ""]) => path);
  };

  test.each(ROLES)("shows a %s every place that they may go to and no other", async (role) => {
    const places = await linksOf("administrator");
    expect(places).toEqual(expect.arrayContaining(["/admin/results", "/admin/verbatims"]));
    expect(places.filter((path) => !(path in PAGES))).toEqual([]);
    expect(await linksOf(role)).toEqual(places.filter((path) => mayPass(role, PAGES[path] ?? "administrator")));
  });
});
