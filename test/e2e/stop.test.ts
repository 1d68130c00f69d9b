import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { orThrow } from "@/test/support/server";
import { createDatabase } from "@/test/support/test-server";
import { startCommand } from "@/test/support/start-command";

let database: Awaited<ReturnType<typeof createDatabase>>;
let sql: postgres.Sql;
let running: ChildProcess | undefined;
let base = "";

beforeAll(async () => {
  // Its build is the one that is started here.
  orThrow(inject("app"));
  database = await createDatabase(inject("testServer"), "template");
  sql = postgres(database.url, { max: 2 });
});
afterEach(async () => {
  if (running?.exitCode === null && running.signalCode === null) {
    running.kill("SIGKILL");
    await once(running, "exit");
  }
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

async function start(settings: Record<string, string> = {}): Promise<ChildProcess> {
  const free = createServer().listen(0, "127.0.0.1");
  await once(free, "listening");
  const PORT = String((free.address() as { port: number }).port);
  free.close();
  base = `http://127.0.0.1:${PORT}`;
  const [file, ...args] = startCommand();
  const child = spawn(file, args, {
    env: { ...process.env, NODE_ENV: "production", DATABASE_URL: database.url, PUBLIC_URL: "", PORT, ...settings },
    stdio: "ignore",
  });
  running = child;
  while ((await readiness()) !== 200) await sleep(20);
  return child;
}

const readiness = () =>
  fetch(`${base}/ready`).then(
    ({ status }) => status,
    () => 0,
  );

/** What became of one sending: a receipt, another status, or nothing at all since the connection ended. */
type Outcome = { key: string; status: number; receipt?: string };

async function send(key: string, agent?: Agent): Promise<Outcome> {
  const body = JSON.stringify({ idempotency_key: key, overall: 4, advice: `停机时的意见 ${key}` });
  return new Promise((resolve) => {
    const sent = request(`${base}/2024/responses`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      ...(agent ? { agent } : {}),
    });
    sent.on("error", () => resolve({ key, status: 0 }));
    sent.on("response", (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      answer.on("error", () => resolve({ key, status: 0 }));
      answer.on("end", () => {
        const { receiptCode } = (answer.statusCode === 201 ? JSON.parse(text) : {}) as { receiptCode?: string };
        resolve({ key, status: answer.statusCode ?? 0, ...(receiptCode ? { receipt: receiptCode } : {}) });
      });
    });
    sent.end(body);
  });
}

const rowsOf = async (keys: readonly string[]) => {
  const texts = keys.map((key) => `停机时的意见 ${key}`);
  const rows = await sql<{ text: string }[]>`select content as text from verbatim where content in ${sql(texts)}`;
  return rows.map(({ text }) => text.split(" ")[1] ?? "");
};

describe("a process that is told to stop", () => {
  test("answers what it accepted, breaks off the rest, and a retry with the same key doubles nothing", async () => {
    const child = await start();
    expect((await fetch(`${base}/2024`)).status).toBe(200);
    const agent = new Agent({ keepAlive: true });
    const outcomes: Outcome[] = [];
    let told = false;
    // Sixteen readers, one answer after the other on connections that stay open, until nobody takes them any more.
    const readers = Array.from({ length: 16 }, async () => {
      for (let last = 201; last === 201;) {
        const outcome = await send(crypto.randomUUID(), agent);
        last = outcome.status;
        outcomes.push(outcome);
      }
    });
    while (outcomes.length < 30) await sleep(10);
    told = child.kill("SIGTERM");
    await Promise.all(readers);
    expect(told).toBe(true);
    expect(child.exitCode ?? (await once(child, "exit"))[0]).toBe(0);
    agent.destroy();

    const acknowledged = outcomes.filter(({ status }) => status === 201);
    const others = outcomes.filter(({ status }) => status !== 201);
    expect(new Set(others.map(({ status }) => status))).toEqual(new Set([0]));
    const kept = await rowsOf(outcomes.map(({ key }) => key));
    expect(kept).toEqual(expect.arrayContaining(acknowledged.map(({ key }) => key)));
    expect(kept).toHaveLength(new Set(kept).size);

    await start();
    for (const { key, receipt } of outcomes) {
      const again = await send(key);
      expect(again.status).toBe(201);
      if (receipt) expect(again.receipt).toBe(receipt);
    }
    const all = await rowsOf(outcomes.map(({ key }) => key));
    expect(all.toSorted()).toEqual(outcomes.map(({ key }) => key).toSorted());
  });

  test("says at /ready that it stops, and answers people for as long as DRAIN_SECONDS says", async () => {
    const child = await start({ DRAIN_SECONDS: "2" });
    expect(await (await fetch(`${base}/ready`)).json()).toEqual({ status: "ready" });
    child.kill("SIGTERM");
    await expect.poll(readiness, { interval: 20 }).toBe(503);
    const answer = await fetch(`${base}/2024/responses`, {
      method: "POST",
      body: new URLSearchParams({ overall: "9" }),
    });
    expect([answer.status, answer.headers.get("connection")]).toEqual([422, "close"]);
    expect(await answer.text()).toContain("<form");
    await once(child, "exit");
    expect(await readiness()).toBe(0);
  });

  test("gives a form that it accepted back with what was typed, although it takes nobody else", async () => {
    const child = await start();
    await fetch(`${base}/2024`);
    const [head, body] = ["overall=9&", `advice=${encodeURIComponent("停机时写了一半𠮷")}`];
    const socket = connect(Number(new URL(base).port), "127.0.0.1");
    let answer = "";
    socket.setEncoding("utf8").on("data", (chunk: string) => (answer += chunk));
    socket.write(
      `POST /2024/responses HTTP/1.1\r\nHost: ${new URL(base).host}\r\nContent-Type: application/x-www-form-urlencoded\r\n` +
        `Content-Length: ${head.length + body.length}\r\n\r\n${head}`,
    );
    await sleep(500);
    child.kill("SIGTERM");
    await expect.poll(readiness, { interval: 20 }).toBe(0);
    socket.write(body);
    await once(socket, "close");
    expect(answer).toMatch(/^HTTP\/1\.1 422 /);
    expect(answer).toContain("停机时写了一半𠮷");
  });

  test("does not wait for a connection on which nothing was ever sent", async () => {
    const child = await start();
    const spare = connect(Number(new URL(base).port), "127.0.0.1").on("error", () => {});
    await once(spare, "connect");
    await sleep(200);
    const told = Date.now();
    child.kill("SIGTERM");
    await once(child, "exit");
    expect(Date.now() - told).toBeLessThan(5000);
  });
});
