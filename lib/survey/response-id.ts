/**
 * A response's key: UUID v7 whose time is the start of its day (UTC), the rest random. Keys of a day stand together in
 * the index, yet a key tells no more of when an answer came than `received_on` does.
 * `day` is `YYYY-MM-DD`, `random` ten random bytes; throws on a bad day or on fewer bytes.
 */
export function responseId(day: string, random: Uint8Array): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) throw new RangeError(`not a day: ${day}`);
  if (random.length < 10) throw new RangeError("a response id needs ten random bytes");
  const bytes = Uint8Array.from(random.slice(0, 10));
  bytes[0] = ((bytes[0] ?? 0) & 0x0f) | 0x70;
  bytes[2] = ((bytes[2] ?? 0) & 0x3f) | 0x80;
  const hex = time.toString(16).padStart(12, "0") + Buffer.from(bytes).toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
