import { violationsOn } from "@/test/support/axe";
import { readFile } from "node:fs/promises";
import { connect } from "node:net";
import { setTimeout } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { useBrowser } from "@/test/support/browser";
import { startHost } from "@/test/support/host";
import { FIRST_STAFF, type RunningApp } from "@/test/support/server";
import { signIn } from "@/test/support/sign-in";
import { createDatabase } from "@/test/support/test-server";

const openPage = useBrowser();
let app: Awaited<ReturnType<typeof startHost<RunningApp>>>;
let database: Awaited<ReturnType<typeof createDatabase>>;

beforeAll(async () => {
  database = await createDatabase(inject("testServer"), "template");
  app = await startHost<RunningApp>("test/support/app-host.ts", {
    DATABASE_URL: database.url,
    PUBLIC_URL: "",
    TRUSTED_PROXIES: "127.0.0.1",
    STAFF_EMAIL: FIRST_STAFF.email,
    STAFF_PASSWORD: FIRST_STAFF.password,
    LOG_LEVEL: "debug",
    NODE_ENV: "production",
  });
}, 120_000);
afterAll(async () => {
  await app.stop();
  await database.drop();
});

/** Breaks the database by hand, as no test may break the one that others use. */
async function rename(table: string, column: string, name: string): Promise<void> {
  const sql = postgres(database.url, { max: 1 });
  await sql`alter table ${sql(table)} rename column ${sql(column)} to ${sql(name)}`;
  await sql.end();
}

type Line = {
  level: string;
  msg: string;
  request?: string;
  route?: string;
  status?: number;
  err?: { stack: string[] };
};
const readLog = () => readFile(app.value.logFile, "utf8");
const linesOf = async (request: string | null) =>
  (await readLog())
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Line)
    .filter((line) => line.request === request);
const ask = (path: string, init: RequestInit = {}) => fetch(app.value.baseUrl + path, { redirect: "manual", ...init });
const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  ask(path, { method: "POST", body, headers });
const json = { "content-type": "application/json" };
const requestOf = (answer: Response) => answer.headers.get("x-request-id");

/** What must never be in a log, as it would be written there in whatever way. */
const SECRETS = {
  answer: "水印答案𠮷野家",
  english: "watermarkanswer",
  password: "watermark-password-77",
  email: "watermark.reader@example.com",
  phone: "13912345678",
  code: "7KMP4-XRHQ2-WNEA",
  token: "watermarktoken0123456789abcdef",
  address: "203.0.113.77",
  network: "2001:db8:77",
};
const from = { "x-forwarded-for": `${SECRETS.network}::1, ${SECRETS.address}` };

describe("the log", () => {
  test("has one line for each request: its id, method, route, status and milliseconds, and not its address", async () => {
    const answer = await ask(`/en/2024/receipt/${SECRETS.code}?c=${SECRETS.token}`);
    await expect.poll(() => linesOf(requestOf(answer))).toHaveLength(1);
    expect((await linesOf(requestOf(answer)))[0]).toEqual({
      level: "info",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      pid: expect.any(Number),
      request: requestOf(answer),
      msg: "request",
      method: "GET",
      route: "/[locale]/[edition]/receipt/[code]",
      status: answer.status,
      ms: expect.any(Number),
    });
  });

  test.each([
    ["/", "/[locale]"],
    ["/2024", "/[locale]/[edition]"],
    ["/en/2024/privacy", "/[locale]/[edition]/privacy"],
    ["/admin/results", "/admin/results"],
    ["/admin/people/somebody", "/admin/people/[person]"],
    ["/admin/nowhere/at/all", "/admin/[...unknown]"],
    ["/nowhere/at/all", "/[locale]/[...unknown]"],
    ["/share/no.png", "(file)"],
    ["/%ff", "/[locale]/[edition]"],
  ])("names the route of %s as %s", async (path, route) => {
    const id = requestOf(await ask(path));
    await expect.poll(async () => (await linesOf(id)).map((line) => line.route)).toEqual([route]);
  });

  test("keeps the id that a proxy of ours gives, and takes nothing else for one", async () => {
    const given = "4bf92f3577b34da6a3ce929d0e0e4736";
    expect(requestOf(await ask("/2024", { headers: { "x-request-id": given } }))).toBe(given);
    expect(requestOf(await ask("/2024", { headers: { "x-request-id": SECRETS.email } }))).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe("requests that fail", () => {
  const submission = (more: object) => JSON.stringify({ idempotency_key: crypto.randomUUID(), overall: 4, ...more });

  test("leave nothing of what was sent in the log", async () => {
    const { answer, english, email, password, phone, token, code } = SECRETS;
    const bad = [
      await post("/2024/responses", `{"advice": "${answer} ${english}`, { ...json, ...from }),
      await post("/2024/responses", `${english} ${answer}`, { ...json, ...from }),
      await post("/2024/responses", submission({ overall: 9, advice: english, contact: email }), { ...json, ...from }),
      await post("/2024/responses", `advice=${english}&%ff=${answer}&contact=${phone}`, from),
      await post("/2024/responses", `${english}${answer}`.repeat(100_000), { ...json, ...from }),
      await post(`/2024/receipt/${code}/withdrawal`, `x=${english}`, from),
      await post("/admin/sign-in", new URLSearchParams({ email, password }), from),
      await ask(`/admin/set-up?token=${token}`, { headers: from }),
      await ask(`/admin/new-password?token=${token}`, { headers: from }),
      await ask(`/${english}/%ff/${code}`, { headers: { ...from, cookie: `session=${token}` } }),
      await post("/admin/import/2024/files", `${english},${email}`, from),
    ];
    expect(bad.every(({ status }) => status < 500)).toBe(true);
  });

  test.each([
    ["in front of Next", {}],
    ["by Next alone, as with a cookie", { cookie: "any=thing" }],
  ])("by a bug are told once, with frames, nothing of the answer and the number on their page: %s", async (_, more) => {
    await rename("response", "likeness", "broken");
    const advice = `${SECRETS.answer} ${SECRETS.english}`;
    const fields = new URLSearchParams({ idempotency_key: crypto.randomUUID(), overall: "4", advice });
    const failed = await post("/2024/responses", fields, { ...from, ...more } as Record<string, string>);
    const html = await failed.text();
    await rename("response", "broken", "likeness");
    expect([failed.status, html]).toEqual([500, expect.stringContaining("请返回上一页")]);
    expect(html).toContain(requestOf(failed));
    // With the request's own line.
    await expect.poll(() => linesOf(requestOf(failed))).toHaveLength(2);
    const [error] = (await linesOf(requestOf(failed))).filter(({ level }) => level === "error");
    expect(error?.err).toMatchObject({ name: "StorageError", code: "42703", stack: expect.any(Array) });
    expect(error?.err?.stack[0]).toMatch(/^at /);
  });

  test("because their sender left in the middle leave no answer, and one line that says so", async () => {
    const sql = postgres(database.url, { max: 1 });
    const kept = async () => Number((await sql`select count(*) from response`)[0]?.count);
    const [before, id] = [await kept(), crypto.randomUUID()];
    const half = `idempotency_key=${crypto.randomUUID()}&overall=4&advice=${SECRETS.english}`;
    const { hostname, port } = new URL(app.value.baseUrl);
    const socket = connect({ host: hostname, port: Number(port) });
    socket.write(
      `POST /2024/responses HTTP/1.1\r\nHost: ${hostname}\r\nX-Request-Id: ${id}\r\nContent-Length: 500\r\n` +
        `Content-Type: application/x-www-form-urlencoded\r\n\r\n${half}`,
      () => setTimeout(100).then(() => socket.destroy()),
    );
    await expect.poll(() => linesOf(id)).toMatchObject([{ msg: "request", status: 499 }]);
    expect(await kept()).toBe(before);
    await sql.end();
    expect((await post("/2024/responses", submission({}), json)).status).toBe(201);
  });

  test("on a page of the department show the number by which the log names them", async () => {
    const page = await openPage({ baseURL: app.value.baseUrl });
    await signIn(page);
    await rename("verbatim", "item", "broken");
    const failed = await page.goto("/admin/verbatims?edition=2024");
    const id = failed?.headers()["x-request-id"] ?? "";
    await expect.poll(() => page.locator("main code").textContent()).toContain(id);
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await violationsOn(page)).toEqual([]);
    const digest = (await page.locator("main code").textContent())?.split(" / ")[1];
    await expect.poll(async () => JSON.stringify(await linesOf(id))).toContain(`"digest":"${digest}"`);
  });

  test("have left nothing of any of it in the log", async () => {
    const log = await readLog();
    expect(log).toContain('"msg":"request"');
    for (const secret of [...Object.values(SECRETS), "水印", "野家"]) expect(log).not.toContain(secret);
    // Besides what is printed for people at the start, every line is JSON.
    const others = log.split("\n").filter((line) => !line.startsWith("{") && line.trim() !== "");
    expect(
      others.filter(
        (line) => !/^>|^npm warn|^ {2}(意见反馈表|证券事务部|首个账号) |Building|another start/i.test(line),
      ),
    ).toEqual([]);
  });
});
