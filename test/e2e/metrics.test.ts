import { once } from "node:events";
import { createServer } from "node:net";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { TRAP_FIELD } from "@/lib/survey/suspicion";
import { startHost } from "@/test/support/host";
import { orThrow, type RunningApp } from "@/test/support/server";
import { createDatabase } from "@/test/support/test-server";

let app: Awaited<ReturnType<typeof startHost<RunningApp>>>;
let database: Awaited<ReturnType<typeof createDatabase>>;
let sql: postgres.Sql;
let metricsUrl = "";

beforeAll(async () => {
  // Its build is the one that is started here.
  orThrow(inject("app"));
  database = await createDatabase(inject("testServer"), "template");
  sql = postgres(database.url, { max: 1 });
  const free = createServer().listen(0, "127.0.0.1");
  await once(free, "listening");
  const METRICS_PORT = String((free.address() as { port: number }).port);
  free.close();
  metricsUrl = `http://127.0.0.1:${METRICS_PORT}`;
  app = await startHost<RunningApp>("test/support/app-host.ts", {
    DATABASE_URL: database.url,
    PUBLIC_URL: "",
    METRICS_PORT,
    NODE_ENV: "production",
  });
}, 120_000);
afterAll(async () => {
  await app.stop();
  await sql.end();
  await database.drop();
});

const ask = (path: string, init: RequestInit = {}) => fetch(app.value.baseUrl + path, { redirect: "manual", ...init });
const send = async (fields: object) => {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ idempotency_key: crypto.randomUUID(), overall: 4, ...fields });
  return (await ask("/2024/responses", { method: "POST", headers, body })).status;
};

async function valueOf(metric: string): Promise<number | undefined> {
  const text = await (await fetch(`${metricsUrl}/metrics`)).text();
  const line = text.split("\n").find((each) => each.startsWith(`${metric} `));
  return line === undefined ? undefined : Number(line.slice(metric.length + 1));
}
const answers = (outcome: string) => valueOf(`report_feedback_answers_total{outcome="${outcome}"}`);

describe("the metrics of the running app", () => {
  test("count each submission once, by what became of it", async () => {
    const retried = { idempotency_key: crypto.randomUUID(), advice: "指标𠮷" };
    expect(await send(retried)).toBe(201);
    expect(await send(retried)).toBe(201);
    expect(await send({ [TRAP_FIELD]: "我是程序" })).toBe(201);
    expect(await send({ overall: 9 })).toBe(422);
    expect(await Promise.all(["accepted", "repeated", "quarantined", "refused", "failed"].map(answers))).toEqual([
      1, 1, 1, 1, 0,
    ]);
  });

  test("count requests by their route, and how long they took", async () => {
    for (const path of ["/2024", "/en/2024", "/2024?c=wechat"]) await (await ask(path)).text();
    const labels = 'method="GET",route="/[locale]/[edition]"';
    await expect.poll(() => valueOf(`report_feedback_requests_total{${labels},status="200"}`)).toBe(3);
    expect(await valueOf(`report_feedback_request_seconds_bucket{${labels},le="+Inf"}`)).toBe(3);
  });

  test("stand on a port of their own alone", async () => {
    expect((await fetch(`${metricsUrl}/admin`)).status).toBe(404);
    const answer = await ask("/metrics");
    expect([answer.status, await answer.text()]).toEqual([404, expect.not.stringContaining("report_feedback_")]);
  });

  test("count what was not kept, beside its line in the log", async () => {
    const before = (await valueOf("report_feedback_errors_total")) ?? 0;
    await sql`alter table response rename column likeness to broken`;
    expect(await send({})).toBe(500);
    await sql`alter table response rename column broken to likeness`;
    expect(await answers("failed")).toBe(1);
    expect(await valueOf("report_feedback_errors_total")).toBe(before + 1);
  });
});

describe("/health", () => {
  const health = async () => {
    const answer = await ask("/health");
    return [answer.status, await answer.json()];
  };
  const fine = [200, { status: "ok", database: "ok", disk: "elsewhere" }];

  test("is 503 while the database lacks a change that this version needs, and 200 with more than it needs", async () => {
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of a newer version', 9999999999999)`;
    await expect.poll(health).toEqual(fine);
    const [gone] = await sql`delete from drizzle.__drizzle_migrations
      where id = (select min(id) from drizzle.__drizzle_migrations) returning hash, created_at`;
    await expect
      .poll(health, { timeout: 5000 })
      .toEqual([503, { status: "unavailable", database: "migrations missing", disk: "elsewhere" }]);
    await sql`insert into drizzle.__drizzle_migrations ${sql(gone!)}`;
    await expect.poll(health, { timeout: 5000 }).toEqual(fine);
  });

  test("does not ask the database more than once or twice a second, however often it is asked", async () => {
    const reads = async () => {
      await sql`select pg_stat_clear_snapshot()`;
      const [row] = await sql`select seq_scan as n from pg_stat_all_tables
        where schemaname = 'drizzle' and relname = '__drizzle_migrations'`;
      return Number(row?.n);
    };
    const [before, started] = [await reads(), Date.now()];
    for (let round = 0; round < 10; round++) await Promise.all(Array.from({ length: 20 }, health));
    const seconds = (Date.now() - started) / 1000;
    // A connection tells its counts when it has been idle for a second.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect((await reads()) - before).toBeLessThanOrEqual(Math.ceil(seconds) + 2);
  });
});
