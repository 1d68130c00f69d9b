import { PgPreparedQuery } from "drizzle-orm/pg-core";
import type { PrivacyElement } from "@/lib/survey/privacy-notice";

/** An edition cannot be open while readers would be told nothing about an element of the privacy notice. */
export class EmptyNoticeError extends Error {
  constructor(readonly elements: readonly PrivacyElement[]) {
    super(`the edition cannot be open: its privacy notice says nothing about ${elements.join(", ")}`);
  }
}

/**
 * The database could not do what was asked. Holds the Postgres or network code and the statement with its $1 …, never
 * the parameters or the server's details: answers, secrets and sessions are among them, and errors end in logs.
 */
export class StorageError extends Error {
  override readonly name = "StorageError";
  constructor(
    readonly code: string,
    readonly statement: string,
    /** The constraint that refused, where one did. */
    readonly constraint: string | null = null,
  ) {
    super(`the database failed (${code}): ${statement}`);
  }
}

/**
 * Postgres classes (connection, rollback, resources, locks, operator, system) and network codes of a database that can't
 * work just now. A broken constraint or a wrong statement is a bug, and stays one.
 */
const OUT_OF_ORDER = /^(?:08|40|53|55|57|58|XX)...$|^(?:E[A-Z]+|CONNECT[A-Z_]+)$/;

/** By name: Next bundles each route with a copy of this class, and drizzle's one prototype below serves them all. */
function isStorageError(error: unknown): error is StorageError {
  return error instanceof Error && error.name === "StorageError";
}

/** Whether the database could not work just now, so that the same may succeed later. */
export function isStorageFailure(error: unknown): error is StorageError {
  return isStorageError(error) && OUT_OF_ORDER.test(error.code);
}

/** Whether a sealed edition refused a change (db/migrations, `RF003`). */
export function isSealRefusal(error: unknown): error is StorageError {
  return isStorageError(error) && error.code === "RF003";
}

/** Whether a row of the same key is there already, perhaps since a moment ago. */
export function isDuplicate(error: unknown): error is StorageError {
  return isStorageError(error) && error.code === "23505";
}

/** Whether the database kept the last administrator (db/migrations, `RF011`). */
export function isLastAdministratorRefusal(error: unknown): error is StorageError {
  return isStorageError(error) && error.code === "RF011";
}

/** Whether another transaction came first, so that the same on newer rows may succeed. */
export function isOvertaken(error: unknown): error is StorageError {
  return isStorageError(error) && /^40...$/.test(error.code);
}

/** Runs `work`; what it throws becomes a `StorageError`, also what no statement threw (connecting, beginning). */
export async function asStorageError<T>(statement: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isStorageError(error)) throw error;
    throw new StorageError(wordOf(error, "code") ?? "unknown", statement, wordOf(error, "constraint_name"));
  }
}

type RunQuery = (statement: string, parameters: unknown[], run: () => Promise<unknown>) => Promise<unknown>;
const prepared = PgPreparedQuery.prototype as unknown as { queryWithCache: RunQuery };
const { queryWithCache } = prepared;

// Drizzle writes every parameter into its errors' messages, and Next logs messages. All queries pass here, those of
// better-auth's adapter too; a test in test/db/errors.test.ts notices when a new version takes another way.
prepared.queryWithCache = function hideParameters(statement, parameters, run) {
  return asStorageError(statement, () => queryWithCache.call(this, statement, parameters, () => wholly(run)));
};

/**
 * The driver goes on counting rows where a cut connection left off, so that the first rows of a later answer there are
 * missing from an array that is as long as if they were not (postgres 3.4.9). That would read as "there is none".
 */
async function wholly(run: () => Promise<unknown>): Promise<unknown> {
  const rows = await run();
  if (!Array.isArray(rows) || rows.length === 0 || 0 in rows) return rows;
  throw Object.assign(new Error("rows are missing"), { code: "CONNECTION_CLOSED" });
}

/** The code of Postgres, the network or the driver that an error carries, itself or as its cause; null for none. */
export function codeOf(error: unknown): string | null {
  return wordOf(error, "code");
}

/** A word that the driver's error carries; drizzle keeps the driver's own error as its cause. */
function wordOf(error: unknown, name: "code" | "constraint_name"): string | null {
  if (typeof error !== "object" || error === null) return null;
  const word: unknown = Reflect.get(error, name);
  return typeof word === "string" ? word : wordOf(Reflect.get(error, "cause"), name);
}
