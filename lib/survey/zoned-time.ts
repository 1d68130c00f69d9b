const DAY = 24 * 60 * 60 * 1000;
const WALL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** What the clocks of a time zone show at an instant, to the minute, as a browser's field has it: `2025-05-06T09:00`. */
export function wallTimeIn(timeZone: string, instant: Date): string {
  const format = new Intl.DateTimeFormat("en", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${part.year?.padStart(4, "0")}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}

/**
 * The instant at which the clocks of a time zone show a wall time; the first of two when they are put back, null where
 * they never show it.
 */
export function instantAt(timeZone: string, wallTime: string): Date | null {
  const asUtc = WALL_TIME.test(wallTime) ? Date.parse(`${wallTime}Z`) : Number.NaN;
  if (Number.isNaN(asUtc)) return null;
  // The offset before and the one after a change of clocks, which no zone makes twice in two days.
  for (const near of [asUtc - DAY, asUtc + DAY]) {
    const offset = Date.parse(`${wallTimeIn(timeZone, new Date(near))}Z`) - near;
    const instant = new Date(asUtc - offset);
    if (wallTimeIn(timeZone, instant) === wallTime) return instant;
  }
  return null;
}
