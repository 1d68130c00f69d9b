/** A database that this program cannot work with as it is; the message says what to do, in both languages. */
export class UnusableDatabaseError extends Error {
  override readonly name = "UnusableDatabaseError";
}
