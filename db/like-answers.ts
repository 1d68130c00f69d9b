import { type Placeholder, and, count, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { QualityFlag } from "@/lib/survey/quality-flag";
import type { Suspicion } from "@/lib/survey/response-status";
import { saltDayOf, tenMinutesOf } from "@/lib/survey/sender-window";
import { MOST_DUPLICATES } from "@/lib/survey/suspicion";
import type { Transaction } from "./client";
import { named, prepareSql } from "./pipeline";
import { senderTally } from "./schema/sender";
import { response } from "./schema/survey";
import { type Sender, addToTally } from "./senders";

/** Answers of one edition that say the same, by `likenessOf`. */
export interface LikeAnswers {
  readonly editionId: string;
  readonly likeness: string;
}

/** How many like answers came without proof, from their sender today and from everybody within ten minutes. */
export interface Alike {
  readonly fromSender: { readonly count: number; readonly passed: number };
  /** `passed` of `count` were let pass into the results. */
  readonly fromAll: { readonly count: number; readonly passed: number };
}

/** Lets like answers be weighed one after the other until the transaction ends, so that each knows those before it. */
export async function takeTurn(tx: Transaction, { editionId, likeness }: LikeAnswers): Promise<void> {
  await takingTurn(tx).execute({ like: `${editionId} ${likeness}` });
}

const takingTurn = named((tx) =>
  prepareSql(tx, "turn-of-like", sql`select pg_advisory_xact_lock(hashtextextended(${sql.placeholder("like")}, 0))`),
);

/** How many answers are like these; counting ends where the rest does not matter. */
export async function countLike(tx: Transaction, { editionId, likeness }: LikeAnswers): Promise<number> {
  const [row] = await countingLike(tx).execute({ editionId, likeness });
  return row?.count ?? 0;
}

const countingLike = named((tx) => {
  const like = { editionId: sql.placeholder("editionId"), likeness: sql.placeholder("likeness") };
  const enough = MOST_DUPLICATES + 1;
  const some = tx.select({ id: response.id }).from(response).where(isLike(like)).limit(enough).as("some");
  return tx.select({ count: count() }).from(some).prepare("count-like");
});

const BURST: QualityFlag = "burst";

/** What a response is set to that goes into quarantine; of a burst it keeps the flag, whatever becomes of its status. */
export function inQuarantine(reason: Suspicion) {
  const flags = sql`array_remove(${response.flags}, ${BURST}) || array[${BURST}]`;
  return { status: "quarantined" as const, statusReason: reason, ...(reason === "BURST" && { flags }) };
}

/** The flags of a response that proved to be none of a burst. */
export const withoutBurst = sql`array_remove(${response.flags}, ${BURST})`;

/**
 * Quarantines `most` of the valid answers like these, which ones cannot be known: first those that name no stakeholder
 * group, as programs do, and of these the newest day's. What a member of staff let count (a valid
 * answer with a reason) stays.
 */
export async function quarantineLike(tx: Transaction, like: LikeAnswers, reason: Suspicion, most = 2 ** 31 - 1) {
  const chosen = tx
    .select({ id: response.id })
    .from(response)
    .where(and(isLike(like), eq(response.status, "valid"), isNull(response.statusReason)))
    .orderBy(sql`${response.stakeholderGroup} is not null`, desc(response.id))
    .limit(most);
  await tx.update(response).set(inQuarantine(reason)).where(inArray(response.id, chosen));
}

/** Counts one more like answer without proof, and returns how many there are with it. */
export async function addAlike(tx: Transaction, like: LikeAnswers, sender: Sender, now: Date): Promise<Alike> {
  const { all, own } = keysOf(like, sender, now);
  return {
    fromAll: await addToTally(tx, all, tenMinutesOf(now).endsAt),
    fromSender: own === null ? { count: 0, passed: 0 } : await addToTally(tx, own, saltDayOf(now).endsAt),
  };
}

/** Notes that `more` like answers without proof are in the results; fewer than before where it is negative. */
export async function notePassed(tx: Transaction, like: LikeAnswers, sender: Sender, more: number, now: Date) {
  await tx
    .update(senderTally)
    .set({ passed: sql`greatest(0, ${senderTally.passed} + ${more})` })
    .where(isOfEither(keysOf(like, sender, now)))
    .prepare("note-passed")
    .execute();
}

/** Notes that one like answer was proven after all, and returns how many its sender has proven today. */
export async function noteProven(tx: Transaction, like: LikeAnswers, sender: Sender, now: Date): Promise<number> {
  const keys = keysOf(like, sender, now);
  const proven = await tx
    .update(senderTally)
    .set({ count: sql`greatest(0, ${senderTally.count} - 1)`, proven: sql`${senderTally.proven} + 1` })
    .where(isOfEither(keys))
    .returning({ key: senderTally.key, proven: senderTally.proven });
  return proven.find(({ key }) => key === keys.own)?.proven ?? 0;
}

const isLike = ({ editionId, likeness }: Readonly<Record<keyof LikeAnswers, string | Placeholder>>) =>
  and(eq(response.editionId, editionId), eq(response.likeness, likeness));

/** The tallies of like answers: everybody's, and the sender's own. */
function keysOf(like: LikeAnswers, { bucket, tallyKey }: Sender, now: Date) {
  const about = ["alike", like.editionId, like.likeness];
  const own = bucket === null ? null : tallyKey(...about, saltDayOf(now).name, bucket);
  return { all: tallyKey(...about, tenMinutesOf(now).name), own };
}

const isOfEither = ({ all, own }: ReturnType<typeof keysOf>) =>
  inArray(senderTally.key, own === null ? [all] : [all, own]);
