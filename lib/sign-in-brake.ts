/**
 * Whose wrong guesses are counted: those at one account from one sender, those at one account from everywhere, those of
 * one sender at any account, and those at one account from a browser that signed in to it before.
 */
export type BrakeKind = "account-here" | "account" | "sender" | "device";

/**
 * So many wrong guesses cost nothing: a person tries their three passwords with and without capitals. A whole office
 * may share one sender, and an account is everybody's to guess at.
 */
const FREE: Readonly<Record<BrakeKind, number>> = { "account-here": 5, account: 20, sender: 30, device: 5 };

const SECOND = 1000;
const FIRST_WAIT = 30 * SECOND;
/** No wait is longer: at four guesses an hour nobody finds a password, and nobody is kept out for good. */
const LONGEST_WAIT = 15 * 60 * SECOND;

/** After so long without a wrong guess, the count starts anew. */
export const GUESSES_FORGOTTEN_MS = 24 * 60 * 60 * SECOND;

/** How long the next guess waits after so many wrong ones: not at all at first, then twice as long each time. */
export function waitAfter(kind: BrakeKind, wrong: number): number {
  const over = wrong - FREE[kind];
  return over < 0 ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** over);
}
