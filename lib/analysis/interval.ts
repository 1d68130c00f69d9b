import { Z_95 } from "./probability";

/** From `low` to `high`, both included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** `part` of `base`. */
export interface Proportion {
  readonly part: number;
  readonly base: number;
}

/**
 * Wilson's 95 % score interval of a share, within 0–1 (Wilson, JASA 22 (1927); without continuity correction); null on an
 * empty base. It shows what the number of answers alone makes uncertain: readers choose themselves, so it is no sampling
 * error (domain notes §3.3). Example: 7 of 9 → 0.4526–0.9368.
 */
export function wilson({ part, base }: Proportion): Interval | null {
  if (base === 0) return null;
  const [share, z2] = [part / base, Z_95 ** 2];
  const middle = part + z2 / 2;
  const reach = Z_95 * Math.sqrt(part * (1 - share) + z2 / 4);
  // At the ends the bound is exact, and rounding must not move it.
  return {
    low: part === 0 ? 0 : (middle - reach) / (base + z2),
    high: part === base ? 1 : (middle + reach) / (base + z2),
  };
}

/** How much larger a share is than another, within ±1; neither base is empty. Example: 45/60 − 23/30 → −0.0167. */
export const differenceOf = (now: Proportion, before: Proportion): number =>
  now.part / now.base - before.part / before.base;

/**
 * The 95 % interval of the difference of two independent shares, `now` − `before`, within ±1: Newcombe's hybrid score
 * interval (Statistics in Medicine 17 (1998), method 10); null when a base is empty. Example: 45/60 − 23/30 →
 * −0.1848–0.1820.
 */
export function newcombe(now: Proportion, before: Proportion): Interval | null {
  const [a, b] = [wilson(now), wilson(before)];
  if (!a || !b) return null;
  const [p, q] = [now.part / now.base, before.part / before.base];
  const difference = differenceOf(now, before);
  return {
    low: difference - Math.hypot(p - a.low, b.high - q),
    high: difference + Math.hypot(a.high - p, q - b.low),
  };
}
