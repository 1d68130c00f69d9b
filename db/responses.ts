import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Locale } from "@/lib/locale";
import { availabilityOf, dayIn } from "@/lib/survey/edition";
import { hasSentence, likenessOf } from "@/lib/survey/likeness";
import { idempotencyHash, receiptCodeOf, receiptHash } from "@/lib/survey/receipt-code";
import { responseId } from "@/lib/survey/response-id";
import type { OptionalAnswers } from "@/lib/survey/optional-answers";
import type { ResponseContent } from "@/lib/survey/response";
import type { Rating } from "@/lib/survey/scale";
import { answerColumns } from "./answer-columns";
import { type Transaction, database } from "./client";
import { asStorageError } from "./errors";
import type { Edition } from "./editions";
import { inListOrder, sameOptionalAnswers } from "./optional-answers";
import { named, prepareSql, together } from "./pipeline";
import { noteRepeated } from "./repeated-texts";
import { insertBareRows, insertWords } from "./response-rows";
import { contact, edition, instrument, response } from "./schema/survey";
import { UNOBSERVED, awaitsProof, countedSender, weigh } from "./suspicions";

/**
 * What became of a submission. `changed`: its key had come before with other answers, and those first ones stand.
 * `standing` is for the operator's figures and told nobody else: `repeated`, when its key had come before.
 * `burst`: it is kept apart as one of a burst, until a proof of work comes (`acceptProof`).
 */
export type InsertOutcome =
  | {
      kind: "kept";
      receiptCode: string;
      changed: boolean;
      standing: "valid" | "quarantined" | "repeated";
      burst?: boolean;
    }
  | { kind: "closed" }
  | { kind: "not-yet-open" };

/** A response as the holder of its receipt code reads it; `instrumentVersion` is what it answered. */
export interface ReceiptResponse extends OptionalAnswers {
  readonly editionSlug: string;
  readonly instrumentVersion: number;
  readonly receivedOn: string;
  readonly changedOn: string | null;
  readonly isWithdrawn: boolean;
  readonly ratings: readonly Rating[];
  readonly verbatims: Readonly<Record<string, string>>;
}

/**
 * Keeps a response, in one transaction. The same key always gives the same receipt and one row, also when it comes many
 * times at once, and also after the edition closed. `locale` is the page's; `now` decides the day and the field period.
 * A suspicious `arrival` is kept as well, in quarantine. Throws a `StorageError` when the database cannot keep it.
 */
export async function insertResponse(
  to: Edition,
  content: ResponseContent,
  locale: Locale,
  now: Date,
  arrival = UNOBSERVED,
): Promise<InsertOutcome> {
  const receiptCode = receiptCodeOf(to.slug, content.idempotencyKey);
  const key = idempotencyHash(to.slug, content.idempotencyKey);
  return asStorageError("keep a response", async () => {
    const sender = await countedSender(arrival, now);
    return database().transaction(async (tx): Promise<InsertOutcome> => {
      const [, availability] = await together([limitPatience(tx), lockAvailability(tx, to.id, now)]);
      if (availability === "open") {
        const receivedOn = dayIn(to.timeZone, now);
        const id = responseId(receivedOn, randomBytes(10));
        const likeness = likenessOf(content);
        const row = {
          id,
          key: content.idempotencyKey,
          content,
          receivedOn,
          locale,
          likeness,
          enteredBy: null,
          arrival,
        };
        if ((await insertBareRows(tx, to, [row])).has(id)) {
          const inserted = { id, editionId: to.id, likeness, content };
          const words = insertWords(tx, to, [row]);
          const [, reason] = await together([words, weigh(tx, inserted, arrival, sender, now)]);
          if (hasSentence(content)) await noteRepeated(tx, [id]);
          const standing = reason ? "quarantined" : "valid";
          return { kind: "kept", receiptCode, changed: false, standing, ...inBurst(reason === "BURST") };
        }
      }
      const earlier = await findStoredByKey(tx, key);
      if (!earlier) return { kind: availability === "open" ? "closed" : availability };
      const burst = inBurst(await awaitsProof(tx, key));
      const changed = !sameAnswers(earlier, content);
      return { kind: "kept", receiptCode, changed, standing: "repeated", ...burst };
    });
  });
}

const inBurst = (burst: boolean) => (burst ? { burst } : {});

/** The answers of a receipt code in its canonical form, or null when there are none. */
export async function findResponseByReceipt(receiptCode: string): Promise<ReceiptResponse | null> {
  return findStored(database(), eq(response.receiptHash, receiptHash(receiptCode)));
}

/** The answers that a key (by its hash) brought first, or null when none came. */
export async function findStoredByKey(
  tx: Pick<Transaction, "select">,
  keyHash: string,
): Promise<ReceiptResponse | null> {
  return findStored(tx, eq(response.idempotencyHash, keyHash));
}

/** A stuck database must not keep a reader, nor what they typed, for longer than a reader waits. */
export async function limitPatience(tx: Transaction): Promise<void> {
  await limitingPatience(tx).execute();
}

const limitingPatience = named((tx) =>
  prepareSql(
    tx,
    "limit-patience",
    sql`select set_config('statement_timeout', '10s', true), set_config('lock_timeout', '5s', true)`,
  ),
);

/** Reads the edition's state under a lock that lets other answers in but makes closing wait for this one. */
async function lockAvailability(tx: Transaction, editionId: string, now: Date) {
  const [row] = await lockingAvailability(tx).execute({ id: editionId });
  return row ? availabilityOf(row, now) : "closed";
}

const lockingAvailability = named((tx) =>
  tx
    .select({ state: edition.state, opensAt: edition.opensAt, closesAt: edition.closesAt })
    .from(edition)
    .where(eq(edition.id, sql.placeholder("id")))
    .for("share")
    .prepare("lock-availability"),
);

async function findStored(
  db: Pick<Transaction, "select">,
  condition: ReturnType<typeof eq>,
): Promise<ReceiptResponse | null> {
  const [row] = await db
    .select({
      editionSlug: edition.slug,
      instrumentVersion: instrument.version,
      receivedOn: response.receivedOn,
      changedOn: response.changedOn,
      isWithdrawn: sql<boolean>`${response.status} = 'withdrawn'`,
      ...answerColumns,
      contact: contact.value,
    })
    .from(response)
    .innerJoin(edition, eq(edition.id, response.editionId))
    .innerJoin(instrument, eq(instrument.id, response.instrumentId))
    .leftJoin(contact, eq(contact.responseId, response.id))
    .where(condition);
  return row ? { ...row, topics: inListOrder(row.topics) } : null;
}

/** Whether what came again says what is stored. */
export function sameAnswers(stored: ReceiptResponse, sent: ResponseContent): boolean {
  const texts = Object.entries(sent.verbatims);
  return (
    sent.ratings.every((rating, place) => rating === stored.ratings[place]) &&
    texts.length === Object.keys(stored.verbatims).length &&
    texts.every(([item, text]) => stored.verbatims[item] === text) &&
    sameOptionalAnswers(stored, sent)
  );
}
