import { and, gt, isNull, lt, sql } from "drizzle-orm";
import type { Dimension, DimensionTally } from "@/lib/analysis/crosstab";
import { type Tally, minus } from "@/lib/analysis/crosstab-tally";
import { tallyIn } from "@/lib/analysis/patterns";
import { type Part, isNarrowed } from "@/lib/analysis/results-filter";
import type { BatchedTally } from "@/lib/analysis/suppression";
import type { Transaction } from "./client";
import { countPatterns } from "./pattern-counts";
import { response } from "./schema/survey";
import { viewerBatch } from "./schema/viewer";
import { validIn } from "./standing";

const COLUMNS = { group: response.stakeholderGroup, channel: response.channel, language: response.locale };

/** Of what a tally is made: a part of an edition's responses, and the tally of all its valid ones, asked for last. */
interface Tallied {
  readonly part: Part;
  readonly whole: () => Tally;
}

/**
 * The valid responses of a part of an edition by channel or language, within a snapshot; of everybody from an index of
 * the dimension alone, and the commonest value as what the others leave of the whole. By group: `groupTalliesIn` of
 * count-edition.ts.
 */
export async function selectDimensionTallies(
  tx: Transaction,
  editionId: string,
  by: Exclude<Dimension, "group">,
  { part, whole }: Tallied,
): Promise<DimensionTally[]> {
  const column = COLUMNS[by];
  const commonest = commonestOf(by);
  const others = isNarrowed(part) ? [undefined] : [lt(column, commonest), gt(column, commonest), isNull(column)];
  const [[common], ...rows] = await Promise.all([
    tx.execute<{ value: string }>(sql`select ${commonest} as value`),
    ...others.map((other) =>
      countPatterns(tx, { value: column }, sql`${response} where ${and(validIn(editionId, part), other)}`),
    ),
  ]);
  const all = whole();
  const tallies = rows.flat().map(({ value, text }) => ({ value, tally: tallyIn(text, all.items.length) }));
  const left = tallies.reduce((rest, { tally }) => minus(rest, tally), all);
  return left.n === 0 ? tallies : [...tallies, { value: common?.value ?? null, tally: left }];
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
    sql`${response} join ${viewerBatch} on ${viewerBatch.responseId} = ${response.id} where ${validIn(editionId)}`,
  );
  return rows.map(({ value, batch, text }) => ({ value, batch, tally: tallyIn(text, items) }));
}

/** What the statistics of the database have as the commonest value of a dimension; empty, as no value is, without them. */
const commonestOf = (by: Dimension) => sql<string>`coalesce((
  select (most_common_vals::text::text[])[1] from pg_stats
  where schemaname = current_schema() and tablename = 'response' and attname = ${COLUMNS[by].name}), '')`;
