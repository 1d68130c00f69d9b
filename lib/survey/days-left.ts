import { type EditionDefinition, availabilityOf, dayIn, lastMomentOf } from "./edition";

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * How many days of an open edition are left after today, by its own calendar: 0 on the last. Null where it is not open
 * or has no end.
 */
export function daysLeft(
  edition: Pick<EditionDefinition, "state" | "opensAt" | "closesAt" | "timeZone">,
  now: Date,
): number | null {
  const last = lastMomentOf(edition);
  if (!last || availabilityOf(edition, now) !== "open") return null;
  const day = (instant: Date) => Date.parse(dayIn(edition.timeZone, instant));
  return Math.round((day(last) - day(now)) / DAY_MS);
}
