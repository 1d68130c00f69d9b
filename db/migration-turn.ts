import { setTimeout as sleep } from "node:timers/promises";
import type postgres from "postgres";

const LOOK_AGAIN_MS = 100;

/**
 * Does `work` while no other process migrates or restores this database; who comes later waits. Needs a second connection
 * of `client` for the work itself. The lock belongs to a transaction, so that it also holds behind a pooler that hands
 * out a connection for each transaction; its number, "rf26" in ASCII, is one that no other program on the server uses.
 */
export async function inMigrationTurn<T>(client: postgres.Sql, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const outcome = await client.begin((tx) => ifOurs(tx, work));
    if (outcome) return outcome.value as T;
    await sleep(LOOK_AGAIN_MS);
  }
}

/**
 * What `work` gives, where the turn is free; null otherwise. Each look is a transaction of its own: CREATE INDEX
 * CONCURRENTLY waits to its end for any that held a snapshot at one moment, and one that waits for the turn never ends.
 */
async function ifOurs<T>(tx: postgres.TransactionSql, work: () => Promise<T>): Promise<{ value: T } | null> {
  // In simple queries: one that leaves its portal open holds its snapshot, and the work would wait for its own turn.
  const [row] = await tx<{ ours: boolean }[]>`select pg_try_advisory_xact_lock(1919300150) as ours`.simple();
  if (!row?.ours) return null;
  await tx`select set_config(name, '0', true) from pg_settings
    where name in ('idle_in_transaction_session_timeout', 'transaction_timeout')`.simple();
  return { value: await work() };
}
