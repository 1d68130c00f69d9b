import { NextRequest } from "next/server";
import { beforeAll, expect, test, vi } from "vitest";
import { proofOf } from "@/test/support/session-cookie";

vi.mock("next/headers", async () => (await import("@/test/support/department-request")).nextHeaders);
vi.stubEnv("PUBLIC_URL", "https://esg.example.cn");

const PASSWORD = "a sentence nobody guesses";
const { addAccounts, request } = await import("@/test/support/department-request");
const { authentication } = await import("@/app/_session/auth");
const { findStaff } = await import("@/app/_session/staff");
const { proxy } = await import("@/proxy");

/** The cookie of a new session as it is set: its name and value, then its attributes. */
let session: string[] = [];
beforeAll(async () => {
  await addAccounts(["viewer"], PASSWORD);
  const { api } = await authentication();
  const body = { email: "viewer@example.com", password: PASSWORD };
  const { headers } = await api.signInEmail({ body, headers: new Headers(), returnHeaders: true });
  session = (headers.getSetCookie().find((cookie) => cookie.includes("session_token")) ?? "").split("; ");
});

test("by https a session's cookie is this host's alone, for no script, and sent over TLS only", async () => {
  const [value, ...attributes] = session;
  expect(value).toMatch(/^__Host-feedback\.session_token=/);
  expect(attributes).toEqual(expect.arrayContaining(["Secure", "HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=36000"]));
  expect(attributes.join()).not.toContain("Domain");
});

test("it lets its owner in, and without its prefix nobody", async () => {
  request.headers = new Headers({ cookie: (session[0] ?? "").replace("__Host-", "") });
  expect(await findStaff()).toBeNull();
});

test("its proof is a cookie of the same kind, for no other site", () => {
  const opened = proxy(
    new NextRequest("https://esg.example.cn/admin", { headers: { cookie: "__Host-feedback.session_token=x.y" } }),
  );
  expect(opened.headers.get("set-cookie")).toBe(
    `__Host-feedback.post=${proofOf("x.y")}; Path=/; Secure; HttpOnly; SameSite=strict`,
  );
});
