/** The database could not do what was asked. Holds the Postgres or network code, never the parameters of the query. */
export class StorageError extends Error {
  constructor(readonly code: string) {
    super(`the database could not keep the answer (${code})`);
  }
}

/** Whether the database failed, in keeping an answer or in a query (drizzle's own error); anything else is a bug. */
export function isStorageFailure(error: unknown): error is Error {
  return error instanceof Error && (error instanceof StorageError || error.name === "DrizzleQueryError");
}

/** Runs `work`; what it throws becomes a `StorageError`, since the driver's errors quote the answer that was written. */
export async function withoutAnswersInErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new StorageError(codeOf(error));
  }
}

/** The code of a driver's error; drizzle keeps the driver's own error as its cause. */
function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "unknown";
  if ("code" in error && typeof error.code === "string") return error.code;
  return "cause" in error ? codeOf(error.cause) : "unknown";
}
