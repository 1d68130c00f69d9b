import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { charactersRead, ownFlagsOf } from "@/lib/analysis/quality-flags";
import type { Locale } from "@/lib/locale";
import { sentenceOf } from "@/lib/survey/likeness";
import { keptSeconds } from "@/lib/survey/reading-time";
import { idempotencyHash, receiptCodeOf, receiptHash } from "@/lib/survey/receipt-code";
import type { ResponseContent } from "@/lib/survey/response";
import type { Transaction } from "./client";
import type { Edition } from "./editions";
import { named, together } from "./pipeline";
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
  const ids = await insertBareRows(tx, to, rows);
  await insertWords(
    tx,
    to,
    rows.filter(({ id }) => ids.has(id)),
  );
  return ids;
}

/** The responses alone, for whoever has more to do at once with their `insertWords`. */
export async function insertBareRows(
  tx: Transaction,
  to: Answered,
  rows: readonly NewResponse[],
): Promise<ReadonlySet<string>> {
  const [columns, ...more] = rows.map((row) => toColumns(to, row));
  if (!columns) return new Set();
  // As many shapes as a file has rows are not worth keeping.
  const inserted = await (more.length === 0
    ? insertingOne(tx).execute(columns)
    : insertNew(tx, [columns, ...more]).execute());
  return new Set(inserted.map(({ id }) => id));
}

/** The texts, topics and contacts of responses that are kept. */
export async function insertWords(tx: Transaction, to: Answered, kept: readonly NewResponse[]): Promise<void> {
  const texts = kept.flatMap(({ id, content }) =>
    Object.entries(content.verbatims).map(([item, text]) => verbatimRow(to.id, id, item, text)),
  );
  const topics = kept.flatMap(({ id, content }) => content.topics.map((topic) => ({ responseId: id, topic })));
  const contacts = kept.flatMap(({ id, content, receivedOn }) =>
    content.contact === null
      ? []
      : [{ id: randomUUID(), responseId: id, value: content.contact, consentedOn: receivedOn }],
  );
  // As above; and what is not prepared holds back whatever is sent after it.
  const run = (insert: Insert, name: string) => (kept.length === 1 ? insert.prepare(name) : insert).execute();
  await together([
    texts.length > 0 ? run(tx.insert(verbatim).values(texts), "insert-verbatims") : null,
    topics.length > 0 ? run(tx.insert(topicChoice).values(topics), "insert-topics") : null,
    contacts.length > 0 ? run(tx.insert(contact).values(contacts), "insert-contact") : null,
  ]);
}

/** Drizzle's insert of some rows, as far as it is run here. */
interface Insert {
  execute(): Promise<unknown>;
  prepare(name: string): { execute(): Promise<unknown> };
}

type Columns = ReturnType<typeof toColumns>;

/** Without a target: the receipt's hash conflicts as well, and may be found to before the key's. */
const insertNew = (tx: Transaction, values: Columns[]) =>
  tx.insert(response).values(values).onConflictDoNothing().returning({ id: response.id });

const insertingOne = named((tx) => {
  const names = Object.keys(EVERY_COLUMN) as (keyof Columns)[];
  const places = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]));
  return insertNew(tx, [places as unknown as Columns]).prepare("insert-response");
});

/** What `toColumns` gives, each once: the compiler finds one that is missing. */
const EVERY_COLUMN: Record<keyof Columns, true> = {
  id: true,
  editionId: true,
  instrumentId: true,
  idempotencyHash: true,
  receiptHash: true,
  receivedOn: true,
  locale: true,
  channel: true,
  ratings: true,
  readingSeconds: true,
  flags: true,
  stakeholderGroup: true,
  quoteConsent: true,
  likeness: true,
  enteredBy: true,
  batchId: true,
  sheet: true,
};

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
    batchId: row.batchId ?? null,
    sheet: row.sheet ?? null,
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
