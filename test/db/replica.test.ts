import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Edition } from "@/db/editions";
import { insertResponse } from "@/db/responses";
import { withEditionSnapshot } from "@/db/snapshot";
import { aResponse } from "@/test/support/a-response";
import { aStaff } from "@/test/support/a-staff";
import { allOf } from "@/test/support/all-of";
import { anEdition } from "@/test/support/editions";
import { openReplicatedServer } from "@/test/support/replicated-server";
import { type Meeting, openDoor } from "@/test/support/server-door";

const server = await openReplicatedServer();
const door = await openDoor(server.replica);
process.env.DATABASE_URL = server.primary;
process.env.DATABASE_REPLICA_URL = door.address;
process.env.DATABASE_REPLICA_WAIT = "2000";
const { prepareDatabase } = await import("@/db/migrate");
await prepareDatabase(server.primary);
const { readAnywhere } = await import("@/db/replica");
const { replicaDatabase } = await import("@/db/client");
const onReplica = postgres(server.replica, { max: 1, onnotice: () => {} });

afterAll(async () => {
  const { closeDatabase } = await import("@/db/client");
  await closeDatabase();
  await onReplica.end({ timeout: 1 });
  door.close();
  await server.close();
});

// As after the rest that a late replica is given.
const rested = () => void Reflect.deleteProperty(globalThis, "reportFeedbackReplicaRest");
beforeEach(rested);

const send = (to: Edition) => insertResponse(to, aResponse({ overall: 5, advice: "𠮷野家：好" }), "zh-CN", new Date());
const count = (edition: Edition) =>
  withEditionSnapshot(aStaff(), edition.id, async ({ counts }) => ({ received: counts.received, asOf: counts.asOf }));
/** Which of the two servers a reading comes to. */
const placeRead = () =>
  readAnywhere(async ({ database }) => {
    const [row] = await database.execute<{ copy: boolean }>(sql`select pg_is_in_recovery() as copy`);
    return row?.copy ? "replica" : "primary";
  });

describe("results, exports and comments", () => {
  test("are read on the replica, and show what was answered a moment before", async () => {
    const edition = await anEdition({ slug: "2161" });
    for (let answers = 1; answers <= 20; answers += 1) {
      await send(edition);
      expect((await count(edition)).received).toBe(answers);
    }
    expect(await placeRead()).toBe("replica");
    const { weeks } = await withEditionSnapshot(aStaff(), edition.id, (snapshot) => snapshot.arrivals());
    expect(weeks).toEqual([expect.objectContaining({ count: 20 })]);
  });

  test("are as of the moment up to which the replica surely has everything, by the primary's clock", async () => {
    const edition = await anEdition({ slug: "2162" });
    const before = Date.now();
    const { asOf } = await count(edition);
    expect(asOf.getTime()).toBeGreaterThanOrEqual(before - 5);
    expect(asOf.getTime()).toBeLessThanOrEqual(Date.now() + 5);
  });

  test("stream from one moment of the replica while answers arrive", async () => {
    const edition = await anEdition({ slug: "2163" });
    for (let answers = 0; answers < 5; answers += 1) await send(edition);
    const rows = await withEditionSnapshot(aStaff(), edition.id, async (snapshot) => {
      await send(edition);
      const read = (await allOf(snapshot.responses())).map(({ verbatims }) => verbatims.advice);
      return { read, counted: snapshot.counts.received };
    });
    expect(rows).toEqual({ counted: 5, read: Array(5).fill("𠮷野家：好") });
  });
});

describe("a replica", () => {
  test("that is late is not waited for longer than its time, nor asked again at once", async () => {
    const edition = await anEdition({ slug: "2164" });
    await onReplica`select pg_wal_replay_pause()`;
    try {
      await send(edition);
      const start = performance.now();
      expect(await count(edition)).toMatchObject({ received: 1 });
      expect(performance.now() - start).toBeGreaterThan(1950);
      await send(edition);
      expect(await count(edition)).toMatchObject({ received: 2 });
    } finally {
      await onReplica`select pg_wal_replay_resume()`;
    }
    expect(await placeRead()).toBe("primary");
    rested();
    expect(await count(edition)).toMatchObject({ received: 2 });
    expect(await placeRead()).toBe("replica");
  });

  test("that catches up within its time is waited for", async () => {
    const edition = await anEdition({ slug: "2165" });
    await onReplica`select pg_wal_replay_pause()`;
    await send(edition);
    const place = placeRead();
    setTimeout(() => void onReplica`select pg_wal_replay_resume()`.execute(), 150);
    expect(await place).toBe("replica");
  });

  test("that fails while it is read is read again on the primary, unless something was handed out", async () => {
    const places: string[] = [];
    const failing = (place: { asOf: Date | null }) => {
      places.push(place.asOf ? "replica" : "primary");
      return place.asOf ? Promise.reject(new Error("gone")) : Promise.resolve("read");
    };
    expect(await readAnywhere(failing)).toBe("read");
    rested();
    await expect(readAnywhere(failing, () => true)).rejects.toThrow("gone");
    expect(places).toEqual(["replica", "primary", "replica"]);
  });

  test("that fails in the middle of a snapshot is done without as well, unless answers were handed out", async () => {
    const edition = await anEdition({ slug: "2167" });
    await send(edition);
    const failing = (isStreamed: boolean) => {
      const places: string[] = [];
      const read = withEditionSnapshot(aStaff(), edition.id, async (snapshot) => {
        if (isStreamed) for await (const _ of snapshot.responses()) break;
        const { weeks } = await snapshot.arrivals();
        places.push("read");
        if (places.length === 1) throw new Error("canceling statement due to conflict with recovery");
        return weeks.length;
      });
      return { read, places };
    };
    const repeated = failing(false);
    expect(await repeated.read).toBe(1);
    expect(repeated.places).toEqual(["read", "read"]);
    rested();
    const streamed = failing(true);
    await expect(streamed.read).rejects.toThrow("recovery");
    expect(streamed.places).toEqual(["read"]);
  });

  // Asked often, and what answers at all is not late.
  const listening = { everyMs: 20, answerMs: 60_000 };
  /** Where a reading ends during which the replica meets those questions like this; it ends when all are asked. */
  const readThrough = async (...meetings: Meeting[]) => {
    const asked = async ({ asOf }: { asOf: Date | null }) => {
      if (!asOf) return "primary";
      door.next.push(...meetings);
      while (door.next.length > 0) await new Promise((resolve) => setTimeout(resolve, 10));
      return "replica";
    };
    return readAnywhere(asked, () => false, listening);
  };

  test("that takes long is waited for, also when it has no place for who asks or is silent once", async () => {
    const pool = replicaDatabase();
    expect(await readThrough("through", "through")).toBe("replica");
    expect(await readThrough("full", "full", "full", "through")).toBe("replica");
    expect(await readThrough("reset", "through", "reset", "full", "reset", "through")).toBe("replica");
    expect(replicaDatabase()).toBe(pool);
  });

  test("that is silent twice running while it is read is done without, and every query there ends", async () => {
    const pool = replicaDatabase();
    const longest = pool?.execute(sql`select pg_sleep(600)`).catch(() => "ended");
    expect(await readThrough("full", "reset", "reset", "through")).toBe("primary");
    expect(await longest).toBe("ended");
    door.next.length = 0;
    rested();
    expect(await placeRead()).toBe("replica");
    expect(replicaDatabase()).not.toBe(pool);
  });

  test("that is gone is done without, also in the middle of a reading, and read again when it is back", async () => {
    const edition = await anEdition({ slug: "2166" });
    await send(edition);
    let isRead = () => {};
    const begun = new Promise<void>((resolve) => (isRead = resolve));
    const hanging = async ({ asOf }: { asOf: Date | null }) => {
      isRead();
      return asOf ? new Promise<string>(() => {}) : "primary";
    };
    const silent = readAnywhere(hanging, () => false, listening);
    await begun;
    await server.kill();
    expect(await silent).toBe("primary");
    const start = performance.now();
    for (let turn = 0; turn < 5; turn += 1) {
      rested();
      expect(await count(edition)).toMatchObject({ received: 1 });
    }
    expect(performance.now() - start).toBeLessThan(5 * 2000);
    expect(await placeRead()).toBe("primary");
    await server.revive();
    rested();
    expect(await placeRead()).toBe("replica");
  });
});
