import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";
import { leaveBrokenConnections } from "./broken-connection";
import { type PoolUse, watchPool } from "./pool-use";

/** A pool of connections; a transaction has the same shape and is passed as `tx`. */
export type Database = ReturnType<typeof connect>;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/**
 * Opens a pool of at most `max` connections to a Postgres address; the caller ends it with `$client.end()`. The address
 * may be a pooler's that gives a connection for each transaction: nothing here relies on the next query finding the same
 * one, and what is set or locked is set and locked for a transaction; `applyOneByOne` of apply-migrations.ts alone cannot.
 */
export function connect(url: string, max: number, patience = 10) {
  // Notices are chatter of migrations ("already exists, skipping"), not news.
  const client = postgres(url, {
    max,
    // Off, each query is parsed anew: for poolers that do not know which of their connections has which statement. Of ours
    // those alone are prepared that have a name (drizzle's `prepare`), each of them a round trip saved: a submission's.
    prepare: env().DATABASE_PREPARE,
    onnotice: () => {},
    // A reader waits at a button: better to be told after ten seconds than to hang for the driver's thirty.
    connect_timeout: patience,
    // Seconds between attempts; the driver's own grow to a minute, so that the app would be down longer than its database.
    backoff: (attempts) => Math.min(1, 0.05 * 2 ** attempts),
    connection: { application_name: "report-feedback" },
  });
  leaveBrokenConnections(client);
  return drizzle(client);
}

// Next bundles each route apart, so a module variable would be one pool for every route.
const shared = globalThis as typeof globalThis & {
  reportFeedbackDatabase?: Database;
  reportFeedbackReplica?: Database;
  reportFeedbackPool?: PoolUse;
};

/** The pool of this process, opened at first use from DATABASE_URL. Throws when that is unset. */
export function database(): Database {
  const { DATABASE_URL, DATABASE_POOL } = env();
  if (!DATABASE_URL) throw new Error("DATABASE_URL is unset: start with `npm start`, which starts a database");
  if (!shared.reportFeedbackDatabase) {
    shared.reportFeedbackDatabase = connect(DATABASE_URL, DATABASE_POOL);
    shared.reportFeedbackPool = watchPool(shared.reportFeedbackDatabase.$client);
  }
  return shared.reportFeedbackDatabase;
}

/** This process's pool to the copy at DATABASE_REPLICA_URL, for db/replica.ts alone; null where there is none. */
export function replicaDatabase(): Database | null {
  const { DATABASE_REPLICA_URL, DATABASE_POOL } = env();
  if (!DATABASE_REPLICA_URL) return null;
  // Not long: what a copy does not answer, the database itself does.
  shared.reportFeedbackReplica ??= connect(DATABASE_REPLICA_URL, DATABASE_POOL, 2);
  return shared.reportFeedbackReplica;
}

/**
 * Whether the copy answers within so many milliseconds, by a connection of its own: those of the pool may all be busy. That
 * it has no place for one more is an answer.
 */
export async function replicaAnswers(ms: number): Promise<boolean> {
  const { DATABASE_REPLICA_URL } = env();
  if (!DATABASE_REPLICA_URL) return false;
  const probe = connect(DATABASE_REPLICA_URL, 1, ms / 1000).$client;
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, ms, false).unref());
  const answers = probe`select 1`.then(
    () => true,
    (error: unknown) => error instanceof postgres.PostgresError,
  );
  const isThere = await Promise.race([answers, late]);
  void probe.end({ timeout: 0 });
  return isThere;
}

/** Ends every query on the copy at once; the next one connects anew. */
export async function dropReplica(): Promise<void> {
  const dropped = shared.reportFeedbackReplica;
  delete shared.reportFeedbackReplica;
  await dropped?.$client.end({ timeout: 0 });
}

/** How many connections this process may have, and its transactions that hold one or wait for one. */
export function poolUse(): PoolUse & { readonly size: number } {
  return { ...(shared.reportFeedbackPool ?? { running: 0, waiting: 0 }), size: env().DATABASE_POOL };
}

/** Ends this process's pools, waiting up to five seconds for running queries. */
export async function closeDatabase(): Promise<void> {
  const pools = [shared.reportFeedbackDatabase, shared.reportFeedbackReplica];
  await Promise.all(pools.map((pool) => pool?.$client.end({ timeout: 5 })));
  delete shared.reportFeedbackDatabase;
  delete shared.reportFeedbackReplica;
}
