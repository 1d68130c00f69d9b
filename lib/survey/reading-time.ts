/** A page that stood open for longer tells nothing of how it was read. */
export const LONGEST_READ_SECONDS = 30 * 60;

const EXACT_UP_TO_SECONDS = 60;
const STEP_SECONDS = 10;

/**
 * What is kept of the time from the making of a page to its sending, in whole seconds: to the second within the first
 * minute, where haste is judged, then in steps of ten, at most half an hour. To the second for everybody, a log of
 * requests could tell by the length whose answer it is. Null where the time is not known.
 */
export function keptSeconds(seconds: number | null): number | null {
  if (seconds === null) return null;
  const whole = Math.floor(seconds);
  if (whole < EXACT_UP_TO_SECONDS) return whole;
  return Math.min(whole - (whole % STEP_SECONDS), LONGEST_READ_SECONDS);
}
