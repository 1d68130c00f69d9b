import type { Query, SQL } from "drizzle-orm";
import type { PgSession, PreparedQueryConfig } from "drizzle-orm/pg-core";
import type { Transaction } from "./client";

/** Whatever statements can be run on: the pool, or a transaction. */
export type Runner = Pick<Transaction, "select" | "insert" | "update">;

/** What drizzle keeps inside of one. */
interface Inside {
  readonly session: PgSession & { readonly client: unknown };
  readonly dialect: { sqlToQuery(query: SQL): Query };
}

/**
 * A statement that is written once for the whole process, with placeholders for its values, and then runs on any
 * connection, which parses and plans it once by its name. `build` ends in drizzle's `prepare`, or in `prepareSql`.
 */
export function named<Statement extends object>(build: (db: Transaction) => Statement): (db: Runner) => Statement {
  let written: Statement | undefined;
  return (db) => {
    written ??= build(db as Transaction);
    // Drizzle ties a prepared statement to the connection that it was first made for; its text is any connection's.
    const { client } = (db as unknown as Inside).session;
    return Object.assign(Object.create(Object.getPrototypeOf(written)) as Statement, written, { client });
  };
}

/** A statement in SQL with values, prepared by a name, which drizzle's own `execute` cannot be. */
export function prepareSql(db: Transaction, name: string, query: SQL) {
  const { session, dialect } = db as unknown as Inside;
  return session.prepareQuery<PreparedQueryConfig & { execute: Record<string, unknown>[] }>(
    dialect.sqlToQuery(query),
    undefined,
    name,
    false,
  );
}

/**
 * Waits for statements of one transaction that were sent at once, which saves the round trips between them; one that
 * fails ends those after it. Throws what the first one threw, yet once all are done: what is sent after the end of a
 * transaction would run outside of it.
 */
export async function together<const T extends readonly unknown[]>(
  statements: readonly [...{ [Place in keyof T]: Promise<T[Place]> | null }],
): Promise<T> {
  await Promise.allSettled(statements);
  return (await Promise.all(statements)) as unknown as T;
}
