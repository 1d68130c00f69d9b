import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { applyMigration, pendingMigrations } from "@/db/apply-migrations";
import { readMigrations } from "@/db/migration-files";
import { prepareDatabase } from "@/db/migrate";
import { writeRows } from "@/test/support/rows-by-migration";
import { type OwnDatabase, createDatabase } from "@/test/support/test-server";

let database: OwnDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  database = await createDatabase(inject("testServer"), "empty");
  sql = postgres(database.url, { max: 2, onnotice: () => {} });
  // Not one disk waits for a crash that nobody makes here.
  await sql.unsafe(`alter database ${new URL(database.url).pathname.slice(1)} set synchronous_commit = off`);
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

const tablesNow = async () =>
  (
    await sql<{ name: string }[]>`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relpersistence = 'p' order by relname`
  ).map(({ name }) => name);

/** Keeps every row of every table beside them, as JSON. */
async function noteRows(tables: readonly string[]): Promise<void> {
  await sql`create schema if not exists noted`;
  for (const name of tables) {
    await sql`drop table if exists noted.${sql(name)}`;
    await sql`create table noted.${sql(name)} as select to_jsonb(t) as row from public.${sql(name)} t`;
  }
}

/** The rows noted before that are no longer there with all that they said; a column more is no loss. */
async function lostRows(tables: readonly string[]): Promise<unknown[]> {
  const lost = await Promise.all(
    tables.map(async (name) => {
      const rows = await sql`select row from noted.${sql(name)} n
        where not exists (select from public.${sql(name)} t where to_jsonb(t) @> n.row)`;
      return rows.map(({ row }) => ({ name, row: row as unknown }));
    }),
  );
  return lost.flat();
}

describe("from every earlier migration, with what could be in it then,", () => {
  test("the next one loses nothing, up to the newest", async () => {
    const migrations = await readMigrations();
    await pendingMigrations(sql, migrations);
    let tables: string[] = [];
    for (const [step, migration] of migrations.entries()) {
      await applyMigration(sql, migration);
      expect({ [migration.tag]: await lostRows(tables) }).toEqual({ [migration.tag]: [] });
      await writeRows(sql, step, migration);
      tables = await tablesNow();
      await noteRows(tables);
    }
    for (const name of tables) {
      const [row] = await sql`select from noted.${sql(name)} limit 1`;
      expect(row, `no row of ${name}: add one to test/support/rows-by-migration.ts`).toBeDefined();
    }
    await prepareDatabase(database.url);
    expect(await lostRows(tables)).toEqual([]);
  }, 60_000);
});
