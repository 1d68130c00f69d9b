import type { Query, SQL } from "drizzle-orm";
import type { PgSession } from "drizzle-orm/pg-core";
import type { Transaction } from "./client";

/** What drizzle's own `execute` is made of; it has no way to name a statement that is written as SQL. */
interface Inside {
  readonly session: PgSession;
  readonly dialect: { sqlToQuery(query: SQL): Query };
}

/** Runs a statement in SQL that each connection parses and plans once, by its name: a round trip saved each time. */
export async function executeNamed(tx: Transaction, name: string, query: SQL): Promise<Record<string, unknown>[]> {
  const { session, dialect } = tx as unknown as Inside;
  const rows = await session.prepareQuery(dialect.sqlToQuery(query), undefined, name, false).execute();
  return rows as Record<string, unknown>[];
}

/**
 * Waits for statements of one transaction that were sent at once, which saves the round trips between them; one that
 * fails ends those after it. Throws what the first one threw, yet once all are done: what is sent after the end of a
 * transaction would run outside of it.
 */
export async function together<const T extends readonly unknown[]>(
  statements: readonly [...{ [Place in keyof T]: Promise<T[Place]> | null }],
): Promise<T> {
  const ended = await Promise.allSettled(statements);
  for (const one of ended) if (one.status === "rejected") throw one.reason;
  return ended.map((one) => (one.status === "fulfilled" ? one.value : undefined)) as unknown as T;
}
