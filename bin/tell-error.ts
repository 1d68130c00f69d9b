/** Errors whose message is for the operator; anything else is a bug and shows its stack. */
const EXPECTED = [
  "EnvError",
  "BuildError",
  "EmbeddedDatabaseError",
  "UnusableDatabaseError",
  "BackupError",
  "StorageError",
];

/** Prints what ended a program: the message of an expected error, the stack of any other. */
export function tellError(error: unknown): void {
  const expected = error instanceof Error && EXPECTED.includes(error.name);
  process.stderr.write(`${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
}
