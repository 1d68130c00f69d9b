import type postgres from "postgres";
import { inBothLanguages } from "@/lib/messages/operator";
import { applyMigration, pendingMigrations } from "./apply-migrations";
import { connect } from "./client";
import { MIGRATIONS, readMigrations } from "./migration-files";
import { inMigrationTurn } from "./migration-turn";
import { publishBuiltInEdition } from "./seed";
import { UnusableDatabaseError } from "./unusable-database";

/**
 * Brings a database to this version, while answers go on: checks the server's age, applies the migrations of a folder one
 * by one and publishes the built-in 2024 edition on a database without editions. Starters that come together wait for
 * each other. Throws `UnusableDatabaseError` on a server older than PostgreSQL 15, on a database of a newer program and
 * where its tables are never free, and whatever a migration throws, which then has left nothing behind but, where it builds
 * concurrently, what its next run begins by dropping.
 */
export async function prepareDatabase(url: string, folder = MIGRATIONS): Promise<void> {
  // One connection holds the turn, another works.
  const db = connect(url, 2);
  try {
    await requireServerVersion(db.$client);
    const migrations = await readMigrations(folder);
    await inMigrationTurn(db.$client, async () => {
      for (const migration of await pendingMigrations(db.$client, migrations)) {
        await applyMigration(db.$client, migration);
      }
      await publishBuiltInEdition(db);
    });
  } finally {
    await db.$client.end({ timeout: 5 });
  }
}

/** Throws `UnusableDatabaseError` on a server older than PostgreSQL 15. */
export async function requireServerVersion(client: postgres.Sql): Promise<void> {
  // By the driver itself: this is the first query, and its error says in one line why a database is not reached.
  const [row] = await client<{ version: number }[]>`select current_setting('server_version_num')::int as version`;
  const version = row?.version ?? 0;
  const release = `${Math.floor(version / 10000)}.${version % 10000}`;
  if (version < 150000) throw new UnusableDatabaseError(inBothLanguages((t) => t("database.old-server", { release })));
}
