import { and, count, eq } from "drizzle-orm";
import type { Dimension, DimensionPattern } from "@/lib/analysis/crosstab";
import type { BatchedPattern } from "@/lib/analysis/suppression";
import type { Transaction } from "./client";
import { response } from "./schema/survey";
import { viewerBatch } from "./schema/viewer";

const COLUMNS = { group: response.stakeholderGroup, channel: response.channel, language: response.locale };

/** The valid responses of an edition by what they have in a dimension and by pattern of ratings, within a snapshot. */
export function selectDimensionPatterns(
  tx: Transaction,
  editionId: string,
  by: Dimension,
): Promise<DimensionPattern[]> {
  return tx
    .select({ value: COLUMNS[by], ratings: response.ratings, count: count() })
    .from(response)
    .where(isValid(editionId))
    .groupBy(COLUMNS[by], response.ratings);
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
