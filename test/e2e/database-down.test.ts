import { readFile } from "node:fs/promises";
import { type AddressInfo, type Socket, connect, createServer } from "node:net";

import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startHost } from "@/test/support/host";
import type { RunningApp } from "@/test/support/server";
import { createDatabase } from "@/test/support/test-server";

const MARK = "断库时写下的意见";
const sockets = new Set<Socket>();
let cut = false;
let app: Awaited<ReturnType<typeof startHost<RunningApp>>>;
let database: Awaited<ReturnType<typeof createDatabase>>;

/** Stands between the app and its database, so that the wire can be cut. */
const wire = createServer((socket) => {
  const { hostname, port } = new URL(database.url);
  if (cut) return void socket.destroy();
  const onward = connect(Number(port), hostname);
  for (const [end, other] of [
    [socket, onward],
    [onward, socket],
  ] as const) {
    sockets.add(end);
    end.on("error", () => {}).on("close", () => other.destroy());
    end.pipe(other);
  }
});

beforeAll(async () => {
  database = await createDatabase(inject("testServer"), "template");
  wire.listen(0, "127.0.0.1");
  await once(wire, "listening");
  const url = Object.assign(new URL(database.url), { port: String((wire.address() as AddressInfo).port) });
  app = await startHost<RunningApp>("test/support/app-host.ts", { DATABASE_URL: url.href, NODE_ENV: "production" });
}, 120_000);
afterAll(async () => {
  await app.stop();
  wire.close();
  await database.drop();
});

const send = (path: string, body: BodyInit, headers = {}) =>
  fetch(app.value.baseUrl + path, { method: "POST", body, headers, redirect: "manual" });
const form = new URLSearchParams({ idempotency_key: crypto.randomUUID(), advice: MARK });
let receipt = "";
const json = JSON.stringify({ idempotency_key: crypto.randomUUID(), advice: MARK });

describe("with the database cut off", () => {
  beforeAll(async () => {
    const before = new URLSearchParams({ idempotency_key: crypto.randomUUID(), advice: "断库前的意见" });
    receipt = (await send("/2024/responses", before)).headers.get("location") ?? "";
    cut = true;
    for (const socket of sockets) socket.destroy();
  });

  test("a form is answered with 503 in words, in the page's language", async () => {
    const answer = await send("/2024/responses", form);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain("暂时无法保存，没有提交成功");
    expect(await (await send("/en/2024/responses", form)).text()).toContain(
      "We cannot keep your answers at the moment",
    );
  });

  test("a script is answered with 503 and a message", async () => {
    const answer = await send("/2024/responses", json, { "content-type": "application/json" });
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { message: expect.stringContaining("暂时无法保存"), errors: {} },
    ]);
  });

  test.each([
    ["withdrawal", "您的意见没有变动，仍然保存着"],
    ["contact-withdrawal", "您的联系方式和意见没有变动，仍然保存着"],
  ])("a failed %s says that everything is still there, and leads back to the receipt", async (act, said) => {
    const answer = await send(`${receipt}/${act}`, new URLSearchParams());
    const html = await answer.text();
    expect([answer.status, html]).toEqual([503, expect.stringContaining(said)]);
    expect(html).toContain("<h1>没有撤回成功</h1>");
    expect(html).toContain(`href="${receipt}"`);
  });

  test("/health says 503 within a second, as it looks once a second, and / says so in words", async () => {
    const health = async () => (await fetch(`${app.value.baseUrl}/health`)).status;
    await expect.poll(health, { timeout: 5000 }).toBe(503);
    const start = await fetch(app.value.baseUrl);
    expect([start.status, await start.text()]).toEqual([503, expect.stringContaining("系统暂时无法显示本页")]);
  });

  test("a page leads to one that says so without script, and back", async () => {
    const page = await fetch(`${app.value.baseUrl}/en/2024?c=pdf`);
    expect(page.status).toBe(503);
    const html = await page.text();
    expect(html).toContain("This page cannot be shown at the moment");
    expect(html).toContain('href="/en/2024"');
  });

  test("each such page tells the id by which the log names the request that failed", async () => {
    const [page, refused, start] = [
      await fetch(`${app.value.baseUrl}/en/2024`),
      await send("/2024/responses", form),
      await fetch(app.value.baseUrl),
    ];
    const [said, number, plain] = [await page.text(), await refused.text(), await start.text()];
    const told = [
      /Reference: <code>([0-9a-f-]+)</.exec(said)?.[1],
      /编号：<code>([0-9a-f-]+)</.exec(number)?.[1],
      /编号：([0-9a-f-]+)\n/.exec(plain)?.[1],
    ];
    expect(told.slice(1)).toEqual([refused, start].map(({ headers }) => headers.get("x-request-id")));
    const log = await readFile(app.value.logFile, "utf8");
    for (const id of told) {
      const lines = log.split("\n").filter((line) => line.includes(`"request":"${id}"`));
      expect(lines.join("\n")).toContain("the database failed");
    }
  });

  test("an address that names something else than an id has none of it on its page", async () => {
    const page = await fetch(`${app.value.baseUrl}/unavailable?edition=2024&request=deadbeef-call-0800`);
    const html = await page.text();
    expect(html).not.toContain("call-0800");
    expect(html).toContain(page.headers.get("x-request-id"));
  });

  test("nothing of the answer and no secret is in the log", async () => {
    const log = await readFile(app.value.logFile, "utf8");
    expect(log).toContain("the database failed");
    expect(log).not.toContain(MARK);
    expect(log).not.toMatch(/params?:/);
  });
});

describe("when the database is back", () => {
  test("the same form is kept, once", async () => {
    cut = false;
    await expect.poll(async () => (await send("/2024/responses", form)).status, { timeout: 15_000 }).toBe(303);
    const again = await send("/2024/responses", form);
    expect(again.headers.get("location")).toMatch(/receipt\/[\w-]+$/);
  });
});
