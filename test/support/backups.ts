import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { applyMigration, pendingMigrations } from "@/db/apply-migrations";
import { writeBackup } from "@/db/backup/write";
import { readMigrations } from "@/db/migration-files";
import { writeRows } from "./rows-by-migration";
import { createDatabase } from "./test-server";

/** When this file's backups are made. */
export const NOW = new Date("2026-11-24T01:02:03.456Z");
const undos: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const undo of undos.toReversed()) await undo();
});

/** Where this file's backups go. */
export let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "report-feedback-backups-"));
  undos.push(() => rm(directory, { recursive: true }));
});

/** A database of a test's own. */
export async function ownDatabase(content: "empty" | "template"): Promise<{ url: string; sql: postgres.Sql }> {
  const database = await createDatabase(inject("testServer"), content);
  undos.push(database.drop);
  const sql = postgres(database.url, { max: 2, onnotice: () => {} });
  undos.push(() => sql.end({ timeout: 1 }));
  return { url: database.url, sql };
}

/** A database at one migration of the program's, or at the newest, with rows in every table, some of them sealed. */
export async function filledDatabase(upTo?: string) {
  const { url, sql } = await ownDatabase(upTo ? "empty" : "template");
  const all = await readMigrations();
  const migrations = upTo ? all.slice(0, all.findIndex(({ tag }) => tag.endsWith(upTo)) + 1) : all;
  const last = migrations.at(-1);
  for (const migration of await pendingMigrations(sql, migrations)) await applyMigration(sql, migration);
  for (const step of [0, 1, 2]) if (last) await writeRows(sql, step, last);
  return { url, sql };
}

/** Every row of every table, each as Postgres writes it, and what the sequences would give next. */
export async function contentOf(sql: postgres.Sql) {
  const tables = await sql<{ name: string }[]>`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relpersistence = 'p' order by 1`;
  const rows = await Promise.all(
    tables.map(
      async ({ name }) =>
        [
          name,
          (await sql`select t::text as row from ${sql(name)} t order by 1`).map(({ row }) => String(row)),
        ] as const,
    ),
  );
  const sequences = await sql`select sequencename, last_value from pg_sequences where schemaname = 'public'`;
  return { ...Object.fromEntries(rows), sequences: [...sequences] };
}

/** Every trigger and whether it fires. */
export const triggersOf = async (sql: postgres.Sql) => [
  ...(await sql`select tgrelid::regclass::text as place, tgname, tgenabled from pg_trigger where not tgisinternal order by 1, 2`),
];

/** Backs a database up, some seconds after the moment of this file. */
export const backUp = async (url: string, seconds = 0) =>
  writeBackup(url, directory, { now: new Date(NOW.getTime() + seconds * 1000), program: "test" });
