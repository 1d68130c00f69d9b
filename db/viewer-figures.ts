import { eq, sql } from "drizzle-orm";
import { DIMENSIONS } from "@/lib/analysis/crosstab";
import { tallyOf } from "@/lib/analysis/crosstab-tally";
import type { Published } from "@/lib/analysis/published";
import { EVERYBODY } from "@/lib/analysis/results-filter";
import { SMALLEST_CELL, cellsToPublish, mayPublish, nextBatchFrom, withNewest } from "@/lib/analysis/suppression";
import type { Staff } from "@/lib/staff";
import { dayIn } from "@/lib/survey/edition";
import { isSealed } from "@/lib/survey/edition-life";
import { type Instrument, openItemsOf, ratingItemsOf } from "@/lib/survey/instrument";
import { type Transaction, database } from "./client";
import { countVersions, countWords, countsOf, groupTalliesIn, publishedVersions, wholeForm } from "./count-edition";
import { selectBatchedTallies, selectDimensionTallies } from "./dimension-tallies";
import type { Edition } from "./editions";
import { isDuplicate, isOvertaken } from "./errors";
import { edition } from "./schema/survey";
import { viewerFigures } from "./schema/viewer";
import { selectUnsealings } from "./unsealings";

/** What viewers are shown of an edition, since which day, and the form it is about; null while that is nothing. */
export interface ShownFigures {
  readonly instrument: Instrument;
  readonly shown: {
    readonly figures: Published;
    readonly shownOn: string;
    /** The edition is sealed, and its sealed figures may not be shown beside those that were. */
    readonly isBehindSeal: boolean;
  } | null;
}

/**
 * What viewers are shown of an edition. Whoever looks when enough new answers have come makes the next batch, by the
 * rules of lib/analysis/suppression.ts; of two who look at once, the second is shown what the first one made. `k` is
 * the least number of answers that a figure rests on.
 */
export async function readShownFigures(
  _staff: Staff,
  of: Pick<Edition, "id">,
  k: number,
  now: Date,
): Promise<ShownFigures> {
  const read = (mayMake: boolean) =>
    database().transaction(
      async (tx) => {
        const versions = await countVersions(tx, of.id, await publishedVersions(tx, of.id));
        const instrument = wholeForm(versions);
        const [before] = await tx
          .select({ figures: viewerFigures.figures, shownOn: viewerFigures.shownOn })
          .from(viewerFigures)
          .where(eq(viewerFigures.editionId, of.id));
        const round = await readRound(tx, of.id);
        const making = { ...round, before: before?.figures ?? null, versions, k, now };
        const shown = (mayMake ? await makeBatch(tx, of.id, making) : null) ?? before;
        return { instrument, shown: shown ? { ...shown, isBehindSeal: round.seal > shown.figures.seal } : null };
      },
      { isolationLevel: "repeatable read" },
    );
  return read(true).catch((error: unknown) => {
    if (isOvertaken(error) || isDuplicate(error)) return read(false);
    throw error;
  });
}

/** An edition's time zone, and which of its seals is whole; 0 for none. */
interface Round {
  readonly timeZone: string;
  readonly seal: number;
}

async function readRound(tx: Transaction, editionId: string): Promise<Round> {
  const [round] = await tx
    .select({ state: edition.state, timeZone: edition.timeZone })
    .from(edition)
    .where(eq(edition.id, editionId));
  if (!round) throw new Error(`no edition ${editionId}`);
  const seal = isSealed(round) ? (await selectUnsealings(tx, editionId)).length + 1 : 0;
  return { timeZone: round.timeZone, seal };
}

interface Making extends Round {
  readonly before: Published | null;
  readonly versions: Awaited<ReturnType<typeof countVersions>>;
  readonly k: number;
  readonly now: Date;
}

/** Makes the next batch where there may be one; within a snapshot that sees no answer that comes meanwhile. */
async function makeBatch(tx: Transaction, editionId: string, { before, versions, timeZone, seal, ...rules }: Making) {
  const k = Math.max(rules.k, SMALLEST_CELL);
  const valid = versions.reduce((sum, version) => sum + version.valid, 0);
  if (valid < nextBatchFrom(before, k) && seal <= (before?.seal ?? 0)) return null;
  const earlier = before ? [...(before.earlier ?? []), before.total] : [];
  const whole = { ...(await countWhole(tx, editionId, versions)), seal, earlier };
  if (!mayPublish(before, whole, k)) return null;
  // An autovacuum that meets a batch not yet committed notes pages without rows: then Postgres would read a million rows
  // once for each of a round's answers.
  await tx.execute(sql`select set_config('enable_nestloop', 'off', true)`);
  const batch = (before?.batch ?? 0) + 1;
  const items = whole.total.items.length;
  const cells = {
    group: before?.cells.group ?? [],
    channel: before?.cells.channel ?? [],
    language: before?.cells.language ?? [],
  };
  for (const by of DIMENSIONS) {
    const everybody =
      by === "group"
        ? groupTalliesIn(versions, items)
        : await selectDimensionTallies(tx, editionId, by, { part: EVERYBODY, whole: () => whole.total });
    const tallies = withNewest(everybody, before ? await selectBatchedTallies(tx, editionId, by, items) : [], batch);
    cells[by] = [...cellsToPublish(by, cells[by], { ...whole, batch }, tallies, k)];
  }
  await keepBatch(tx, editionId, batch);
  const row = { figures: { ...whole, batch, cells }, shownOn: dayIn(timeZone, rules.now) };
  await tx
    .insert(viewerFigures)
    .values({ editionId, ...row })
    .onConflictDoUpdate({ target: viewerFigures.editionId, set: row });
  return row;
}

/**
 * Notes every valid answer that is in no batch yet as one of this batch. Valid are all but those set aside, and both are in
 * indexes in the order of keys: a million rows come and go in that order several times faster than in any other.
 */
async function keepBatch(tx: Transaction, editionId: string, batch: number): Promise<void> {
  await tx.execute(sql`
    insert into viewer_batch (response_id, batch)
    select r.id, ${batch}::int from response r
    where r.edition_id = ${editionId}
      and not exists (select from response s where s.id = r.id and s.edition_id = ${editionId} and s.status <> 'valid')
      and not exists (select from viewer_batch b where b.response_id = r.id)
    order by r.id`);
}

async function countWhole(tx: Transaction, editionId: string, versions: Making["versions"]) {
  const form = wholeForm(versions);
  const { patterns, received, verbatims, notAsked } = countsOf(versions, await countWords(tx, editionId));
  const total = tallyOf(patterns, ratingItemsOf(form).length);
  const open = openItemsOf(form).map(({ key }) => {
    const answered = verbatims[key] ?? 0;
    return [key, [answered, total.n - (notAsked?.[key] ?? 0) - answered]] as const;
  });
  return { total, received, open: Object.fromEntries(open) };
}
