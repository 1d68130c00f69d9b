import { folded } from "../survey/likeness";
import { type Instrument, itemsOf, ratingItemsOf } from "../survey/instrument";
import { QUALITY_FLAGS, type QualityFlag } from "../survey/quality-flag";
import type { Rating } from "../survey/scale";
import { FASTEST_SECONDS } from "../survey/suspicion";
import { countCharacters } from "../survey/text";
import { SMALLEST_BASE_FOR_MEAN } from "./presentation";

/** What is known of an answer by itself; null or false where it is not known. */
export interface AnswerFacts {
  readonly ratings: readonly Rating[];
  /** The words in every open item that was answered. */
  readonly texts: readonly string[];
  readonly trapFilled: boolean;
  /** As `keptSeconds` has it; null for paper, drafts and whatever was not timed. */
  readonly seconds: number | null;
  /** How many characters were read to answer: `charactersRead`. */
  readonly characters: number;
}

/** What an answer keeps for its flags: those that it came with, and what haste against others is judged by. */
export interface KeptFacts {
  readonly flags: readonly QualityFlag[];
  readonly ratings: readonly Rating[];
  readonly seconds: number | null;
}

/** Nobody reads more Chinese characters a second. */
const CHARACTERS_A_SECOND = 15;

/** The same sign so often is no word. */
const JUNK_LENGTH = 5;

/**
 * What is odd about an answer by itself. The same score five times is not: five good answers look like that. Only in
 * haste, or beside words that are none, is it a straight line. A burst and a repeated text are seen beside others.
 */
export function ownFlagsOf({ ratings, texts, trapFilled, seconds, characters }: AnswerFacts): QualityFlag[] {
  const isTooFast = seconds !== null && seconds < Math.max(FASTEST_SECONDS, characters / CHARACTERS_A_SECOND);
  return inOrder([
    ...(trapFilled ? (["trap"] as const) : []),
    ...(isTooFast ? (["too-fast"] as const) : []),
    ...(isStraight(ratings) && (isTooFast || texts.some(isJunk)) ? (["straight-line"] as const) : []),
  ]);
}

/**
 * Below how many seconds an answer was made in haste beside the others: half of the median of the answers that were
 * timed, in whole seconds. Null below thirty of these: of a few, somebody is always the fastest.
 */
export function hasteBelow(timed: number, medianSeconds: number | null): number | null {
  return timed >= SMALLEST_BASE_FOR_MEAN && medianSeconds !== null ? Math.ceil(medianSeconds / 2) : null;
}

/** Every flag of an answer, in the order of `QUALITY_FLAGS`: those that it keeps, and what haste beside others adds. */
export function flagsOf({ flags, ratings, seconds }: KeptFacts, haste: number | null): QualityFlag[] {
  if (seconds === null || haste === null || seconds >= haste) return inOrder(flags);
  return withHaste(flags, isStraight(ratings));
}

/** The flags of an answer that was made in haste beside others. */
export function withHaste(flags: readonly QualityFlag[], straight: boolean): QualityFlag[] {
  return inOrder([...flags, "too-fast", ...(straight ? (["straight-line"] as const) : [])]);
}

/**
 * How many characters somebody read who answered these items: their wording and hint, in Chinese whatever the page's
 * language, since an item says as much in either and English takes three times the letters.
 */
export function charactersRead(
  instrument: Pick<Instrument, "sections">,
  { ratings, verbatims }: { readonly ratings: readonly Rating[]; readonly verbatims: Readonly<Record<string, string>> },
): number {
  const rated = ratingItemsOf(instrument).filter((_, place) => (ratings[place] ?? null) !== null);
  const written = itemsOf(instrument).filter(({ key }) => key in verbatims);
  const read = [...rated, ...written].map(({ text, hint }) => text["zh-CN"] + (hint?.["zh-CN"] ?? ""));
  return read.reduce((sum, words) => sum + countCharacters(words), 0);
}

/** Whether every item was rated, and all the same. */
function isStraight(ratings: readonly Rating[]): boolean {
  const [first = null] = ratings;
  return ratings.length > 1 && first !== null && ratings.every((rating) => rating === first);
}

/** Whether a text has no word: no letter of any script, or the same sign again and again. */
export function isJunk(text: string): boolean {
  const signs = [...folded(text)];
  if (signs.length === 0) return false;
  return !signs.some((sign) => /\p{L}/u.test(sign)) || (signs.length >= JUNK_LENGTH && new Set(signs).size === 1);
}

function inOrder(flags: readonly QualityFlag[]): QualityFlag[] {
  return QUALITY_FLAGS.filter((flag) => flags.includes(flag));
}
