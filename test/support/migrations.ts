import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type postgres from "postgres";
import { applyMigration, pendingMigrations } from "@/db/apply-migrations";
import { MIGRATIONS, readMigrations } from "@/db/migration-files";

/** Applies the migrations that came before the one of a name: `privacy_notice`. */
export async function migrateAsBefore(sql: postgres.Sql, name: string): Promise<void> {
  const migrations = await readMigrations();
  const known = migrations.slice(
    0,
    migrations.findIndex(({ tag }) => tag.endsWith(name)),
  );
  for (const migration of await pendingMigrations(sql, known)) await applyMigration(sql, migration);
}

/** A folder with the program's migrations and newer ones behind them, by name. */
export async function withNewer(newer: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), "report-feedback-migrations-"));
  await cp(MIGRATIONS, folder, { recursive: true });
  const file = join(folder, "meta/_journal.json");
  const journal = JSON.parse(await readFile(file, "utf8")) as { entries: { tag: string; when: number }[] };
  const last = journal.entries.at(-1)?.when ?? 0;
  for (const [place, [tag, text]] of Object.entries(newer).entries()) {
    await writeFile(join(folder, `${tag}.sql`), text);
    journal.entries.push({ tag, when: last + 1 + place });
  }
  await writeFile(file, JSON.stringify(journal));
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
