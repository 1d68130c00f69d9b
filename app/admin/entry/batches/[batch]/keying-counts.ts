import type { TypedSheet } from "@/db/entry-batches";

/** Whether the two keyings of a sheet differ and nobody has resolved it. */
export function isOpen(second: TypedSheet["second"]): boolean {
  return second !== null && second.differing.length > 0 && second.resolvedByName === null;
}

/** How many of a batch's typed sheets (`m`) were keyed twice (`n`), and what came of it. */
export function keyingCounts(sheets: readonly TypedSheet[]) {
  const keyed = sheets.flatMap(({ second }) => (second ? [second] : []));
  return {
    n: keyed.length,
    m: sheets.length,
    agreed: keyed.filter(({ differing }) => differing.length === 0).length,
    resolved: keyed.filter(({ resolvedByName }) => resolvedByName !== null).length,
    open: keyed.filter(isOpen).length,
  };
}

/** The sheets as the rules of second keying see them. */
export const keyedSheets = (sheets: readonly TypedSheet[]) =>
  sheets.map(({ sheet, enteredBy, second }) => ({ sheet, enteredBy, secondBy: second?.by ?? null }));
