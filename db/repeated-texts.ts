import { type SQL, and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { QualityFlag } from "@/lib/survey/quality-flag";
import type { Transaction } from "./client";
import { prepareSql, together } from "./pipeline";
import { response, verbatim } from "./schema/survey";

const REPEATED: QualityFlag = "repeated-text";

/** The sentences of a response: what `noteRepeated` is to be told of before they go. */
export async function sentencesOf(tx: Transaction, responseId: string): Promise<string[]> {
  const rows = await tx
    .select({ sentence: verbatim.sentence })
    .from(verbatim)
    .where(and(eq(verbatim.responseId, responseId), isNotNull(verbatim.sentence)));
  return rows.flatMap(({ sentence }) => sentence ?? []);
}

/**
 * Flags responses that hold a sentence which another one of their edition holds, and the other one; and takes the flag
 * from whoever is left alone with one of the sentences that are `gone`. To be called last in a transaction: it waits for
 * those who note the same sentence, and they for nobody, since a response that is locked is passed over.
 */
export async function noteRepeated(
  tx: Transaction,
  ids: readonly string[],
  gone: readonly string[] = [],
): Promise<void> {
  const isOwn = ids.length > 0 ? inArray(verbatim.responseId, [...ids]) : sql`false`;
  const left = sql`jsonb_array_elements_text(${JSON.stringify(gone)}::jsonb)`;
  // In one order for everybody, so that nobody waits in a ring.
  const turns = sql`
    select pg_advisory_xact_lock(hashtextextended(sentence, 0)) from (
      select sentence from ${verbatim} where ${isOwn} and sentence is not null union select * from ${left}
      order by sentence) said`;
  await together([
    prepareSql(tx, "turns-of-sentences", turns).execute(),
    ids.length > 0 ? markRepeated(tx, ids) : null,
    gone.length > 0 ? unmarkAlone(tx, left) : null,
  ]);
}

/** The same for a file's responses, at most 500, which waits for nobody: who sends the sentence just now may be missed. */
export async function markRepeated(tx: Transaction, ids: readonly string[]): Promise<void> {
  const isOwn = inArray(verbatim.responseId, [...ids]);
  // Of more holders than these and one, two were there before, and are flagged already.
  const mark = sql`
    with pairs as (
      select said.response_id as own, other.response_id as other from ${verbatim} said cross join lateral (
        select o.response_id from ${verbatim} o
        where o.sentence = said.sentence and o.response_id <> said.response_id
        order by o.response_id limit ${ids.length + 1}) other
      where said.sentence is not null and said.response_id in (select response_id from ${verbatim} where ${isOwn})),
    free as (
      select id from ${response} where id in (select own from pairs union select other from pairs)
        and not flags @> array[${REPEATED}] for update skip locked)
    update ${response} set flags = flags || array[${REPEATED}] from free where ${response.id} = free.id`;
  await (ids.length === 1 ? prepareSql(tx, "mark-repeated", mark).execute() : tx.execute(mark));
}

async function unmarkAlone(tx: Transaction, gone: SQL): Promise<void> {
  await tx.execute(sql`
    with free as (
      select r.id from ${response} r where r.flags @> array[${REPEATED}] and r.id in (
        select holder.response_id from ${gone} as gone(sentence) cross join lateral (
          select o.response_id from ${verbatim} o where o.sentence = gone.sentence limit 2) holder)
      and not exists (
        select from ${verbatim} v join ${verbatim} o on o.sentence = v.sentence and o.response_id <> v.response_id
        where v.response_id = r.id)
      for update skip locked)
    update ${response} set flags = array_remove(flags, ${REPEATED}) from free where ${response.id} = free.id`);
}
