import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";
import "./errors";

/** A pool of connections; a transaction has the same shape and is passed as `tx`. */
export type Database = ReturnType<typeof connect>;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** Opens a pool of at most `max` connections to a Postgres address; the caller ends it with `$client.end()`. */
export function connect(url: string, max: number) {
  // Notices are chatter of migrations ("already exists, skipping"), not news.
  const client = postgres(url, {
    max,
    onnotice: () => {},
    // A reader waits at a button: better to be told after ten seconds than to hang for the driver's thirty.
    connect_timeout: 10,
    // Seconds between attempts; the driver's own grow to a minute, so that the app would be down longer than its database.
    backoff: (attempts) => Math.min(1, 0.05 * 2 ** attempts),
    connection: { application_name: "report-feedback" },
  });
  return drizzle(client);
}

// Next bundles each route apart, so a module variable would be one pool for every route.
const shared = globalThis as typeof globalThis & { reportFeedbackDatabase?: Database };

/** The pool of this process, opened at first use from DATABASE_URL. Throws when that is unset. */
export function database(): Database {
  const { DATABASE_URL, DATABASE_POOL } = env();
  if (!DATABASE_URL) throw new Error("DATABASE_URL is unset: start with `npm start`, which starts a database");
  shared.reportFeedbackDatabase ??= connect(DATABASE_URL, DATABASE_POOL);
  return shared.reportFeedbackDatabase;
}

/** Ends this process's pool, waiting up to five seconds for running queries. */
export async function closeDatabase(): Promise<void> {
  await shared.reportFeedbackDatabase?.$client.end({ timeout: 5 });
  delete shared.reportFeedbackDatabase;
}
