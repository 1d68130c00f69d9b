import { and, eq, sql } from "drizzle-orm";
import type { Dimension, DimensionTally } from "@/lib/analysis/crosstab";
import type { Part } from "@/lib/analysis/results-filter";
import type { BatchedTally } from "@/lib/analysis/suppression";
import type { Transaction } from "./client";
import { inPart } from "./part-condition";
import { countPatterns, tallyIn } from "./pattern-counts";
import { response } from "./schema/survey";
import { viewerBatch } from "./schema/viewer";

const COLUMNS = { group: response.stakeholderGroup, channel: response.channel, language: response.locale };

/** Of what a tally is made: a part of an edition's responses, with so many rating items. */
interface Tallied {
  readonly part: Part;
  readonly items: number;
}

/**
 * The valid responses of a part of an edition by channel or language, within a snapshot; of everybody from an index of
 * the dimension alone. By group: `groupTalliesIn` of count-edition.ts.
 */
export async function selectDimensionTallies(
  tx: Transaction,
  editionId: string,
  by: Exclude<Dimension, "group">,
  { part, items }: Tallied,
): Promise<DimensionTally[]> {
  const of = sql`${response} where ${and(isValid(editionId), inPart(part))}`;
  const rows = await countPatterns(tx, { value: COLUMNS[by] }, of);
  return rows.map(({ value, text }) => ({ value, tally: tallyIn(text, items) }));
}

/** Those that viewers' figures include, by dimension and batch; of a million without an object for each pattern. */
export async function selectBatchedTallies(
  tx: Transaction,
  editionId: string,
  by: Dimension,
  items: number,
): Promise<BatchedTally[]> {
  const rows = await countPatterns(
    tx,
    { value: COLUMNS[by], batch: viewerBatch.batch },
    sql`${response} join ${viewerBatch} on ${viewerBatch.responseId} = ${response.id} where ${isValid(editionId)}`,
  );
  return rows.map(({ value, batch, text }) => ({ value, batch, tally: tallyIn(text, items) }));
}

const isValid = (editionId: string) => and(eq(response.editionId, editionId), eq(response.status, "valid"));
