import { readdirSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, describe, expect, inject, test } from "vitest";
import { aResponse } from "@/test/support/a-response";
import { actionCall, builtActions } from "@/test/support/action-call";
import { addressAt } from "@/test/support/department-tree";
import { ACTIONS, type Gate, PAGES, ROUTES } from "@/test/support/role-table";
import { request } from "@/test/support/server";

const openTo = (table: Readonly<Record<string, Gate>>) =>
  Object.keys(table).filter((name) => table[name] === "anybody");
/** The door itself, with its language switch; every other page and action is for people who have passed it. */
const DOOR = openTo(PAGES);
const DOOR_ACTIONS = openTo(ACTIONS).map((name) => name.split(" ")[1]);

const sql = postgres(inject("appDatabase"), { max: 1 });
afterAll(() => sql.end());

/** Every address below app/admin, from the file system, with an edition that exists where one is asked for. */
function addressesOf(file: string, folder = "app/admin", address = "/admin"): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === file) return [address];
    if (!entry.isDirectory() || entry.name.startsWith("_")) return [];
    const segment = entry.name === "[edition]" ? "2024" : entry.name.replace(/^\[.*\]$/, "anything");
    return addressesOf(file, join(folder, entry.name), `${address}/${segment}`);
  });
}

const SECRET = "部门以外不可见";
const filled = async () => {
  const { verbatims, ...rest } = aResponse({ advice: SECRET, overall: 1 });
  const body = JSON.stringify({ idempotency_key: rest.idempotencyKey, overall: 1, ...verbatims });
  await request("/2024/responses", { method: "POST", body, headers: { "content-type": "application/json" } });
};

describe("a visitor without a session", () => {
  const pages = addressesOf("page.tsx").filter((address) => !DOOR.includes(address));
  const openRoutes = openTo(ROUTES).map((name) => name.split(" ")[1]);
  const routes = addressesOf("route.ts").filter((address) => !openRoutes.includes(address));

  test("is kept out of more than nothing", () => {
    expect(pages).toEqual(expect.arrayContaining(["/admin", "/admin/results", "/admin/verbatims"]));
    expect(routes).toEqual(expect.arrayContaining(["/admin/exports/2024/responses.csv"]));
  });

  test.each(pages)("is sent to sign in from %s", async (address) => {
    await filled();
    const answer = await request(`${address}?edition=2024&item=advice`);
    expect([302, 303, 307, 404]).toContain(answer.status);
    if (answer.status !== 404) expect(answer.headers.get("location")).toMatch(/^\/admin\/sign-in\?next=/);
    expect(await answer.text()).not.toContain(SECRET);
  });

  test.each(pages)("gets nothing of %s for a router's request either", async (address) => {
    const headers = { rsc: "1", "next-url": address };
    const answer = await request(`${address}?edition=2024&item=advice&_rsc=x`, { headers, redirect: "follow" });
    expect(await answer.text()).not.toContain(SECRET);
  });

  test.each(routes.flatMap((route) => ["GET", "HEAD"].map((method) => ({ route, method }))))(
    "is refused by $method $route",
    async ({ route, method }) => {
      const answer = await request(route, { method });
      // A route that takes files alone has no such method: Next says so before the route is asked.
      expect([401, 405]).toContain(answer.status);
      expect(answer.headers.get("content-disposition")).toBeNull();
      expect(await answer.text()).not.toContain(SECRET);
    },
  );

  test("with a forged session is refused like one without", async () => {
    const headers = {
      cookie: "feedback.session_token=forged.c2lnbmF0dXJl; __Secure-feedback.session_token=forged.c2lnbmF0dXJl",
    };
    expect((await request("/admin/exports/2024/responses.csv", { headers })).status).toBe(401);
  });
});

describe("an action of the department", () => {
  const actions = (): { id: string; name: string; worker: string }[] =>
    builtActions().map(([id, { exportedName, workers }]) => ({
      id,
      name: exportedName,
      worker: addressAt((Object.keys(workers)[0] ?? "").replace(/^app|\/page$/g, "")),
    }));

  test("is known to the build", () => {
    expect(actions().map(({ name }) => name)).toEqual(expect.arrayContaining(["signIn", "signOut"]));
  });

  test("that is not the door's sends a visitor without a session to sign in", async () => {
    for (const { id, name, worker } of actions()) {
      if (DOOR_ACTIONS.includes(name)) continue;
      const answer = await request(worker, actionCall(id));
      const onward = answer.headers.get("location") ?? answer.headers.get("x-action-redirect") ?? "";
      expect([name, onward]).toEqual([name, expect.stringContaining("/admin/sign-in")]);
    }
  });

  test("of the door makes neither an account nor a session for a stranger", async () => {
    const count = async () =>
      (await sql`select (select count(*) from staff) s, (select count(*) from staff_session) t`)[0];
    const before = await count();
    for (const { id, worker } of actions()) {
      const typed = { email: "x@example.cn", password: "x".repeat(20), token: "x", name: "x" };
      expect((await request(worker, actionCall(id, typed))).status).toBeLessThan(400);
    }
    expect(await count()).toEqual(before);
  });
});
