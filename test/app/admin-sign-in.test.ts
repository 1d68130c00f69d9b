import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { authentication } from "@/app/_session/auth";
import { pathBelowAdmin } from "@/app/_session/path-below-admin";
import { findStaff, requireStaff, requireStaffForRoute } from "@/app/_session/staff";
import { signIn } from "@/app/admin/sign-in/actions";
import { database } from "@/db/client";
import type { Role } from "@/lib/staff";
import { addAccounts, formOf, outcomeOf, request } from "@/test/support/department-request";

vi.mock("next/headers", async () => (await import("@/test/support/department-request")).nextHeaders);

const PASSWORD = "a sentence nobody guesses";
/** The status and the words that somebody is refused with. */
const refusalOf = async (gate: ReturnType<typeof requireStaffForRoute>) => {
  const outcome = await gate;
  if (outcome.ok) throw new Error(`let in as ${outcome.value.role}`);
  return [outcome.error.status, await outcome.error.text()];
};
const cookieOf = async (role: Role) => {
  const { api } = await authentication();
  const body = { email: `${role}@example.com`, password: PASSWORD };
  const { headers } = await api.signInEmail({ body, headers: new Headers(), returnHeaders: true });
  return headers.get("set-cookie") ?? "";
};
const enterAs = async (role: Role) => {
  request.headers = new Headers({ cookie: (await cookieOf(role)).split(";")[0] ?? "" });
};

beforeAll(() => addAccounts(["viewer", "analyst", "administrator"], PASSWORD));

beforeEach(() => {
  request.headers = new Headers();
  request.cookies = new Map();
});

describe("signing in", () => {
  test("gives an unknown e-mail the same answer as a wrong password", async () => {
    const answer = async (email: string) => {
      const state = await signIn(null, formOf({ email, password: "not the password", next: "/admin" }));
      return JSON.stringify(state).replaceAll(email, "…");
    };
    expect(await answer("nobody@example.com")).toBe(await answer("viewer@example.com"));
  });

  test("takes about the same time for an unknown e-mail as for a wrong password", async () => {
    const timeOf = async (email: string) => {
      const start = performance.now();
      await signIn(null, formOf({ email, password: "not the password" }));
      return performance.now() - start;
    };
    const [unknown, wrong]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < 5; turn += 1) {
      unknown.push(await timeOf("nobody@example.com"));
      wrong.push(await timeOf("viewer@example.com"));
    }
    const ratio = Math.min(...unknown) / Math.min(...wrong);
    // A password hash takes tens of milliseconds, everything else a few: without the hash this is some 0.1.
    expect(ratio).toBeGreaterThan(1 / 3);
    expect(ratio).toBeLessThan(3);
  });

  test("keeps the e-mail that was typed, and never the password", async () => {
    const state = await signIn(null, formOf({ email: "viewer@example.com", password: "not the password" }));
    expect(state.typed).toEqual({ email: "viewer@example.com" });
    expect(JSON.stringify(state)).not.toContain("not the password");
  });

  test("says everything that is missing, in the person's language", async () => {
    request.cookies.set("feedback.locale", "en");
    const state = await signIn(null, formOf({}));
    expect(state.heading).toBe("2 things to change");
    expect(state.errors.map(({ field }) => field)).toEqual(["email", "password"]);
  });

  test("goes on to where the person wanted, in any case of the e-mail", async () => {
    const sent = formOf({ email: "Viewer@Example.COM", password: PASSWORD, next: "/admin/results?edition=2024" });
    expect(await outcomeOf(signIn(null, sent))).toContain(";/admin/results?edition=2024;");
  });

  test("gives a cookie for one office day that scripts and other sites cannot use", async () => {
    const cookie = await cookieOf("viewer");
    expect(cookie).toMatch(/^feedback\.session_token=/);
    for (const attribute of ["HttpOnly", "SameSite=Lax", "Path=/admin", "Max-Age=36000"])
      expect(cookie).toContain(attribute);
  });

  test("cannot be replaced by signing up", async () => {
    const { api } = await authentication();
    const body = { name: "某人", email: "new@example.com", password: PASSWORD, role: "administrator" };
    await expect(api.signUpEmail({ body: body as never })).rejects.toMatchObject({ statusCode: 400 });
  });
});

describe("the gate", () => {
  test("knows a signed-in person with their role", async () => {
    await enterAs("analyst");
    expect(await findStaff()).toEqual({
      id: expect.any(String),
      name: "王芳",
      email: "analyst@example.com",
      role: "analyst",
    });
  });

  test("sends a visitor to sign in, to come back to the page", async () => {
    const outcome = await outcomeOf(requireStaff("/admin/results?edition=2024"));
    expect(outcome).toContain(";/admin/sign-in?next=%2Fadmin%2Fresults%3Fedition%3D2024;");
  });

  test("answers a visitor's download with 401 and a viewer's with 403, in words", async () => {
    expect(await refusalOf(requireStaffForRoute("analyst"))).toEqual([401, expect.stringContaining("请先登录")]);
    await enterAs("viewer");
    request.cookies.set("feedback.locale", "en");
    expect(await refusalOf(requireStaffForRoute("analyst"))).toEqual([403, expect.stringContaining("Your account")]);
  });

  test.each(["analyst", "administrator"] as const)("lets an %s do what analysts may", async (role) => {
    await enterAs(role);
    expect(await requireStaffForRoute("analyst")).toMatchObject({ ok: true, value: { role } });
  });

  test.each([
    ["an altered cookie", (cookie: string) => cookie.replace(/=./, (start) => (start === "=A" ? "=B" : "=A"))],
    ["a cookie without its signature", (cookie: string) => cookie.replace(/\..*$/, "")],
  ])("lets nobody in with %s", async (_, change) => {
    await enterAs("administrator");
    const [name, value] = (request.headers.get("cookie") ?? "").split(/(?<==)/);
    request.headers = new Headers({ cookie: change(`${name}${value}`) });
    expect(await findStaff()).toBeNull();
  });

  test("lets nobody in with a session that is over", async () => {
    await enterAs("administrator");
    await database().execute(sql`update staff_session set expires_at = now() - interval '1 second'`);
    expect(await findStaff()).toBeNull();
  });
});

describe("the way on after signing in", () => {
  test.each([
    ["/admin", "/admin"],
    ["/admin/results?edition=2024", "/admin/results?edition=2024"],
    ["/admin/../2024", "/admin"],
    ["/administrator", "/admin"],
    ["/2024", "/admin"],
    ["//evil.example/admin", "/admin"],
    ["/\\evil.example/admin", "/admin"],
    ["https://evil.example/admin", "/admin"],
    ["javascript:alert(1)//admin", "/admin"],
    ["/admin/%2e%2e/2024", "/admin"],
    ["\t//evil.example/admin", "/admin"],
    [undefined, "/admin"],
    [["/admin/results"], "/admin"],
  ])("from %j is %s", (sent, path) => {
    expect(pathBelowAdmin(sent)).toBe(path);
  });
});
