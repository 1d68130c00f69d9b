import { eq, sql } from "drizzle-orm";
import type { Dimension, DimensionTally } from "@/lib/analysis/crosstab";
import { type Tally, minus } from "@/lib/analysis/crosstab-tally";
import { tallyIn } from "@/lib/analysis/patterns";
import { type Part, isNarrowed } from "@/lib/analysis/results-filter";
import type { BatchedTally } from "@/lib/analysis/suppression";
import { LOCALES } from "@/lib/locale";
import type { Transaction } from "./client";
import { countPatterns, countPatternsOfEach } from "./pattern-counts";
import { channel } from "./schema/channel";
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
  if (isNarrowed(part)) {
    const rows = await countPatterns(tx, { value: COLUMNS[by] }, sql`${response} where ${validIn(editionId, part)}`);
    const { items } = whole();
    return rows.map(({ value, text }) => ({ value, tally: tallyIn(text, items.length) }));
  }
  const [commonest, ...others] = await valuesOf(tx, editionId, by);
  const rows = await countPatternsOfEach(tx, COLUMNS[by], others, validIn(editionId));
  const all = whole();
  const tallies = rows.map(({ value, text }) => ({ value, tally: tallyIn(text, all.items.length) }));
  const left = tallies.reduce((rest, { tally }) => minus(rest, tally), all);
  return left.n === 0 ? tallies : [...tallies, { value: commonest ?? null, tally: left }];
}

/** Every value that responses of an edition may have, null for none; first the commonest by the database's statistics. */
async function valuesOf(tx: Transaction, editionId: string, by: Exclude<Dimension, "group">) {
  const [[statistics], channels] = await Promise.all([
    tx.execute<{ commonest: string | null }>(sql`
      select case when null_frac < most_common_freqs[1] then (most_common_vals::text::text[])[1] end as commonest
      from pg_stats
      where schemaname = current_schema() and tablename = 'response' and attname = ${COLUMNS[by].name}`),
    by === "channel"
      ? tx.select({ code: channel.code }).from(channel).where(eq(channel.editionId, editionId))
      : Promise.resolve([]),
  ]);
  const values = by === "channel" ? [...channels.map(({ code }) => code), null] : [...LOCALES];
  const isCommonest = (value: string | null) => value === statistics?.commonest;
  return values.toSorted((one, other) => Number(isCommonest(other)) - Number(isCommonest(one)));
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
