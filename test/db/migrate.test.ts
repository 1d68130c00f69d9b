import postgres from "postgres";
import { afterAll, describe, expect, inject, test } from "vitest";
import { prepareDatabase } from "@/db/migrate";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { type OwnDatabase, createDatabase } from "@/test/support/test-server";

const opened: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of opened) await close();
});

/** An empty database and a connection to it. */
async function emptyDatabase(): Promise<{ database: OwnDatabase; sql: postgres.Sql }> {
  const database = await createDatabase(inject("testServer"), "empty");
  const sql = postgres(database.url, { max: 1, onnotice: () => {} });
  opened.push(() => sql.end(), database.drop);
  return { database, sql };
}

const editionsIn = (sql: postgres.Sql) => sql`
  select edition.slug, instrument.version, instrument.document, instrument.published_at is not null as published
  from edition join instrument on instrument.edition_id = edition.id`;

describe("preparing a database", () => {
  test("publishes the built-in edition, once", async () => {
    const { database, sql } = await emptyDatabase();
    await prepareDatabase(database.url);
    const { instrument } = JINCHEN_2024;
    const expected = [{ slug: "2024", version: 1, document: instrument, published: true }];
    expect([...(await editionsIn(sql))]).toEqual(expected);
    await prepareDatabase(database.url);
    expect([...(await editionsIn(sql))]).toEqual(expected);
  });

  test("by eight starters at once does what one would", async () => {
    const { database, sql } = await emptyDatabase();
    await Promise.all(Array.from({ length: 8 }, () => prepareDatabase(database.url)));
    expect(await editionsIn(sql)).toHaveLength(1);
    const [applied] =
      await sql`select count(*)::int, count(distinct hash)::int as different from drizzle.__drizzle_migrations`;
    expect(applied?.count).toBe(applied?.different);
  });

  test("leaves a database with editions of its own without the built-in one", async () => {
    const { database, sql } = await emptyDatabase();
    await prepareDatabase(database.url);
    await sql`update edition set slug = '2025'`;
    await prepareDatabase(database.url);
    expect((await editionsIn(sql)).map((row) => row.slug)).toEqual(["2025"]);
  });

  test("lets go of its lock and its connection", async () => {
    const { database, sql } = await emptyDatabase();
    await prepareDatabase(database.url);
    const others = await sql`
      select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
      and backend_type = 'client backend'`;
    expect(others).toHaveLength(0);
    expect(
      await sql`select 1 from pg_locks where locktype = 'advisory' and database = (
      select oid from pg_database where datname = current_database())`,
    ).toHaveLength(0);
  });

  test("fails at a server that does not answer, and says so", async () => {
    await expect(prepareDatabase("postgres://nobody:nothing@127.0.0.1:9/none")).rejects.toThrow(/ECONNREFUSED/);
  });
});
