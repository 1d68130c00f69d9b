import { dictionary } from "@zxcvbn-ts/language-common";

/** Passwords of real leaks by how often they were met, the most common first, and the place of each: 49,233. */
const PLACES: ReadonlyMap<string, number> = new Map(
  dictionary["passwords-common"].map((password, place) => [password, place]),
);

/** So many lead every list and every program that guesses. */
const FIRST_TRIED = 1000;

/** Whether a password, in lower case, stands in the list of leaked ones as it is. */
export function isLeaked(password: string): boolean {
  return PLACES.has(password);
}

/**
 * What a listed password adds as a part of a longer one, in characters that one would have to guess: one for those that
 * everybody tries first, else two (2^16 places, while a letter of one's own is 2^5). Null when it is not listed.
 */
export function costOfLeaked(part: string): number | null {
  const place = PLACES.get(part);
  if (place === undefined) return null;
  return place < FIRST_TRIED ? 1 : 2;
}
