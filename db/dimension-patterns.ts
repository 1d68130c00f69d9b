import { and, count, eq, sql } from "drizzle-orm";
import type { Dimension, DimensionPattern } from "@/lib/analysis/crosstab";
import { EVERYBODY, type Part } from "@/lib/analysis/results-filter";
import type { BatchedPattern } from "@/lib/analysis/suppression";
import type { Transaction } from "./client";
import { inPart } from "./part-condition";
import { patternCounts, readPatternCounts } from "./pattern-counts";
import { response } from "./schema/survey";
import { viewerBatch } from "./schema/viewer";

const COLUMNS = { group: response.stakeholderGroup, channel: response.channel, language: response.locale };

/**
 * The valid responses of a part of an edition by channel or language and by pattern of ratings, within a snapshot; of
 * everybody from an index of the dimension alone. By group: `groupPatternsIn` of count-edition.ts.
 */
export async function selectDimensionPatterns(
  tx: Transaction,
  editionId: string,
  by: Exclude<Dimension, "group">,
  part: Part = EVERYBODY,
): Promise<DimensionPattern[]> {
  const counted = tx
    .select({
      value: sql<string | null>`${COLUMNS[by]}`.as("value"),
      pattern: response.ratingPattern,
      n: count().as("n"),
    })
    .from(response)
    .where(and(isValid(editionId), inPart(part)))
    .groupBy(COLUMNS[by], response.ratingPattern)
    .as("counted");
  const rows = await tx.select({ value: counted.value, patterns: patternCounts }).from(counted).groupBy(counted.value);
  const patterns = readPatternCounts(rows.map((row) => row.patterns));
  return rows.flatMap(({ value }, place) => (patterns[place] ?? []).map((pattern) => ({ value, ...pattern })));
}

/** The same of those that viewers' figures include, by the batch that brought them in as well. */
export function selectBatchedPatterns(tx: Transaction, editionId: string, by: Dimension): Promise<BatchedPattern[]> {
  return tx
    .select({ value: COLUMNS[by], batch: viewerBatch.batch, ratings: response.ratings, count: count() })
    .from(response)
    .innerJoin(viewerBatch, eq(viewerBatch.responseId, response.id))
    .where(isValid(editionId))
    .groupBy(COLUMNS[by], viewerBatch.batch, response.ratings);
}

const isValid = (editionId: string) => and(eq(response.editionId, editionId), eq(response.status, "valid"));
