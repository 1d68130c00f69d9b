import { plus, tallyOf } from "@/lib/analysis/crosstab-tally";
import type { RatingPattern } from "@/lib/analysis/patterns";
import type { BatchedTally } from "@/lib/analysis/suppression";

/** Answers by value and batch, as the database counts them. */
export function batchedTallies(
  patterns: readonly (RatingPattern & { readonly value: string | null; readonly batch: number })[],
  items: number,
): BatchedTally[] {
  const kinds = new Map<string, BatchedTally>();
  for (const { value, batch, ...pattern } of patterns) {
    const [kind, own] = [JSON.stringify([value, batch]), tallyOf([pattern], items)];
    const before = kinds.get(kind);
    kinds.set(kind, { value, batch, tally: before ? plus(before.tally, own) : own });
  }
  return [...kinds.values()];
}
