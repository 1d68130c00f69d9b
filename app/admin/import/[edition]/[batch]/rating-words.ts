import type { Edition } from "@/db/editions";
import { type CountedWord, countWords } from "@/db/import-cells";
import { type ImportMapping, MOST_WORDS, ratingPlaces, wordOf } from "@/lib/import/mapping";
import type { Staff } from "@/lib/staff";

/** The words in the rating columns of a file with how often they stand there, the most frequent first. */
export async function ratingWords(
  staff: Staff,
  edition: Edition,
  batchId: string,
  columns: ImportMapping["columns"],
): Promise<CountedWord[]> {
  const counts = new Map<string, number>();
  for (const { word, count } of await countWords(staff, batchId, ratingPlaces(edition, columns), 2 * MOST_WORDS))
    counts.set(wordOf(word), (counts.get(wordOf(word)) ?? 0) + count);
  // A full-width space is a word to the database, and a blank to us.
  counts.delete("");
  return [...counts].map(([word, count]) => ({ word, count })).slice(0, MOST_WORDS);
}
