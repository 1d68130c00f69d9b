import { and, eq } from "drizzle-orm";
import { isSealed } from "@/lib/survey/edition-life";
import { hasSentence } from "@/lib/survey/likeness";
import { idempotencyHash } from "@/lib/survey/receipt-code";
import type { ResponseContent } from "@/lib/survey/response";
import type { Suspicion } from "@/lib/survey/response-status";
import { MOST_PROVEN, type Signs, isFlood, suspicionOf } from "@/lib/survey/suspicion";
import { type Transaction, database } from "./client";
import type { Edition } from "./editions";
import {
  type Alike,
  type LikeAnswers,
  addAlike,
  countLike,
  inQuarantine,
  notePassed,
  noteProven,
  quarantineLike,
  takeTurn,
  withoutBurst,
} from "./like-answers";
import { together } from "./pipeline";
import { edition, response } from "./schema/survey";
import { type Sender, countAnswer, senderOf } from "./senders";

/** How an answer arrived: weighed when it is kept, and then forgotten but for the time that reading took. */
export interface Arrival extends Pick<Signs, "trapFilled" | "secondsOnPage"> {
  /** The sender's address as bin/client-network.ts gives it; null where it is not known. */
  readonly network: string | null;
  /** As `secondsOnPage`, of scripts as well: a draft that comes back has another page's key, and is not timed. */
  readonly readingSeconds: number | null;
}

/** The arrival of an answer of whose sending nothing is known. */
export const UNOBSERVED: Arrival = { network: null, trapFilled: false, secondsOnPage: null, readingSeconds: null };

/** What is known of a sender before its answer is kept, which is the last of its `answers` of these ten minutes. */
export interface CountedSender extends Sender {
  readonly answers: number;
}

/**
 * Counts an answer for its sender. Before the transaction: other answers of the sender would wait for its end, and in
 * a connection of its own within it everybody could wait for connections.
 */
export async function countedSender({ network }: Arrival, now: Date): Promise<CountedSender> {
  const sender = await senderOf(network, now);
  return { ...sender, answers: await countAnswer(sender, now) };
}

/** An answer just inserted, as valid. */
interface Inserted extends LikeAnswers {
  readonly id: string;
  readonly content: Pick<ResponseContent, "verbatims">;
}

/** Weighs an answer and quarantines it where it is suspicious; in a flood the earlier ones like it as well. */
export async function weigh(
  tx: Transaction,
  inserted: Inserted,
  arrival: Arrival,
  sender: CountedSender,
  now: Date,
): Promise<Suspicion | null> {
  const signs = { ...arrival, ...NO_OTHERS, hasSentence: hasSentence(inserted.content) };
  const reason = suspicionOf(signs);
  if (!reason) return weighLike(tx, inserted, { ...signs, fromSender: sender.answers }, sender, now);
  await quarantine(tx, inserted, reason);
  return reason;
}

/**
 * Lets an answer into the results that was in quarantine for a burst and has now brought its proof of work; too late for
 * an edition that was sealed meanwhile.
 */
export async function acceptProof(
  to: Pick<Edition, "id" | "slug">,
  content: ResponseContent,
  { network }: Arrival,
  now: Date,
): Promise<void> {
  const sender = await senderOf(network, now);
  const keyHash = idempotencyHash(to.slug, content.idempotencyKey);
  await database().transaction(async (tx) => {
    const [round] = await tx.select({ state: edition.state }).from(edition).where(eq(edition.id, to.id)).for("share");
    if (!round || isSealed(round)) return;
    const [found] = await selectAwaiting(tx, keyHash);
    if (!found?.likeness) return;
    const like = { editionId: to.id, likeness: found.likeness };
    await takeTurn(tx, like);
    // The same proof may have come twice at once, or the answer have been withdrawn meanwhile.
    const [awaiting] = await selectAwaiting(tx, keyHash).for("update");
    if (!awaiting || (await noteProven(tx, like, sender, now)) > MOST_PROVEN) return;
    await tx
      .update(response)
      .set({ status: "valid", statusReason: null, flags: withoutBurst })
      .where(eq(response.id, awaiting.id));
  });
}

/** Whether the answer of a key (by its hash) is in quarantine until it brings a proof of work. */
export async function awaitsProof(tx: Transaction, keyHash: string): Promise<boolean> {
  return (await selectAwaiting(tx, keyHash)).length > 0;
}

function selectAwaiting(tx: Transaction, keyHash: string) {
  const isInBurst = and(eq(response.status, "quarantined"), eq(response.statusReason, "BURST" satisfies Suspicion));
  return tx
    .select({ id: response.id, likeness: response.likeness })
    .from(response)
    .where(and(eq(response.idempotencyHash, keyHash), isInBurst));
}

const NO_OTHERS = { duplicates: 0, alike: { fromSender: 0, fromAll: 0 }, fromSender: 0 };

/** Weighs an answer by its sender's others and by those like it, which are many where a program sends them. */
async function weighLike(tx: Transaction, inserted: Inserted, signs: Signs, sender: CountedSender, now: Date) {
  if (signs.hasSentence) {
    const [, duplicates] = await together([takeTurn(tx, inserted), countLike(tx, inserted)]);
    const reason = suspicionOf({ ...signs, duplicates });
    if (reason === "DUPLICATE") await quarantineLike(tx, inserted, reason);
    else if (reason) await quarantine(tx, inserted, reason);
    return reason;
  }
  const [, tallies] = await together([takeTurn(tx, inserted), addAlike(tx, inserted, sender, now)]);
  const alike = { fromSender: tallies.fromSender.count, fromAll: tallies.fromAll.count };
  const reason = suspicionOf({ ...signs, alike });
  if (!reason) {
    await notePassed(tx, inserted, sender, 1, now);
    return null;
  }
  await quarantine(tx, inserted, reason);
  const passed = passedInFlood(tallies);
  if (passed > 0) {
    await quarantineLike(tx, inserted, reason, passed);
    await notePassed(tx, inserted, sender, -passed, now);
  }
  return reason;
}

/** How many of a flood were let pass at first. */
function passedInFlood({ fromSender, fromAll }: Alike): number {
  return Math.max(
    isFlood("fromSender", fromSender.count) ? fromSender.passed : 0,
    isFlood("fromAll", fromAll.count) ? fromAll.passed : 0,
  );
}

async function quarantine(tx: Transaction, { id }: Inserted, reason: Suspicion): Promise<void> {
  await tx.update(response).set(inQuarantine(reason)).where(eq(response.id, id));
}
