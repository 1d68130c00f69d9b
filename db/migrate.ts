import { migrate } from "drizzle-orm/postgres-js/migrator";
import { sql } from "drizzle-orm";
import { connect } from "./client";
import { publishBuiltInEdition } from "./seed";

/** Any number that no other program on the same server uses for its advisory lock: "rf26" in ASCII. */
const LOCK = 0x72663236;

/**
 * Brings a database to this version: checks the server's age, applies the migrations and publishes the built-in 2024
 * edition on a database without editions. Starters that come together wait for each other. Throws on a server older
 * than PostgreSQL 15 or when a migration fails (a failed migration leaves nothing behind).
 */
export async function prepareDatabase(url: string): Promise<void> {
  // One connection, since the lock belongs to the session that runs the migrations.
  const db = connect(url, 1);
  try {
    await requireServerVersion(db);
    await db.execute(sql`select pg_advisory_lock(${LOCK})`);
    await migrate(db, { migrationsFolder: "db/migrations" });
    await publishBuiltInEdition(db);
  } finally {
    await db.$client.end({ timeout: 5 });
  }
}

/** A database that this program cannot work with; the message says what to do. */
export class UnusableDatabaseError extends Error {
  override readonly name = "UnusableDatabaseError";
}

async function requireServerVersion(db: ReturnType<typeof connect>): Promise<void> {
  // By the driver itself: this is the first query, and its error says in one line why a database is not reached.
  const [row] = await db.$client<{ version: number }[]>`select current_setting('server_version_num')::int as version`;
  const version = row?.version ?? 0;
  const release = `${Math.floor(version / 10000)}.${version % 10000}`;
  if (version < 150000) throw new UnusableDatabaseError(`PostgreSQL 15 or newer is needed; this server is ${release}`);
}
