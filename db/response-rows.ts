import { randomUUID } from "node:crypto";
import { charactersRead, ownFlagsOf } from "@/lib/analysis/quality-flags";
import type { Locale } from "@/lib/locale";
import { sentenceOf } from "@/lib/survey/likeness";
import { keptSeconds } from "@/lib/survey/reading-time";
import { idempotencyHash, receiptCodeOf, receiptHash } from "@/lib/survey/receipt-code";
import type { ResponseContent } from "@/lib/survey/response";
import type { Transaction } from "./client";
import type { Edition } from "./editions";
import { together } from "./pipeline";
import { contact, response, topicChoice, verbatim } from "./schema/survey";

/** A response before it is kept: `key` is its idempotency key, `receivedOn` the day it came. */
export interface NewResponse {
  readonly id: string;
  readonly key: string;
  readonly content: Omit<ResponseContent, "idempotencyKey" | "locale">;
  readonly receivedOn: string;
  readonly locale: Locale;
  readonly likeness: string | null;
  readonly enteredBy: string | null;
  /** How it came by the page; left out for what somebody typed or imported. */
  readonly arrival?: { readonly trapFilled: boolean; readonly readingSeconds: number | null };
  /** The sheet of a batch that it was typed from. */
  readonly batchId?: string | undefined;
  readonly sheet?: number | undefined;
  /**
   * `none` where nobody got a receipt code and the key can be guessed, being made of what the answer says: else whoever
   * knows the answer could make its code, and withdraw it.
   */
  readonly receipt?: "none";
}

/** The edition, with the form that was answered. */
type Answered = Pick<Edition, "id" | "slug" | "instrumentId" | "instrument">;

/**
 * Keeps responses with their texts, topics and contacts, within a transaction that has locked the edition. A response
 * whose key was there before is left out; returns the ids of those kept. A statement takes 65,535 parameters: at most
 * 500 at once. Which texts others hold as well is for `noteRepeated` to say, once nothing else is locked.
 */
export async function insertResponseRows(
  tx: Transaction,
  to: Answered,
  rows: readonly NewResponse[],
): Promise<ReadonlySet<string>> {
  const insert = tx
    .insert(response)
    .values(rows.map((row) => toColumns(to, row)))
    // Without a target: the receipt's hash conflicts as well, and may be found to before the key's.
    .onConflictDoNothing()
    .returning({ id: response.id });
  // As many shapes as a file has rows are not worth keeping.
  const inserted = await (rows.length === 1 ? insert.prepare("insert-response").execute() : insert);
  const ids = new Set(inserted.map(({ id }) => id));
  const kept = rows.filter(({ id }) => ids.has(id));
  const texts = kept.flatMap(({ id, content }) =>
    Object.entries(content.verbatims).map(([item, text]) => verbatimRow(to.id, id, item, text)),
  );
  const topics = kept.flatMap(({ id, content }) => content.topics.map((topic) => ({ responseId: id, topic })));
  const contacts = kept.flatMap(({ id, content, receivedOn }) =>
    content.contact === null
      ? []
      : [{ id: randomUUID(), responseId: id, value: content.contact, consentedOn: receivedOn }],
  );
  const ofTexts = texts.length > 0 ? tx.insert(verbatim).values(texts) : null;
  await together([
    ofTexts && (rows.length === 1 ? ofTexts.prepare("insert-verbatims").execute() : ofTexts.execute()),
    topics.length > 0 ? tx.insert(topicChoice).values(topics).execute() : null,
    contacts.length > 0 ? tx.insert(contact).values(contacts).execute() : null,
  ]);
  return ids;
}

/** A text as it is kept. */
export function verbatimRow(editionId: string, responseId: string, item: string, content: string) {
  return { responseId, item, content, sentence: sentenceOf(editionId, content) };
}

function toColumns(to: Answered, { content, key, receipt, arrival = UNTIMED, ...row }: NewResponse) {
  const seconds = keptSeconds(arrival.readingSeconds);
  const { ratings, verbatims } = content;
  const facts = { ratings, texts: Object.values(verbatims), characters: charactersRead(to.instrument, content) };
  return {
    ...row,
    editionId: to.id,
    instrumentId: to.instrumentId,
    idempotencyHash: idempotencyHash(to.slug, key),
    receiptHash: receiptHash(receiptCodeOf(to.slug, receipt === "none" ? randomUUID() : key)),
    channel: content.channel,
    ratings,
    readingSeconds: seconds,
    flags: ownFlagsOf({ ...facts, trapFilled: arrival.trapFilled, seconds }),
    stakeholderGroup: content.stakeholderGroup,
    quoteConsent: content.quoteConsent,
  };
}

const UNTIMED = { trapFilled: false, readingSeconds: null };
