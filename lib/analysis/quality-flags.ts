import { folded } from "../survey/likeness";
import type { Rating } from "../survey/scale";
import { FASTEST_SECONDS, SENTENCE_LENGTH } from "../survey/suspicion";
import { countCharacters } from "../survey/text";
import { SMALLEST_BASE_FOR_MEAN } from "./presentation";

/** Why an answer may be worth a look. A flag never takes an answer out: two people do (domain notes §3.8). */
export const QUALITY_FLAGS = ["trap", "too-fast", "burst", "repeated-text", "straight-line"] as const;
export type QualityFlag = (typeof QUALITY_FLAGS)[number];

/** What is known of an answer; null or false where it is not known. */
export interface AnswerFacts {
  readonly ratings: readonly Rating[];
  /** The words in every open item that was answered. */
  readonly texts: readonly string[];
  /** One of its texts says what another answer of the round says: `repeatedTexts`. */
  readonly repeatsText: boolean;
  readonly trapFilled: boolean;
  readonly inBurst: boolean;
  /** From the making of the page to the sending; null for paper, drafts and whatever was not timed. */
  readonly seconds: number | null;
  /** How many characters a reader of the page had before their eyes. */
  readonly charactersShown: number;
}

/** What an answer is measured by. */
export interface RoundFacts {
  readonly valid: number;
  readonly medianSeconds: number | null;
}

/** Nobody reads more characters a second. */
const CHARACTERS_A_SECOND = 15;

/** The same sign so often is no word. */
const JUNK_LENGTH = 5;

/**
 * What is odd about an answer, in the order of `QUALITY_FLAGS`. The same score five times is not: five good answers look
 * like that. Only in haste, or beside words that are none, is it a straight line. Against other readers' time only from
 * thirty answers on: of a few, somebody is always the fastest.
 */
export function qualityFlagsOf(facts: AnswerFacts, round: RoundFacts): QualityFlag[] {
  const isTooFast = isFasterThanReading(facts) || isFasterThanOthers(facts, round);
  const isOdd: Record<QualityFlag, boolean> = {
    trap: facts.trapFilled,
    "too-fast": isTooFast,
    burst: facts.inBurst,
    "repeated-text": facts.repeatsText,
    "straight-line": isStraight(facts.ratings) && (isTooFast || facts.texts.some(isJunk)),
  };
  return QUALITY_FLAGS.filter((flag) => isOdd[flag]);
}

/**
 * Which answers of a round hold a sentence that another one holds too, in their order. Width, case and spaces aside; words
 * shorter than a sentence are common property. One answer that says a thing twice repeats nobody.
 */
export function repeatedTexts(answers: readonly (readonly string[])[]): boolean[] {
  const sentences = answers.map(
    (texts) => new Set(texts.map(folded).filter((text) => countCharacters(text) >= SENTENCE_LENGTH)),
  );
  const times = new Map<string, number>();
  for (const text of sentences.flatMap((own) => [...own])) times.set(text, (times.get(text) ?? 0) + 1);
  return sentences.map((own) => [...own].some((text) => (times.get(text) ?? 0) > 1));
}

/** Whether a text has no word: no letter of any script, or the same sign again and again. */
export function isJunk(text: string): boolean {
  const signs = [...folded(text)];
  if (signs.length === 0) return false;
  return !signs.some((sign) => /\p{L}/u.test(sign)) || (signs.length >= JUNK_LENGTH && new Set(signs).size === 1);
}

function isFasterThanReading({ seconds, charactersShown }: AnswerFacts): boolean {
  return seconds !== null && seconds < Math.max(FASTEST_SECONDS, charactersShown / CHARACTERS_A_SECOND);
}

function isFasterThanOthers({ seconds }: AnswerFacts, { valid, medianSeconds }: RoundFacts): boolean {
  if (seconds === null || medianSeconds === null) return false;
  return valid >= SMALLEST_BASE_FOR_MEAN && seconds < medianSeconds / 2;
}

function isStraight(ratings: readonly Rating[]): boolean {
  const [first] = ratings;
  return ratings.length > 1 && first !== null && ratings.every((rating) => rating === first);
}
