import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Transaction, connect } from "@/db/client";

const SIZE = 2;
const url = process.env.DATABASE_URL ?? "";
const pool = connect(url, SIZE, 2);
const other = postgres(url, { max: 1 });
beforeAll(async () => {
  await other`create table kept (text text)`;
});
afterAll(async () => {
  await pool.$client.end({ timeout: 1 });
  await other.end();
});

/** Ends the connection of a transaction from outside, as a restart or a firewall does. */
async function cut(tx: Transaction): Promise<void> {
  const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  await other`select pg_terminate_backend(${row?.pid ?? 0})`;
}

type Way = readonly [name: string, work: (tx: Transaction) => Promise<unknown>];

describe("a connection that is cut in mid-transaction", () => {
  const ways: Way[] = [
    ["during a query", (tx) => Promise.all([tx.execute(sql`select pg_sleep(5)`), cut(tx)])],
    [
      "between two queries",
      async (tx) => {
        await cut(tx);
        await sleep(100);
        await tx.execute(sql`insert into kept values ('亡失𠮷')`);
      },
    ],
    [
      "before the end",
      async (tx) => {
        await tx.execute(sql`insert into kept values ('亡失𠮷')`);
        await cut(tx);
        await sleep(100);
      },
    ],
    [
      "and whose failure is swallowed",
      async (tx) => {
        await cut(tx);
        await tx.execute(sql`select 1`).catch(() => {});
        await tx.execute(sql`insert into kept values ('亡失𠮷')`).catch(() => {});
      },
    ],
  ];

  test.each(ways)("%s fails that transaction, and takes none from the pool, however often", async (_, work) => {
    for (let round = 0; round < 12 * SIZE; round += 1) {
      const begun = performance.now();
      await expect(pool.transaction(work)).rejects.toThrow(/CONNECTION_CLOSED|has ended|terminating connection/);
      expect(performance.now() - begun).toBeLessThan(4000);
    }
    // As many at once as the pool has: a connection that was lost for ever would keep one of them waiting.
    const begun = performance.now();
    const together = Array.from({ length: SIZE }, () =>
      pool.transaction((tx) => tx.execute<{ ok: number }>(sql`select 1 as ok, pg_sleep(0.2)`)),
    );
    expect((await Promise.all(together)).map(([row]) => row?.ok)).toEqual([1, 1]);
    expect(performance.now() - begun).toBeLessThan(1900);
    expect((await other`select text from kept`).length).toBe(0);
  });
});

test("a transaction whose own work fails is rolled back as ever, and its connection goes on", async () => {
  const refused = Object.assign(new Error("another server was not reached"), { code: "ECONNREFUSED" });
  const failing = pool.transaction(async (tx) => {
    await tx.execute(sql`insert into kept values ('回滚')`);
    throw refused;
  });
  await expect(failing).rejects.toBe(refused);
  expect((await other`select text from kept`).length).toBe(0);
  expect([...(await pool.execute(sql`select 2 as two`))]).toEqual([{ two: 2 }]);
});
