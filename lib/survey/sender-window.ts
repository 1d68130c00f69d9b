/** Ten minutes: long enough to tell an office from a program, short enough to wait for. */
const WINDOW_MS = 10 * 60 * 1000;

/**
 * So many receipt codes that do not exist may be asked for from one network in ten minutes. A mistyped code is not one
 * of them: its check sign gives it away before the database is asked. With 64 bits and a million answers kept, a
 * network that does nothing else finds one in ten million years.
 */
export const MOST_RECEIPT_MISSES = 30;

/** A stretch of time within which senders are counted: its name for a tally's key, and when its count ends. */
export interface SenderWindow {
  readonly name: string;
  readonly endsAt: Date;
}

/** The ten minutes that a moment falls in. */
export function tenMinutesOf(now: Date): SenderWindow {
  const place = Math.floor(now.getTime() / WINDOW_MS);
  return { name: String(place), endsAt: new Date((place + 1) * WINDOW_MS) };
}

/** The day that a moment falls in, by UTC: the life of a salt. */
export function saltDayOf(now: Date): SenderWindow {
  const name = now.toISOString().slice(0, 10);
  return { name, endsAt: new Date(Date.parse(`${name}T00:00:00Z`) + 24 * 60 * 60 * 1000) };
}
