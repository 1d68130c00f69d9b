import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { applyMigration } from "@/db/apply-migrations";
import { readMigrations } from "@/db/migration-files";
import { prepareDatabase } from "@/db/migrate";
import { inMigrationTurn } from "@/db/migration-turn";
import { insertResponse } from "@/db/responses";
import { aResponse } from "@/test/support/a-response";
import { theEdition } from "@/test/support/editions";
import { withNewer } from "@/test/support/migrations";

const url = process.env.DATABASE_URL ?? "";
const sql = postgres(url, { max: 3, onnotice: () => {} });
const removals: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const remove of removals) await remove();
  await sql.end();
});

/** The program's next version: its migrations, all of which the rules allow. */
const NEXT = {
  "9000_note": `ALTER TABLE "response" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
    ALTER TABLE "response" ADD CONSTRAINT "response_note" CHECK (char_length("note") < 9) NOT VALID;`,
  "9001_note_valid": `ALTER TABLE "response" VALIDATE CONSTRAINT "response_note";`,
  "9002_note_index": `-- concurrently
    DROP INDEX CONCURRENTLY IF EXISTS "response_by_note";--> statement-breakpoint
    CREATE INDEX CONCURRENTLY "response_by_note" ON "response" ("edition_id", "note");`,
};
let folder: string;
beforeAll(async () => {
  const next = await withNewer(NEXT);
  removals.push(next.remove);
  folder = next.folder;
});

/** Sends answers one after another until it is told to stop; says how long each took. */
function submit() {
  const until = { stopped: false };
  const run = async () => {
    const edition = await theEdition("2024");
    const took: number[] = [];
    while (!until.stopped) {
      const begun = performance.now();
      const outcome = await insertResponse(edition, aResponse({ overall: 4, advice: "迁移时𠮷" }), "zh-CN", new Date());
      if (outcome.kind !== "kept") throw new Error(outcome.kind);
      took.push(performance.now() - begun);
    }
    return took;
  };
  const running = run();
  return () => {
    until.stopped = true;
    return running;
  };
}

const countAnswers = async () => (await sql<{ n: number }[]>`select count(*)::int as n from response`)[0]?.n;

describe("migrating a running server", () => {
  test("fails no answer, and makes none wait long for somebody who holds the table", async () => {
    const submissions = [submit(), submit(), submit()];
    let release = () => {};
    // A backup or an export: it lets answers through, but no change of the table.
    const reading = sql.begin(async (tx) => {
      await tx`lock table response in access share mode`;
      await new Promise<void>((resolve) => (release = resolve));
    });
    await sleep(100);
    const migrating = prepareDatabase(url, folder);
    await sleep(3500);
    expect(await sql`select from pg_attribute where attname = 'note' and attnum > 0`).toHaveLength(0);
    release();
    await Promise.all([reading, migrating]);
    const took = (await Promise.all(submissions.map((stop) => stop()))).flat();
    expect(await countAnswers()).toBe(took.length);
    expect(Math.max(...took)).toBeLessThan(3000);
    const [index] = await sql`select indisvalid from pg_index where indexrelid = 'response_by_note'::regclass`;
    expect(index).toEqual({ indisvalid: true });
  });

  test("says what holds the tables when there is no free moment", async () => {
    const [migration] = await readMigrations();
    if (!migration) throw new Error("no migration");
    const statements = ['ALTER TABLE "response" ADD COLUMN "late" text'];
    await sql.begin(async (tx) => {
      await tx`lock table response in access share mode`;
      const failed = applyMigration(sql, { ...migration, tag: "9100_late", statements }, 0);
      await expect(failed).rejects.toThrow(/9100_late[\s\S]*9100_late[\s\S]*\(pid \d+/);
    });
  });

  test("is cut off by no limit that the server sets for statements", async () => {
    const [migration] = await readMigrations();
    if (!migration) throw new Error("no migration");
    const impatient = postgres(url, {
      max: 1,
      onnotice: () => {},
      connection: { statement_timeout: 200, transaction_timeout: 300 },
    });
    const statements = ["select pg_sleep(0.5)"];
    try {
      await expect(impatient`select pg_sleep(0.5)`).rejects.toMatchObject({ code: "57014" });
      for (const [at, concurrent] of [false, true].entries()) {
        const slow = { ...migration, tag: "9200_slow", when: 9200 + at, hash: `slow ${at}`, statements, concurrent };
        await applyMigration(impatient, slow);
      }
      expect(await impatient`show statement_timeout`).toEqual([{ statement_timeout: "200ms" }]);
    } finally {
      await impatient.end();
      await sql`delete from drizzle.__drizzle_migrations where hash like 'slow %'`;
    }
  });

  test("fails in words when its connection is cut, and takes none from the pool", async () => {
    const [migration] = await readMigrations();
    if (!migration) throw new Error("no migration");
    const one = postgres(url, { max: 1, onnotice: () => {} });
    const statements = ["select pg_sleep(20)"];
    const building = applyMigration(one, { ...migration, tag: "9300_cut", statements, concurrent: true });
    const cut = async () =>
      (
        await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query like 'select pg_sleep(20)%'`
      ).length;
    const outcome = building.catch(String);
    await expect.poll(cut).toBe(1);
    expect(await outcome).toMatch(/terminating|CLOSED/);
    const works = () =>
      one`select`.then(
        () => true,
        () => false,
      );
    await expect.poll(works, { timeout: 5000 }).toBe(true);
    await one.end();
  });

  test("waits for its turn in no transaction that lasts, since the one whose turn it is may wait for its end", async () => {
    const transactions = async () => {
      const rows = await sql<{ id: string }[]>`select virtualtransaction as id from pg_locks
        join pg_stat_activity using (pid) where datname = current_database() and application_name = 'report-feedback'
        and locktype = 'virtualxid' and query like '%1919300150%'`;
      return rows.map(({ id }) => id);
    };
    let waiting: Promise<unknown> = Promise.resolve();
    const seen = new Set<string>();
    const looked = async () => (await transactions()).forEach((id) => seen.add(id));
    try {
      await inMigrationTurn(sql, async () => {
        waiting = prepareDatabase(url, folder);
        await expect.poll(() => looked().then(() => seen.size), { interval: 1, timeout: 20_000 }).toBeGreaterThan(2);
      });
    } finally {
      await waiting;
    }
  });

  test("builds an index anew whose building was cut off, by starters that come together", async () => {
    const next = await withNewer({
      ...NEXT,
      "9003_once_more": `-- concurrently
        DROP INDEX CONCURRENTLY IF EXISTS "response_cut";--> statement-breakpoint
        CREATE UNIQUE INDEX CONCURRENTLY "response_cut" ON "response" ("id");`,
    });
    removals.push(next.remove);
    await sql`create table twice as select 1 as a union all select 1`;
    await sql`create unique index concurrently response_cut on twice (a)`.catch(() => {});
    await sql`select indisvalid from pg_index where indexrelid = 'response_cut'::regclass and not indisvalid`;
    await Promise.all(Array.from({ length: 4 }, () => prepareDatabase(url, next.folder)));
    const [index] = await sql`select indisvalid from pg_index where indexrelid = 'response_cut'::regclass`;
    expect(index).toEqual({ indisvalid: true });
  });
});

test("a database of a newer program is refused, and nothing is changed", async () => {
  const before = await sql`select * from drizzle.__drizzle_migrations order by id`;
  await expect(prepareDatabase(url)).rejects.toMatchObject({
    name: "UnusableDatabaseError",
    message: expect.stringMatching(/更新的[\s\S]*made by a newer/),
  });
  expect(await sql`select * from drizzle.__drizzle_migrations order by id`).toEqual(before);
});
