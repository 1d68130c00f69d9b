/** From this base on a share is shown as a percentage; below, only as a count (domain notes §3.1). */
export const SMALLEST_BASE_FOR_PERCENT = 10;

/** k of n as a whole percentage rounded half up; null on an empty base. */
export function wholePercent(part: number, base: number): number | null {
  return base === 0 ? null : Math.floor((200 * part + base) / (2 * base));
}

/** As `wholePercent`, but 100 is only all, and 0 only nobody: of 2,000, 1,999 are 99, and 1 is 1. */
export function partPercent(part: number, base: number): number | null {
  const percent = wholePercent(part, base);
  return percent === null || part === 0 || part === base ? percent : Math.min(99, Math.max(1, percent));
}

/**
 * Counts as whole percentages that add up to 100, by largest remainder (Hamilton's method); equal remainders go to the
 * larger count, then to the earlier place. Null on an empty base. Example: 7, 6, 1, 0, 1 of 15 → 47, 40, 7, 0, 6.
 */
export function wholePercents(counts: readonly number[]): number[] | null {
  const base = counts.reduce((sum, count) => sum + count, 0);
  if (base === 0) return null;
  const percents = counts.map((count) => Math.floor((100 * count) / base));
  const left = 100 - percents.reduce((sum, percent) => sum + percent, 0);
  const byRemainder = counts
    .map((count, place) => ({ place, count, remainder: (100 * count) % base }))
    .toSorted((a, b) => b.remainder - a.remainder || b.count - a.count || a.place - b.place);
  for (const { place } of byRemainder.slice(0, left)) percents[place] = (percents[place] ?? 0) + 1;
  return percents;
}
