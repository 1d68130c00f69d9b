/** A backup that cannot be made or restored; the message says why and what to do, in both languages. */
export class BackupError extends Error {
  override readonly name = "BackupError";
}
