/** An expected failure of the embedded database; its message is one sentence that names the cause and what to do. */
export class EmbeddedDatabaseError extends Error {
  override name = "EmbeddedDatabaseError";
}
