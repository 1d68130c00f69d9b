import { setTimeout as sleep } from "node:timers/promises";
import type postgres from "postgres";
import { inBothLanguages } from "@/lib/messages/operator";
import { hasEnded } from "./broken-connection";
import type { Migration } from "./migration-files";
import { UnusableDatabaseError } from "./unusable-database";

/** How long a migration waits for a lock; whoever answers meanwhile waits behind it, and a reader is at a button. */
const LOCK_TIMEOUT = "1s";
/** For how long it is tried again: a backup or a big export holds its tables for minutes. */
const PATIENCE_MS = 10 * 60_000;
const LONGEST_PAUSE_MS = 5000;

/** What a server may set for every statement; the second from PostgreSQL 17 on. */
const LIMITS = ["statement_timeout", "transaction_timeout"];

/** lock_not_available and deadlock_detected: the same may succeed a moment later. */
const IN_THE_WAY: readonly unknown[] = ["55P03", "40P01"];

/**
 * The migrations that a database lacks, of those that this program has. Throws `UnusableDatabaseError` where the database
 * has one that this program lacks: a newer version made it, and older code would misread it.
 */
export async function pendingMigrations(
  sql: postgres.Sql | postgres.TransactionSql,
  known: readonly Migration[],
): Promise<Migration[]> {
  await sql`create schema if not exists drizzle`;
  await sql`create table if not exists drizzle.__drizzle_migrations (
    id serial primary key, hash text not null, created_at bigint)`;
  const rows = await sql<{ when: string }[]>`select created_at as when from drizzle.__drizzle_migrations`;
  const applied = new Set(rows.map(({ when }) => Number(when)));
  requireKnown([...applied], known);
  return known.filter(({ when }) => !applied.has(when));
}

/** Throws `UnusableDatabaseError` when a database or a backup has a migration that is not among the known ones. */
function requireKnown(applied: readonly number[], known: readonly Migration[]): void {
  const stranger = applied.find((when) => !known.some((migration) => migration.when === when));
  if (stranger === undefined) return;
  const made = new Date(stranger).toISOString().slice(0, 10);
  throw new UnusableDatabaseError(inBothLanguages((t) => t("database.newer", { made })));
}

/**
 * Applies one migration while answers go on, whole or not at all; what is built concurrently begins anew after it was cut
 * off. A lock that is not free within a second is let go and tried again. A statement that has its locks is not
 * interrupted, whatever the server's own limits: it would begin anew.
 * Throws `UnusableDatabaseError` when there is no free moment in `patience` milliseconds.
 */
export async function applyMigration(sql: postgres.Sql, migration: Migration, patience = PATIENCE_MS): Promise<void> {
  const until = Date.now() + patience;
  for (let pause = 200; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await (migration.concurrent ? applyOneByOne(sql, migration) : applyAtOnce(sql, migration));
    } catch (error) {
      if (!IN_THE_WAY.includes((error as { code?: unknown }).code)) throw error;
      if (Date.now() > until) throw await tooBusy(sql, migration, patience);
    }
    await sleep(pause);
  }
}

async function applyAtOnce(sql: postgres.Sql, migration: Migration): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select set_config('lock_timeout', ${LOCK_TIMEOUT}, true)`;
    await tx`select set_config(name, '0', true) from pg_settings where name in ${tx(LIMITS)}`;
    await runIn(tx, migration);
  });
}

/** Runs a migration's statements in a transaction and notes it there; on an empty database nothing is concurrent. */
export async function runIn(tx: postgres.TransactionSql, migration: Migration): Promise<void> {
  for (const statement of migration.statements) {
    await tx.unsafe(migration.concurrent ? statement.replace(/\bconcurrently\b/gi, "") : statement);
  }
  await tx`insert into drizzle.__drizzle_migrations (hash, created_at) values (${migration.hash}, ${migration.when})`;
}

/** What is built concurrently waits for old transactions, and nobody waits for it: without a limit, and again from its start. */
async function applyOneByOne(sql: postgres.Sql, migration: Migration): Promise<void> {
  // Of one connection, since nothing that is concurrent may stand in a transaction with a setting of its own; behind a
  // pooler of transactions that does not hold, and docs/scaling.md has the way round it.
  const one = await sql.reserve();
  // One that was cut has gone from the pool by itself; see broken-connection.ts on what is sent into it.
  const giveBack = async () => {
    const limits = one`select set_config(name, reset_val, false) from pg_settings where name in ${one(LIMITS)}`;
    const isGone = await limits.then(() => false, hasEnded);
    if (!isGone) one.release();
  };
  try {
    await one`select set_config(name, '0', false) from pg_settings where name in ${one(LIMITS)}`;
    for (const statement of migration.statements) await one.unsafe(statement);
  } catch (error) {
    if (!hasEnded(error)) await giveBack();
    throw error;
  }
  await giveBack();
  await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${migration.hash}, ${migration.when})`;
}

async function tooBusy(sql: postgres.Sql, { tag }: Migration, patience: number): Promise<UnusableDatabaseError> {
  const rows = await sql<{ holder: string }[]>`
    select format('%s (pid %s, %s s)', coalesce(nullif(application_name, ''), '?'), pid,
      extract(epoch from now() - xact_start)::int) as holder
    from pg_stat_activity
    where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()
      and backend_type = 'client backend'
    order by xact_start limit 3`;
  const holders = rows.map(({ holder }) => holder).join(", ");
  return new UnusableDatabaseError(
    inBothLanguages((t) =>
      t("database.busy", { tag, minutes: Math.ceil(patience / 60_000), holders: holders || t("database.nobody") }),
    ),
  );
}
