import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { signIn } from "@/app/admin/sign-in/actions";
import { GET as comeBack } from "@/app/admin/sign-in/sso/callback/route";
import { GET as start } from "@/app/admin/sign-in/sso/route";
import { database } from "@/db/client";
import { invite } from "@/db/invitations";
import { findReset, makeResetLink } from "@/db/passwords";
import { findPerson, removePerson } from "@/db/people";
import { env } from "@/lib/env";
import type { Role } from "@/lib/staff";
import { aPerson, forgetPeople, lastActs } from "@/test/support/a-person";
import { aStaff } from "@/test/support/a-staff";
import { formOf, outcomeOf, request } from "@/test/support/department-request";
import {
  CLIENT,
  type IdentityProvider,
  type Mood,
  setMood,
  startIdentityProvider,
} from "@/test/support/identity-provider";

vi.mock("next/headers", async () => (await import("@/test/support/department-request")).nextHeaders);

let provider: IdentityProvider;
beforeAll(async () => {
  provider = await startIdentityProvider();
  process.env.OIDC_ISSUER = provider.issuer;
  process.env.OIDC_CLIENT_ID = CLIENT.id;
  process.env.OIDC_CLIENT_SECRET = CLIENT.secret;
});
afterAll(() => provider.stop());
beforeEach(async () => {
  request.headers = new Headers();
  request.cookies = new Map();
  env().OIDC_ONLY = false;
  await forgetPeople();
});

const HOME = "http://127.0.0.1:3000/admin/sign-in/sso";
const whereTo = (response: Response) => response.headers.get("location") ?? "";
/** Starts at the door and is sent back by the provider; returns the address of the callback. */
const goAndReturn = async (mood: Mood, next = "/admin/results") => {
  await setMood(provider.issuer, mood);
  const there = await start(new Request(`${HOME}?next=${encodeURIComponent(next)}`));
  const back = await fetch(whereTo(there), { redirect: "manual" });
  return whereTo(back);
};
/** The whole way, to where it ends. */
const enter = async (mood: Mood, next?: string) => whereTo(await comeBack(new Request(await goAndReturn(mood, next))));
const claimsOf = (email: string, sub = "u-1") => ({ sub, email, email_verified: true, name: "𠮷田 芳" });
const sessionsOf = async () =>
  [...(await database().execute(sql`select staff_id, second_factor from staff_session`))].map((row) => ({ ...row }));
const refusal = (reason: string) => `/admin/sign-in?refused=${reason}`;

describe("somebody with an account", () => {
  test("comes in by their verified e-mail, in any case, goes on to where they wanted and keeps the role", async () => {
    const person = await aPerson("viewer");
    const claims = claimsOf(person.email.toUpperCase());
    expect(await enter({ claims }, "/admin/results?edition=2024")).toBe("/admin/results?edition=2024");
    expect(await sessionsOf()).toEqual([{ staff_id: person.id, second_factor: false }]);
    expect(await findPerson(aStaff(), person.id)).toMatchObject({ role: "viewer", name: "王芳" });
    expect((await lastActs(2)).map(({ act, after }) => [act, after])).toEqual([
      ["session.started", { by: "sso" }],
      ["staff.linked", { by: "sso" }],
    ]);
  });

  test("is known by issuer and subject from then on, whatever the e-mail becomes", async () => {
    const person = await aPerson("analyst");
    await enter({ claims: claimsOf(person.email) });
    const renamed = { ...claimsOf("new.name@example.cn"), email_verified: false };
    expect(await enter({ claims: renamed })).toBe("/admin/results");
    expect(await findPerson(aStaff(), person.id)).toMatchObject({ email: person.email, sessions: 2 });
  });

  test("is not whoever gets their address later", async () => {
    const person = await aPerson("analyst");
    await enter({ claims: claimsOf(person.email, "u-1") });
    expect(await enter({ claims: claimsOf(person.email, "u-2") })).toBe(refusal("other-person"));
    expect((await lastActs(1))[0]).toMatchObject({ act: "session.refused", subject: person.email });
  });

  test("who was removed stays out", async () => {
    const person = await aPerson("analyst");
    await enter({ claims: claimsOf(person.email) });
    await removePerson(aStaff(), person.id);
    expect(await enter({ claims: claimsOf(person.email) })).toBe(refusal("unknown"));
    expect(await sessionsOf()).toEqual([]);
  });
});

describe("somebody without an account", () => {
  test("is made one by an open invitation, with its role, and no password", async () => {
    await invite(null, { email: "New@example.cn", role: "analyst" satisfies Role });
    expect(await enter({ claims: claimsOf("new@example.cn") })).toBe("/admin/results");
    const rows = await database().execute(sql`
      select name, email, role, provider_id, account_id, password from staff join staff_account on staff_id = staff.id`);
    const joined = { name: "𠮷田 芳", email: "new@example.cn", role: "analyst" };
    expect([...rows]).toEqual([{ ...joined, provider_id: provider.issuer, account_id: "u-1", password: null }]);
    expect((await lastActs(3)).map(({ act }) => act)).toEqual(["session.started", "staff.linked", "staff.joined"]);
  });

  test("stays out, and their e-mail out of the log", async () => {
    expect(await enter({ claims: claimsOf("nobody@example.cn") })).toBe(refusal("unknown"));
    const after = { by: "sso", reason: "unknown" };
    expect((await lastActs(1))[0]).toEqual({
      act: "session.refused",
      after,
      before: null,
      staff_name: null,
      subject: null,
    });
  });
});

describe("nobody comes in", () => {
  const soon = () => Math.floor(Date.now() / 1000);
  test.each<[string, (claims: Record<string, unknown>) => Mood, string]>([
    ["by an e-mail that is not verified", (c) => ({ claims: { ...c, email_verified: false } }), "unverified"],
    ["by an e-mail of which nothing is said", (c) => ({ claims: { ...c, email_verified: undefined } }), "unverified"],
    ["without an e-mail", (c) => ({ claims: { ...c, email: undefined } }), "unverified"],
    ["by another try's token", (c) => ({ claims: { ...c, nonce: "another" } }), "invalid"],
    ["by another application's token", (c) => ({ claims: { ...c, aud: "another" } }), "invalid"],
    ["by another issuer's token", (c) => ({ claims: { ...c, iss: "https://evil.example" } }), "invalid"],
    ["by a token that is over", (c) => ({ claims: { ...c, exp: soon() - 120, iat: soon() - 240 } }), "invalid"],
    ["by a token that somebody else signed", (c) => ({ claims: c, forges: true }), "invalid"],
    ["who gave up", (c) => ({ claims: c, denies: true }), "cancelled"],
  ])("%s", async (_, moodOf, reason) => {
    const person = await aPerson("administrator");
    expect(await enter(moodOf(claimsOf(person.email)))).toBe(refusal(reason));
    expect(await sessionsOf()).toEqual([]);
    expect((await lastActs(1))[0]).toMatchObject({ act: "session.refused", after: { by: "sso", reason } });
  });

  test("by an answer that came before", async () => {
    const person = await aPerson("viewer");
    const callback = await goAndReturn({ claims: claimsOf(person.email) });
    const cookies = new Map(request.cookies);
    await comeBack(new Request(callback));
    request.cookies = cookies;
    expect(whereTo(await comeBack(new Request(callback)))).toBe(refusal("over"));
    expect(await sessionsOf()).toHaveLength(1);
  });

  test("by an answer in a browser that did not ask", async () => {
    const person = await aPerson("viewer");
    const callback = await goAndReturn({ claims: claimsOf(person.email) });
    request.cookies = new Map();
    expect(whereTo(await comeBack(new Request(callback)))).toBe(refusal("over"));
    expect(await sessionsOf()).toEqual([]);
  });

  test("while the provider is down, before or after it sent them back", async () => {
    const person = await aPerson("viewer");
    await setMood(provider.issuer, { isDown: true });
    expect(whereTo(await start(new Request(HOME)))).toBe(refusal("provider"));
    const callback = await goAndReturn({ claims: claimsOf(person.email) });
    await setMood(provider.issuer, { isDown: true });
    expect(whereTo(await comeBack(new Request(callback)))).toBe(refusal("provider"));
    expect(await sessionsOf()).toEqual([]);
  });
});

describe("a second factor that is due", () => {
  const requireIt = () => database().execute(sql`insert into staff_policy (two_factor_required) values (true)`);

  test("is the provider's to confirm", async () => {
    const person = await aPerson("viewer");
    await requireIt();
    expect(await enter({ claims: claimsOf(person.email) })).toBe(refusal("second-factor"));
    expect(await sessionsOf()).toEqual([]);
    expect(await enter({ claims: { ...claimsOf(person.email), amr: ["pwd", "mfa"] } })).toBe("/admin/results");
    expect(await sessionsOf()).toEqual([{ staff_id: person.id, second_factor: true }]);
  });

  test("keeps an invitation open", async () => {
    await invite(null, { email: "new@example.cn", role: "viewer" });
    await requireIt();
    expect(await enter({ claims: claimsOf("new@example.cn") })).toBe(refusal("second-factor"));
    const confirmed = { ...claimsOf("new@example.cn"), amr: ["mfa"] };
    expect(await enter({ claims: confirmed })).toBe("/admin/results");
  });
});

describe("single sign-on alone", () => {
  test("takes no password, nor an administrator's link to a new one, but the command line's", async () => {
    const { email } = await aPerson("administrator");
    env().OIDC_ONLY = true;
    const sent = formOf({ email, password: "plums fall behind the kiln" });
    expect(await outcomeOf(signIn(null, sent))).toContain(";/admin/sign-in;");
    const byColleague = await makeResetLink(aStaff(), email);
    expect(await findReset(byColleague?.token ?? "")).toBeNull();
    const byCommandLine = await makeResetLink(null, email);
    expect(await findReset(byCommandLine?.token ?? "")).toMatchObject({ email });
  });
});
