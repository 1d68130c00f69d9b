/** What was sent, by field name: any value, since nothing has looked at it yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** A field's own value; undefined for what objects have by nature (`constructor`). */
export function ownField(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** Whether a field says nothing. */
export function isAbsent(sent: unknown): sent is undefined | null | "" {
  return sent === undefined || sent === null || sent === "";
}
