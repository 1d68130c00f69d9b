import { eq, sql } from "drizzle-orm";
import { availabilityOf, dayIn } from "@/lib/survey/edition";
import { isSealed } from "@/lib/survey/edition-life";
import { receiptCodeOf, receiptHash } from "@/lib/survey/receipt-code";
import type { ResponseContent } from "@/lib/survey/response";
import { recordAct } from "./audit";
import { type Transaction, database } from "./client";
import type { Edition } from "./editions";
import { asStorageError } from "./errors";
import { replaceOptionalAnswers } from "./optional-answers";
import { noteRepeated, sentencesOf } from "./repeated-texts";
import { type Answers, replaceAnswers } from "./replace-answers";
import { exclusion } from "./schema/exclusion";
import { secondKeying } from "./schema/second-keying";
import { contact, edition, response, verbatim } from "./schema/survey";

/** What became of a correction; `closed` is every edition that takes no answers now. */
export type CorrectionOutcome = "corrected" | "closed" | "withdrawn" | "unknown";

/** What became of a withdrawal; withdrawing twice is the same as once. */
export type WithdrawalOutcome = "withdrawn" | "unknown";

/**
 * Puts new answers in the place of those of a receipt code (in its canonical form), in one transaction, while the
 * edition is open. The response keeps its receipt, its instrument and the day it came; the day of the change is noted.
 * Throws a `StorageError` when the database cannot keep it.
 */
export async function correctResponse(receiptCode: string, answers: Answers, now: Date): Promise<CorrectionOutcome> {
  return asStorageError("correct a response", () =>
    database().transaction(async (tx) => {
      const stored = await lockResponse(tx, receiptCode);
      return stored ? correct(tx, stored, answers, now) : "unknown";
    }),
  );
}

/**
 * The same key came again with other answers to `to`: whoever holds it made the first ones, so these take their place.
 * A contact that is not sent again stays, since no draft holds one. What answers another version of the form, with
 * other questions, changes nothing (`other-version`).
 */
export async function correctByKey(
  to: Pick<Edition, "slug" | "instrumentId">,
  content: ResponseContent,
  now: Date,
): Promise<CorrectionOutcome | "other-version"> {
  return asStorageError("correct a response by its key", () =>
    database().transaction(async (tx) => {
      const stored = await lockResponse(tx, receiptCodeOf(to.slug, content.idempotencyKey));
      if (!stored) return "unknown";
      if (stored.instrumentId !== to.instrumentId) return "other-version";
      const [kept] = await tx.select({ value: contact.value }).from(contact).where(eq(contact.responseId, stored.id));
      return correct(tx, stored, { ...content, contact: content.contact ?? kept?.value ?? null }, now);
    }),
  );
}

async function correct(
  tx: Transaction,
  stored: LockedResponse,
  answers: Answers,
  now: Date,
): Promise<CorrectionOutcome> {
  if (stored.status === "withdrawn") return "withdrawn";
  if (availabilityOf(stored, now) !== "open") return "closed";
  const changedOn = dayIn(stored.timeZone, now);
  await replaceAnswers(tx, stored.id, answers, { changedOn, isWeighed: true });
  return "corrected";
}

/**
 * Takes back the response of a receipt code, in one transaction: every text, rating and choice is deleted; a row without
 * answers stays, so that the receipt can say what happened and the same key can't bring the answer back. Also from a
 * sealed edition, where the database itself asks for the code (docs/architecture.md) and the row says so.
 */
export async function withdrawResponse(receiptCode: string, now: Date): Promise<WithdrawalOutcome> {
  return asStorageError("withdraw a response", () =>
    database().transaction(async (tx) => {
      const stored = await lockResponse(tx, receiptCode);
      if (!stored) return "unknown";
      if (stored.status === "withdrawn") return "withdrawn";
      const changedOn = dayIn(stored.timeZone, now);
      const sealed = isSealed(stored);
      if (sealed) await tx.execute(sql`select set_config('report_feedback.receipt_code', ${receiptCode}, true)`);
      await tx.delete(exclusion).where(eq(exclusion.responseId, stored.id));
      await tx.delete(secondKeying).where(eq(secondKeying.responseId, stored.id));
      const gone = sealed ? [] : await sentencesOf(tx, stored.id);
      await tx.delete(verbatim).where(eq(verbatim.responseId, stored.id));
      await replaceOptionalAnswers(tx, stored.id, changedOn, { topics: [], contact: null });
      await tx
        .update(response)
        .set({
          status: "withdrawn",
          statusReason: sealed ? "WITHDRAWN_SEALED" : "WITHDRAWN",
          changedOn,
          ratings: stored.ratings.map(() => null),
          stakeholderGroup: null,
          quoteConsent: null,
          channel: null,
          likeness: null,
          readingSeconds: null,
          flags: [],
        })
        .where(eq(response.id, stored.id));
      // Of a sealed edition no other answer changes.
      if (gone.length > 0) await noteRepeated(tx, [], gone);
      if (sealed) await recordAct(tx, null, { act: "response.withdrawn-sealed", subject: stored.slug });
      return "withdrawn";
    }),
  );
}

/**
 * Takes back the consent to use a contact: the contact of a receipt code is deleted, the answer stays. Possible at any
 * time, and twice is the same as once.
 */
export async function withdrawContact(receiptCode: string): Promise<WithdrawalOutcome> {
  return asStorageError("withdraw a contact", () =>
    database().transaction(async (tx) => {
      const stored = await lockResponse(tx, receiptCode);
      if (!stored) return "unknown";
      await tx.delete(contact).where(eq(contact.responseId, stored.id));
      return "withdrawn";
    }),
  );
}

type LockedResponse = NonNullable<Awaited<ReturnType<typeof lockResponse>>>;

/** The response of a receipt code with its edition's state, locked against a change beside ours and against closing. */
async function lockResponse(tx: Transaction, receiptCode: string) {
  const [found] = await tx
    .select({ id: response.id, editionId: response.editionId })
    .from(response)
    .where(eq(response.receiptHash, receiptHash(receiptCode)));
  if (!found) return null;
  // The edition first, as when an answer is kept: two orders of locking could wait for each other.
  const [round] = await tx
    .select({
      slug: edition.slug,
      state: edition.state,
      opensAt: edition.opensAt,
      closesAt: edition.closesAt,
      timeZone: edition.timeZone,
    })
    .from(edition)
    .where(eq(edition.id, found.editionId))
    .for("share");
  const [row] = await tx
    .select({
      id: response.id,
      instrumentId: response.instrumentId,
      status: response.status,
      ratings: response.ratings,
    })
    .from(response)
    .where(eq(response.id, found.id))
    .for("update");
  return round && row ? { ...round, ...row } : null;
}
