import { CHINESE_PARTS } from "./chinese-parts";
import { COMMON_PARTS, KEYBOARD_WAYS } from "./guessed-words";
import { costOfLeaked, isLeaked } from "./leaked-passwords";

/** NIST SP 800-63B-4 asks for 15 where a password stands alone and 8 beside a second factor; guesses are braked here. */
const LEAST_CHARACTERS = 12;
/** Bounds the work of hashing; a sentence fits. */
const MOST_CHARACTERS = 128;

/** What is wrong with a new password. No mix of symbols is asked for: length counts, and not being guessable. */
export type PasswordProblem = "too-short" | "too-long" | "leaked" | "predictable";

/** So much of a password must be its own: each character of no known part counts one, each part one (what was leaked or is
 * of a known form a little more), a digit half. */
const LEAST_OWN = 6;

/** The first thing wrong with a new password, or null; `about` are words that stand near its owner. */
export function passwordProblem(password: string, about: readonly string[]): PasswordProblem | null {
  // By the length that the hash sees, so that signing in never refuses what was accepted here.
  if (password.length > MOST_CHARACTERS) return "too-long";
  if ([...password].length < LEAST_CHARACTERS) return "too-short";
  if (isLeaked(password.normalize("NFKC").toLowerCase())) return "leaked";
  return ownCharactersOf(password, about) < LEAST_OWN ? "predictable" : null;
}

/** Words that somebody would guess for a person: name, e-mail and company, whole and in their parts. */
export function wordsAbout(texts: readonly string[]): readonly string[] {
  const words = texts.flatMap((text) => {
    const parts = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
    return [...parts, parts.join(""), parts.slice(0, 2).join(""), text.toLowerCase()];
  });
  return [...new Set(words)].filter((word) => [...word].length >= (/\p{Script=Han}/u.test(word) ? 2 : 3));
}

/** How much of a password is left to guess, found as the cheapest way to put it together. */
function ownCharactersOf(password: string, about: readonly string[]): number {
  const plain = [...password.normalize("NFKC").toLowerCase()];
  const unit = repeatedUnitOf(plain);
  return unit.length < plain.length ? cheapest(unit, about) + 1 : cheapest(plain, about);
}

function cheapest(plain: readonly string[], about: readonly string[]): number {
  const text = plain.map((sign) => (sign.length === 1 ? sign : "\uFFFD")).join("");
  const disguised = text.replace(/[@013457$!|]/g, (sign) => DISGUISES[sign] ?? sign);
  const words = [...COMMON_PARTS, ...about];
  const costs = [0];
  for (let end = 1; end <= text.length; end += 1) {
    const own = (costs[end - 1] ?? 0) + (/[0-9]/.test(text[end - 1] ?? "") ? 0.5 : 1);
    const before = words.filter((word) => text.endsWith(word, end) || disguised.endsWith(word, end));
    const date = /(?:19|20)\d\d(?:\d{4})?$/.exec(text.slice(0, end));
    const starts = [...before.map((word) => end - word.length), runStart(text, end), date?.index ?? -1];
    const parts = starts.filter((start) => start >= 0).map((start) => (costs[start] ?? 0) + 1);
    costs[end] = Math.min(own, ...parts, ...leakedParts(text, disguised, end, costs), ...formedParts(text, end, costs));
  }
  return costs[text.length] ?? 0;
}

/** The costs of what ends here in a leaked password. */
function leakedParts(text: string, disguised: string, end: number, costs: readonly number[]): number[] {
  const starts = Array.from({ length: Math.min(end, LONGEST_LEAKED) }, (_, back) => end - 1 - back);
  return starts.flatMap((start) => {
    const cost = costOfLeaked(text.slice(start, end)) ?? costOfLeaked(disguised.slice(start, end));
    return cost === null ? [] : [(costs[start] ?? 0) + cost];
  });
}

/** The costs of what ends here in a part of a known form. */
function formedParts(text: string, end: number, costs: readonly number[]): number[] {
  return CHINESE_PARTS.flatMap(({ form, cost }) => {
    const start = form.exec(text.slice(0, end))?.index;
    return start === undefined ? [] : [(costs[start] ?? 0) + cost];
  });
}

/** Longer ones stand in the list by accident. */
const LONGEST_LEAKED = 24;

/** What people write for letters, so that P@ssw0rd is found out. */
const DISGUISES: Readonly<Record<string, string>> = {
  "@": "a",
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  $: "s",
  "!": "i",
  "|": "l",
};

/** Where the longest run that ends here starts: one sign again and again, signs in order, or keys in a row; -1 if none. */
function runStart(text: string, end: number): number {
  const step = (place: number) => text.charCodeAt(place) - text.charCodeAt(place - 1);
  let start = end - 1;
  const pace = step(start);
  if (Math.abs(pace) <= 1) while (start > 0 && step(start) === pace) start -= 1;
  let keys = end - 4;
  const isWay = (from: number) => {
    const stretch = text.slice(from, end);
    const back = [...stretch].toReversed().join("");
    return KEYBOARD_WAYS.some((way) => way.includes(stretch) || way.includes(back));
  };
  if (keys < 0 || !isWay(keys)) keys = end;
  else while (keys > 0 && isWay(keys - 1)) keys -= 1;
  const longest = Math.min(end - start >= 3 ? start : end, keys);
  return longest === end ? -1 : longest;
}

/** The shortest beginning that the whole is made of, again and again: abcabcabc is three times abc. */
function repeatedUnitOf(signs: readonly string[]): readonly string[] {
  for (let length = 1; length <= signs.length / 2; length += 1)
    if (signs.every((sign, place) => sign === signs[place % length])) return signs.slice(0, length);
  return signs;
}
