import { setTimeout as sleep } from "node:timers/promises";
import type postgres from "postgres";

const LOOK_AGAIN_MS = 100;

/**
 * Does `work` while no other process migrates or restores this database; who comes later waits. Needs a second connection
 * of `client` for the work itself. The lock belongs to a transaction, so that it also holds behind a pooler that hands
 * out a connection for each transaction; its number, "rf26" in ASCII, is one that no other program on the server uses.
 */
export async function inMigrationTurn<T>(client: postgres.Sql, work: () => Promise<T>): Promise<T> {
  const outcome = await client.begin(async (tx) => {
    // Asked again and again, in simple queries: who waits in one query, or leaves its portal open, holds a snapshot, for
    // which the one whose turn it is would wait in CREATE INDEX CONCURRENTLY.
    const isOurs = async () => {
      const [row] = await tx<{ ours: boolean }[]>`select pg_try_advisory_xact_lock(1919300150) as ours`.simple();
      return row?.ours ?? false;
    };
    await tx`set local idle_in_transaction_session_timeout = 0`.simple();
    while (!(await isOurs())) await sleep(LOOK_AGAIN_MS);
    return { value: await work() };
  });
  return outcome.value as T;
}
