import { type SQL, and, eq, sql } from "drizzle-orm";
import type { AuditedState } from "@/lib/audit";
import { type Result, fail, ok } from "@/lib/result";
import type { Staff } from "@/lib/staff";
import type { Channel } from "@/lib/survey/channel";
import { recordAct } from "./audit";
import { type Transaction, database } from "./client";
import type { Edition } from "./editions";
import { isDuplicate, isSealRefusal } from "./errors";
import { channel } from "./schema/channel";
import { entryBatch } from "./schema/entry-batch";
import { edition, response } from "./schema/survey";

type Of = Pick<Edition, "id" | "slug">;

/** A channel with the count of its changes: the state that a change is made from. */
export interface RevisedChannel extends Channel {
  readonly revision: number;
}

/**
 * Why a channel was left as it is: its code is another's or has answers, somebody changed or deleted it meanwhile, or
 * its edition is sealed.
 */
export type ChannelRefusal = "code-taken" | "has-answers" | "changed-meanwhile" | "gone" | "sealed";

/** An edition's channels as JSON, for a query of editions. */
export const channelsInEdition: SQL<Channel[]> = sql<Channel[]>`(
  select coalesce(json_agg(json_build_object('code', ${channel.code}, 'name', ${channel.name}, 'kind', ${channel.kind},
    'group', ${channel.stakeholderGroup}, 'retired', ${channel.retired})), '[]')
  from ${channel} where ${channel.editionId} = ${edition.id})`;

/** Gives an edition channels, within the transaction that makes it; those whose codes it has already stay as they are. */
export async function insertChannels(
  tx: Pick<Transaction, "insert">,
  editionId: string,
  channels: readonly Channel[],
): Promise<void> {
  if (channels.length === 0) return;
  await tx
    .insert(channel)
    .values(channels.map((one) => ({ editionId, ...rowOf(one) })))
    .onConflictDoNothing();
}

/** The channel of a code with its revision, or null. */
export async function findRevisedChannel(_staff: Staff, of: Of, code: string): Promise<RevisedChannel | null> {
  const [row] = await database().select().from(channel).where(isChannel(of, code));
  return row ? fromRow(row) : null;
}

/** Adds a channel to an edition. */
export async function addChannel(staff: Staff, to: Of, added: Channel): Promise<Result<void, ChannelRefusal>> {
  return unlessRefused(async (tx) => {
    const values = { editionId: to.id, ...rowOf(added) };
    const inserted = await tx.insert(channel).values(values).onConflictDoNothing().returning({ code: channel.code });
    if (inserted.length === 0) return fail("code-taken");
    await recordAct(tx, staff, { act: "channel.added", subject: subjectOf(to, added), after: auditedState(added) });
    return ok(undefined);
  });
}

/** Makes the channel of a code, as it was at `revision`, what is given. Its code may change while it has no answers. */
export async function changeChannel(
  staff: Staff,
  of: Of,
  { code, revision }: Pick<RevisedChannel, "code" | "revision">,
  to: Channel,
): Promise<Result<void, ChannelRefusal>> {
  return unlessRefused(async (tx) => {
    const before = await lockChannel(tx, of, code, revision);
    if (!before.ok) return before;
    if (to.code !== code && (await hasAnswers(tx, of, code))) return fail("has-answers");
    await tx
      .update(channel)
      .set({ ...rowOf(to), revision: revision + 1 })
      .where(isChannel(of, code));
    const states = { before: auditedState(before.value), after: auditedState(to) };
    await recordAct(tx, staff, { act: "channel.changed", subject: subjectOf(of, { code }), ...states });
    return ok(undefined);
  });
}

/** Deletes a channel that no answer came by. */
export async function deleteChannel(
  staff: Staff,
  of: Of,
  { code, revision }: Pick<RevisedChannel, "code" | "revision">,
): Promise<Result<void, ChannelRefusal>> {
  return unlessRefused(async (tx) => {
    const before = await lockChannel(tx, of, code, revision);
    if (!before.ok) return before;
    if (await hasAnswers(tx, of, code)) return fail("has-answers");
    await tx.delete(channel).where(isChannel(of, code));
    const state = auditedState(before.value);
    await recordAct(tx, staff, { act: "channel.deleted", subject: subjectOf(of, { code }), before: state });
    return ok(undefined);
  });
}

/** Runs a change in a transaction; a sealed edition refuses it (db/migrations), and so does the key of channels. */
async function unlessRefused(
  change: (tx: Transaction) => Promise<Result<void, ChannelRefusal>>,
): Promise<Result<void, ChannelRefusal>> {
  try {
    return await database().transaction(change);
  } catch (error) {
    if (isSealRefusal(error)) return fail("sealed");
    if (isDuplicate(error)) return fail("code-taken");
    throw error;
  }
}

/** Holds a channel until the transaction ends: answers by it wait, so that there are none but those that are seen. */
async function lockChannel(
  tx: Transaction,
  of: Of,
  code: string,
  revision: number,
): Promise<Result<Channel, ChannelRefusal>> {
  const [row] = await tx.select().from(channel).where(isChannel(of, code)).for("update");
  if (!row) return fail("gone");
  return row.revision === revision ? ok(fromRow(row)) : fail("changed-meanwhile");
}

/** Whether answers came by a channel, or are to be typed from a batch of it. */
async function hasAnswers(tx: Transaction, of: Of, code: string): Promise<boolean> {
  const answers = tx.select({ id: response.id }).from(response);
  const batches = tx.select({ id: entryBatch.id }).from(entryBatch);
  const found = await answers
    .where(and(eq(response.editionId, of.id), eq(response.channel, code)))
    .union(batches.where(and(eq(entryBatch.editionId, of.id), eq(entryBatch.channel, code))))
    .limit(1);
  return found.length > 0;
}

const isChannel = (of: Of, code: string) => and(eq(channel.editionId, of.id), eq(channel.code, code));
const subjectOf = (of: Of, { code }: Pick<Channel, "code">) => `${of.slug}/${code}`;

function rowOf({ code, name, kind, group, retired }: Channel) {
  return { code, name, kind, stakeholderGroup: group, retired };
}

function fromRow({ stakeholderGroup, editionId: _of, ...row }: typeof channel.$inferSelect): RevisedChannel {
  return { ...row, group: stakeholderGroup };
}

function auditedState({ name, ...state }: Channel & { revision?: number }): AuditedState {
  const { revision: _revision, ...said } = state;
  return { ...said, nameZh: name["zh-CN"], nameEn: name.en };
}
