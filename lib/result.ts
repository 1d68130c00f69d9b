/** An expected outcome as a value: what went well, or which of a closed list of failures. Bugs throw instead. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };

/** Wraps a value that went well. */
export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

/** Wraps an expected failure. */
export const fail = <E>(error: E): { ok: false; error: E } => ({ ok: false, error });
