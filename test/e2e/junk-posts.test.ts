import { beforeAll, describe, expect, test } from "vitest";
import { actionCall, builtActions } from "@/test/support/action-call";
import { readLog, request, urlOf } from "@/test/support/server";

const { origin } = new URL(urlOf("/"));
const MULTIPART = { "content-type": "multipart/form-data; boundary=x" };
const FIELD = '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n';
const ANY_ID = "60".padEnd(42, "0");

const errorsInLog = async () => (await readLog()).split("\n").filter((line) => line.includes('"level":"error"'));
let before: string[] = [];
beforeAll(async () => {
  before = await errorsInLog();
});

const post = (path: string, headers: Record<string, string>, body: string) =>
  request(path, { method: "POST", headers, body });

describe.each(["/", "/2024", "/en/2024", "/2024/print", "/2024/receipt/22222-22222-2222", "/nothing", "/health"])(
  "what is sent to %s, which is only to be read, is refused in words",
  (path) => {
    test.each<[string, Record<string, string>, string]>([
      ["a form", MULTIPART, FIELD],
      ["a form from nowhere", { ...MULTIPART, origin: "x" }, FIELD],
      ["a form from another site", { ...MULTIPART, origin: "https://example.org" }, FIELD],
      ["an action from another site", { "next-action": ANY_ID, origin: "https://example.org" }, "[]"],
      ["an action", { "next-action": ANY_ID }, "["],
      ["a form that cannot be read", { "content-type": "multipart/form-data" }, "x"],
    ])("%s", async (_, headers, body) => {
      const answer = await post(path, headers, body);
      expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
      expect(await answer.text()).toContain("不接受这样的请求");
    });
  },
);

test.each(["junk", "00", ANY_ID, "40".padEnd(42, "f")])("an action that is none is not found: %s", async (id) => {
  const byScript = await post("/admin/sign-in", { "next-action": id, "content-type": "text/plain" }, "[");
  expect([400, 404]).toContain(byScript.status);
  const body = FIELD.replace('name="a"', `name="$ACTION_ID_${id}"`);
  expect([400, 404, 409]).toContain((await post("/admin/sign-in", MULTIPART, body)).status);
});

test("an address that was written twice over is no failure", async () => {
  expect((await request("/2024/receipt/%25E0/wait")).status).toBe(303);
});

describe("a form for the desk's door is refused in words", () => {
  const signIn = () => builtActions().find(([, { exportedName }]) => exportedName === "signIn")?.[0] ?? "";

  test.each<[string, Record<string, string>, string]>([
    ["that has no boundary", { "content-type": "multipart/form-data" }, "x"],
    ["that is cut off", MULTIPART, FIELD.slice(0, -8)],
    ["that is empty", MULTIPART, ""],
  ])("%s", async (_, headers, body) => {
    const answer = await post("/admin/sign-in", headers, body);
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining("无法读取")]);
  });

  test.each(["[", "[]", '["$F1"]', '["$K1"]', "", "null"])("that calls its action with %s", async (body) => {
    const headers = { "next-action": signIn(), "content-type": "text/plain;charset=UTF-8" };
    expect((await post("/admin/sign-in", headers, body)).status).toBe(400);
    const form = FIELD.replace('name="a"', 'name="0"').replace("\r\n\r\nb", `\r\n\r\n${body}`);
    expect((await post("/admin/sign-in", { ...headers, ...MULTIPART }, form)).status).toBe(400);
  });

  test("that calls it without script, and without what it answered last", async () => {
    const body = FIELD.replace('name="a"', `name="$ACTION_ID_${signIn()}"`);
    expect((await post("/admin/sign-in", MULTIPART, body)).status).toBe(400);
  });

  test.each<Record<string, string>>([
    { origin: "x" },
    { origin: "null" },
    { origin: "https://example.org" },
    { origin: "https://example.org", "sec-fetch-site": "same-origin" },
    { origin: "x", "sec-fetch-site": "none" },
  ])("that comes from elsewhere: %j", async (from) => {
    for (const call of [actionCall(signIn()), { method: "POST", headers: MULTIPART, body: FIELD }]) {
      const answer = await request("/admin/sign-in", { ...call, headers: { ...call.headers, ...from } });
      expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining("没有执行")]);
    }
  });

  test("but not by what somebody writes into the headers of proxies", async () => {
    const call = actionCall(signIn(), { email: "a@example.cn", password: "x" });
    const headers = { ...call.headers, origin, "x-forwarded-host": "example.org", "x-forwarded-proto": "https" };
    expect((await request("/admin/sign-in", { ...call, headers })).status).toBe(200);
  });
});

test("an action leads on behind TLS as well, and nothing fails meanwhile", async () => {
  const [id = ""] = builtActions().find(([, { exportedName }]) => exportedName === "chooseLanguage") ?? [];
  const call = actionCall(id, { locale: "en", here: "/admin/sign-in" });
  const headers = { ...call.headers, origin, "x-forwarded-proto": "https" };
  const answer = await request("/admin/sign-in", { ...call, headers });
  expect([answer.status, answer.headers.get("x-action-redirect")]).toEqual([
    200,
    expect.stringContaining("/admin/sign-in"),
  ]);
  expect(await answer.text()).toContain("Sign in");
});

test("none of it is an error in the log", async () => {
  expect((await errorsInLog()).slice(before.length)).toEqual([]);
});
