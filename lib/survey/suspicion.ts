import { SUSPICIONS, type Suspicion } from "./response-status";

/** The form's field that no reader sees; whatever fills it in is no reader. No browser's autofill knows the name. */
export const TRAP_FIELD = "further_note";

/**
 * Nobody reads a page and sends it in less than three seconds. Only for forms sent without our script: with it, a
 * draft of yesterday comes back by itself and may be sent at once.
 */
export const FASTEST_SECONDS = 3;

/**
 * Five whole answers with the same ratings and the same sentence: a person who sent twice makes two, a couple four.
 * A sentence has 20 characters; shorter ones (没有意见, 希望公司越来越好) are common property. Common words under
 * different ratings are no duplicates: people who speak with one voice are still people.
 */
export const MOST_DUPLICATES = 4;
export const SENTENCE_LENGTH = 20;

/**
 * Answers without a sentence are often alike in all honesty (five times 很好). In a training room of 50, some 20 are
 * the most that will be; a mailing to all staff brings ten times as many, from everywhere, in ten minutes. Above that
 * a browser is asked for a proof of work, and what brings none is not counted; when as many again came without one,
 * it is a flood, and the first ones are not counted either.
 */
export const MOST_ALIKE = { fromSender: 20, fromAll: 200 } as const;

/** So many like answers of one sender are let in by proofs in a day: a whole works, not a program with patience. */
export const MOST_PROVEN = 200;

/** Five different answers a second for ten minutes: no office behind one address is that fast, a program is. */
export const MOST_FROM_SENDER = 3000;

/** How an answer arrived and what it is like. Counts include the answer itself, and only what came without proof. */
export interface Signs {
  readonly trapFilled: boolean;
  /** From the making of the page to the sending; null where that is not known. */
  readonly secondsOnPage: number | null;
  /** Whether one of its texts is as long as a sentence. */
  readonly hasSentence: boolean;
  /** How many whole answers of the edition say the same. */
  readonly duplicates: number;
  /** How many say the same without a sentence: from its sender today, and from everybody within ten minutes. */
  readonly alike: { readonly fromSender: number; readonly fromAll: number };
  /** How many answers of any content its sender sent within ten minutes. */
  readonly fromSender: number;
}

/** Why an answer is kept apart from the results, or null. It is never refused, and its sender is not told. */
export function suspicionOf(signs: Signs): Suspicion | null {
  return SUSPICIONS.find((reason) => SIGN_OF[reason](signs)) ?? null;
}

/** Whether so many like answers came without proof that the earlier ones, which had been let pass, are suspect too. */
export function isFlood(scope: keyof typeof MOST_ALIKE, alike: number): boolean {
  return alike > 2 * MOST_ALIKE[scope];
}

const SIGN_OF: Record<Suspicion, (signs: Signs) => boolean> = {
  HONEYPOT: ({ trapFilled }) => trapFilled,
  FAST: ({ secondsOnPage }) => secondsOnPage !== null && secondsOnPage < FASTEST_SECONDS,
  DUPLICATE: ({ hasSentence, duplicates }) => hasSentence && duplicates > MOST_DUPLICATES,
  BURST: ({ hasSentence, alike, fromSender }) =>
    fromSender > MOST_FROM_SENDER ||
    (!hasSentence && (alike.fromSender > MOST_ALIKE.fromSender || alike.fromAll > MOST_ALIKE.fromAll)),
};
