/** Errors whose message is for the operator; anything else is a bug and shows its stack. */
const EXPECTED = [
  "EnvError",
  "BuildError",
  "EmbeddedDatabaseError",
  "UnusableDatabaseError",
  "BackupError",
  "StorageError",
];

/** What the driver's own errors are called: by Postgres, by the network, by the driver. */
const OF_DATABASE = /^(?:[0-9A-Z]{5}|ECONN[A-Z]+|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|CONNECT[A-Z_]+)$/;

/** Prints what ended a program: the message of an expected error, the code of the database's, the stack of any other. */
export async function tellError(error: unknown): Promise<void> {
  process.stderr.write(`${await wordsOf(error)}\n`);
}

async function wordsOf(error: unknown): Promise<string> {
  if (!(error instanceof Error)) return String(error);
  if (EXPECTED.includes(error.name)) return error.message;
  const { code } = error as { code?: unknown };
  if (typeof code !== "string" || !OF_DATABASE.test(code)) return error.stack ?? error.message;
  // Only here, since the catalogue imports React, which the start first has to tell which build to be.
  const { inBothLanguages } = await import("@/lib/messages/operator");
  // The code alone: Postgres' own words may quote an answer.
  return inBothLanguages((t) => t("database.failed", { code }));
}
