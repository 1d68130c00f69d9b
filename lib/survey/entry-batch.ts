/** The longest name of a batch, in characters: it stands in a table's first column. */
export const LONGEST_BATCH_NAME = 40;

/** More sheets than anybody counts by hand into one stack. */
export const MOST_SHEETS = 2000;

/** The longest reason for finishing a batch whose total does not match, in characters. */
export const LONGEST_FINISH_REASON = 200;

/** How many sheets a batch has by the count of the stack, and how many of them were typed. */
export interface BatchTotals {
  readonly expected: number;
  readonly typed: number;
}

/** How a batch's total stands to the stack: `n` sheets too few or too many, 0 where they match. */
export type BatchBalance = { readonly kind: "matches" | "missing" | "over"; readonly n: number };

/** How many sheets are missing or too many. */
export function balanceOf({ expected, typed }: BatchTotals): BatchBalance {
  if (typed === expected) return { kind: "matches", n: 0 };
  return typed < expected ? { kind: "missing", n: expected - typed } : { kind: "over", n: typed - expected };
}

/** The sheets of a stack that were not typed, in order. */
export function missingSheets(taken: readonly number[], expected: number): number[] {
  const typed = new Set(taken);
  return Array.from({ length: expected }, (_, place) => place + 1).filter((sheet) => !typed.has(sheet));
}

/**
 * The sheet to type next: the first one behind `after` that is not `taken`; at the end of the stack the first that was
 * left out, and where none was, one more than there should be.
 */
export function nextSheet(taken: readonly number[], expected: number, after = 0): number {
  const free = missingSheets(taken, expected);
  return free.find((sheet) => sheet > after) ?? free[0] ?? Math.max(expected, ...taken) + 1;
}

/** Reads a number of sheets, or the number of one, as it was typed, full-width digits too; null for anything else. */
export function readSheetNumber(sent: unknown): number | null {
  if (typeof sent !== "string") return null;
  const digits = sent.normalize("NFKC").trim();
  const number = /^\d{1,4}$/.test(digits) ? Number(digits) : 0;
  return number >= 1 && number <= MOST_SHEETS ? number : null;
}
