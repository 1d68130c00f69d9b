import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { setNewPassword } from "@/app/admin/new-password/actions";
import { signIn } from "@/app/admin/sign-in/actions";
import { database } from "@/db/client";
import { makeResetLink } from "@/db/passwords";
import { addAccounts, formOf, outcomeOf, request } from "@/test/support/department-request";

vi.mock("next/headers", async () => (await import("@/test/support/department-request")).nextHeaders);

const PASSWORD = "a sentence nobody guesses";

// The administrator is the one who changes the password.
beforeAll(() => addAccounts(["viewer", "analyst", "administrator"], PASSWORD));

beforeEach(async () => {
  request.headers = new Headers();
  request.cookies = new Map();
  await database().execute(sql`truncate sign_in_brake`);
});

describe("signing in", () => {
  test("waits after many wrong passwords, says how long, and as much for an unknown e-mail", async () => {
    const answers = async (email: string) => {
      await database().execute(sql`truncate sign_in_brake`);
      const told = [];
      for (let turn = 0; turn < 7; turn += 1) {
        const state = await signIn(null, formOf({ email, password: "not the password" }));
        told.push(state.errors.map(({ message }) => message).join());
      }
      return told;
    };
    request.headers = new Headers({ "x-client-network": "192.0.2.7" });
    const told = await answers("analyst@example.com");
    expect(await answers("nobody@example.com")).toEqual(told);
    expect(told.filter((message) => message.includes("邮箱或密码不对"))).toHaveLength(5);
    expect(told[6]).toContain("请 1 分钟后再试");
    const right = formOf({ email: "analyst@example.com", password: PASSWORD });
    for (let turn = 0; turn < 6; turn += 1)
      await signIn(null, formOf({ email: "analyst@example.com", password: "not the password" }));
    expect(await outcomeOf(signIn(null, right))).toMatchObject({ errors: [{ field: "email" }] });
  });

  test("by a link to a new password does not wait for strangers' guesses, in any browser", async () => {
    for (let network = 1; network <= 60; network += 1) {
      request.headers = new Headers({ "x-client-network": `198.51.100.${network}` });
      await signIn(null, formOf({ email: "administrator@example.com", password: "not the password" }));
    }
    request.headers = new Headers({ "x-client-network": "192.0.2.7" });
    const old = formOf({ email: "administrator@example.com", password: PASSWORD });
    expect(await outcomeOf(signIn(null, old))).toMatchObject({ errors: [{ field: "email" }] });
    const reset = await makeResetLink(null, "administrator@example.com");
    const fresh = "plums fall behind the kiln";
    const sent = formOf({ token: reset?.token ?? "", password: fresh });
    expect(await outcomeOf(setNewPassword(null, sent))).toContain(";/admin;");
    // That browser is known from then on.
    const again = formOf({ email: "administrator@example.com", password: fresh });
    expect(await outcomeOf(signIn(null, again))).toContain(";/admin;");
  });

  test("does not wait for strangers' guesses in a browser that signed in before", async () => {
    await database().execute(sql`truncate sign_in_brake`);
    const right = formOf({ email: "analyst@example.com", password: PASSWORD });
    await outcomeOf(signIn(null, right));
    const known = new Map(request.cookies);
    request.cookies = new Map();
    request.headers = new Headers({ "x-client-network": "192.0.2.7" });
    for (let turn = 0; turn < 6; turn += 1)
      await signIn(null, formOf({ email: "analyst@example.com", password: "not the password" }));
    expect(await outcomeOf(signIn(null, right))).toMatchObject({ errors: [{ field: "email" }] });
    request.cookies = known;
    expect(await outcomeOf(signIn(null, right))).toContain(";/admin;");
    const other = formOf({ email: "viewer@example.com", password: PASSWORD });
    request.cookies = new Map([["feedback.device", "forged.c2lnbmF0dXJl"]]);
    expect(await outcomeOf(signIn(null, other))).toContain(";/admin;");
  });
});
