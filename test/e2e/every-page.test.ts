import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { ROLES, type Role, type Staff } from "@/lib/staff";
import { useBrowser } from "@/test/support/browser";
import { FOR_VIEWERS, deskAddresses } from "@/test/support/desk-addresses";
import { DESK_SIZES, troublesOf } from "@/test/support/desk-look";
import type { FilledDesk } from "@/test/support/filled-desk";
import { type Host, startHost } from "@/test/support/host";
import { type Gate, PAGES } from "@/test/support/role-table";
import type { RunningApp } from "@/test/support/server";
import { targetsIn } from "@/test/support/shown-targets";
import { sessionCookie } from "@/test/support/session-cookie";
import { signIn } from "@/test/support/sign-in";
import { type OwnDatabase, createDatabase } from "@/test/support/test-server";

const openPage = useBrowser();
let own: OwnDatabase;
let app: Host<RunningApp>;
let sql: postgres.Sql;

beforeAll(async () => {
  own = await createDatabase(inject("testServer"), "template");
  // The demo is written by functions that read it.
  process.env.DATABASE_URL = own.url;
  sql = postgres(own.url, { max: 1 });
  const noAccount = { STAFF_EMAIL: "", STAFF_PASSWORD: "" };
  const settings = { DATABASE_URL: own.url, PUBLIC_URL: "", NODE_ENV: "production", ...noAccount };
  app = await startHost<RunningApp>("test/support/app-host.ts", settings);
}, 300_000);
afterAll(async () => {
  const { closeDatabase } = await import("@/db/client");
  await closeDatabase();
  await sql?.end();
  await app?.stop();
  await own?.drop();
});

const UNKNOWN = "/admin/[...unknown]";
type Size = (typeof DESK_SIZES)[number];
const sessions = new Map<string, Promise<string>>();
/** The cookies of the one session that somebody has here. */
const cookieOf = ({ id }: Staff) => {
  const cookie = sessions.get(id) ?? sessionCookie(sql, id);
  sessions.set(id, cookie);
  return cookie;
};
const openedAs = async (staff: Staff | null, options: Size): Promise<Page> => {
  const page = await openPage({ baseURL: app.value.baseUrl, ...options });
  const pairs = staff ? (await cookieOf(staff)).split("; ").map((pair) => pair.split(/=(.*)/)) : [];
  await page.context().addCookies(pairs.map(([name = "", value = ""]) => ({ name, value, url: app.value.baseUrl })));
  return page;
};

describe.each(DESK_SIZES)("before there is an account, at $viewport.width", (size) => {
  test("the page of the first start is for everybody", async () => {
    const page = await openedAs(null, size);
    const [link = ""] = /http\S+\/admin\/set-up\?token=\S+/.exec(await readFile(app.value.logFile, "utf8")) ?? [];
    await page.goto(link);
    expect(await page.locator("main form:not([data-for-anybody])").count()).toBe(1);
    expect(await troublesOf(page, "set-up-first")).toEqual([]);
  });
});

describe("the desk in the middle of its year", () => {
  let desk: FilledDesk;
  let addresses: Readonly<Record<string, string>> = {};
  beforeAll(async () => {
    const { draftForm, fillDesk, importAsFarAsCheck } = await import("@/test/support/filled-desk");
    const { DEMO_PEOPLE } = await import("@/bin/demo/people");
    desk = await fillDesk(own.url);
    const page = await openPage({ baseURL: app.value.baseUrl });
    await signIn(page, DEMO_PEOPLE[0]);
    await draftForm(page, "2026");
    addresses = deskAddresses(desk, await importAsFarAsCheck(page, "2025"));
  }, 120_000);

  test("has an address for each of its pages", () => {
    expect(Object.keys(addresses).toSorted()).toEqual(Object.keys(PAGES).toSorted());
  });

  test.each(["/admin/invitation", "/admin/new-password"])("has a living link to %s", async (name) => {
    const answer = await fetch(new URL(addresses[name] ?? "", app.value.baseUrl));
    expect(await answer.text()).toContain('autoComplete="new-password"');
  });

  const mayPass = (role: Role, gate: Gate) => gate === "anybody" || ROLES.indexOf(role) >= ROLES.indexOf(gate);
  // Next draws what is not found by script alone.
  const drawn = Object.entries(PAGES).filter(([name]) => name !== UNKNOWN);
  const shown = ROLES.flatMap((role) => drawn.flatMap(([name, gate]) => (mayPass(role, gate) ? [{ role, name }] : [])));
  test.each(shown)("$name leads a $role to nothing that they may not have", async ({ role, name }) => {
    const headers = { cookie: await cookieOf(desk.people[role]) };
    const answer = await fetch(new URL(addresses[name] ?? "", app.value.baseUrl), { headers });
    const targets = targetsIn(await answer.text());
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter(({ gate }) => gate === null || !mayPass(role, gate))).toEqual([]);
  });

  describe.each(DESK_SIZES)("at $viewport.width", (size) => {
    test.each(Object.entries(PAGES))("%s is for everybody", async (name, gate) => {
      const page = await openedAs(gate === "anybody" ? null : desk.people.administrator, size);
      const { pathname } = new URL(addresses[name] ?? "", app.value.baseUrl);
      const answer = await page.goto(addresses[name] ?? "");
      expect(answer?.status()).toBe(name === UNKNOWN ? 404 : 200);
      expect(new URL(page.url()).pathname).toBe(name === "/admin" ? "/admin/results" : pathname);
      expect(await troublesOf(page, name)).toEqual([]);
    });

    test.each(Object.entries(FOR_VIEWERS))("%s is for everybody", async (name, address) => {
      const page = await openedAs(desk.people.viewer, size);
      await page.goto(address);
      expect(await troublesOf(page, name)).toEqual([]);
    });
  });
});
