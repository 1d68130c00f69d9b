import { z } from "zod";
import { type Result, fail, ok } from "../result";
import { Locale } from "../locale";
import { type Channel, ChannelCode, findChannel } from "./channel";
import type { EditionDefinition } from "./edition";
import { type Fields, isAbsent, ownField } from "./field";
import { type OpenItem, itemsOf, openItemsOf, ratingItemsOf } from "./instrument";
import { type OptionalAnswers, type OptionalError, hasOptionalAnswer, readOptionalAnswers } from "./optional-answers";
import { type Asks, optionalFieldsOf } from "./optional-question";
import { type Rating, readRating } from "./scale";
import { TRAP_FIELD } from "./suspicion";
import { countCharacters, isBlank, isStorable, normaliseLineBreaks } from "./text";

/** A key that the server makes with each page: UUID v4, 122 random bits, so that nobody meets another reader's answer. */
export const IdempotencyKey = z.uuidv4();

/** What a reader sent, parsed: ratings in the order of the instrument's rating items, texts by item key. */
export interface ResponseContent extends OptionalAnswers {
  readonly ratings: readonly Rating[];
  readonly verbatims: Readonly<Record<string, string>>;
  readonly idempotencyKey: string;
  readonly locale: Locale | null;
  /** The code of one of the edition's channels. */
  readonly channel: string | null;
}

/** Why an item was refused, for the message catalogue: `excess` is how many characters are too many. */
export type ItemError =
  | { code: "not-a-rating" | "not-text" | "unreadable-text" | "unknown-field" | "bad-key" | "bad-field" }
  | { code: "too-long"; excess: number; max: number }
  | OptionalError;

/**
 * Everything wrong with what was sent, by field, in the order of the form. `empty` when nothing was answered at all,
 * `only-optional` when no item was: that is no valid response (domain.md §3.1), and would fall out of every base.
 */
export type ResponseErrors =
  { kind: "invalid"; items: Record<string, ItemError> } | { kind: "empty" } | { kind: "only-optional" };

/** No form of ours sends one; a body full of them is named by its first few, not answered with a megabyte. */
const MOST_UNKNOWN_FIELDS = 20;

/**
 * Fields that travel with the answers without being items. `made` (when the page was made), the trap and `proof` (of
 * work) only weigh when an answer is suspicious: no value of theirs is an error.
 */
const ENVELOPE_FIELDS = ["idempotency_key", "instrument", "locale", "channel", "made", TRAP_FIELD, "proof"] as const;

/** What a response answers: an edition's instrument, the optional questions it asks, and the channels it has. */
export interface AnsweredForm {
  readonly instrument: Pick<EditionDefinition["instrument"], "sections">;
  readonly asks: Asks;
  readonly channels: readonly Pick<Channel, "code">[];
}

/**
 * Parses the fields of a submission (form fields or a JSON object, by item key) against the form it answers.
 * Returns every error by field, not only the first. A blank rating or text is a missing answer, never an error; a code
 * of no channel counts as none, since a channel may go while somebody fills in the form.
 */
export function parseResponse(
  { instrument, asks, channels }: AnsweredForm,
  fields: Fields,
): Result<ResponseContent, ResponseErrors> {
  const errors = new Map<string, ItemError>();
  const items = itemsOf(instrument).map((item) => item.key);
  const known = new Set<string>([...items, ...optionalFieldsOf(asks), ...ENVELOPE_FIELDS]);

  const ratings = ratingItemsOf(instrument).map((item) => {
    const rating = readRating(ownField(fields, item.key));
    if (rating === undefined) errors.set(item.key, { code: "not-a-rating" });
    return rating ?? null;
  });
  const verbatims: Record<string, string> = {};
  for (const item of openItemsOf(instrument)) {
    const text = readText(item, ownField(fields, item.key));
    if (!text.ok) errors.set(item.key, text.error);
    else if (text.value !== null) verbatims[item.key] = text.value;
  }
  const optionalAnswers = readOptionalAnswers(asks, fields, (field, error) => errors.set(field, error));
  const key = IdempotencyKey.safeParse(ownField(fields, "idempotency_key"));
  if (!key.success) errors.set("idempotency_key", { code: "bad-key" });
  const locale = optional(Locale, ownField(fields, "locale"), () => errors.set("locale", { code: "bad-field" }));
  const channel = optional(ChannelCode, ownField(fields, "channel"), () =>
    errors.set("channel", { code: "bad-field" }),
  );
  const unknown = Object.keys(fields).filter((field) => !known.has(field));
  for (const field of unknown.slice(0, MOST_UNKNOWN_FIELDS)) errors.set(field, { code: "unknown-field" });

  if (errors.size > 0) return fail({ kind: "invalid", items: Object.fromEntries(errors) });
  if (ratings.every((rating) => rating === null) && Object.keys(verbatims).length === 0) {
    return fail({ kind: hasOptionalAnswer(optionalAnswers) ? "only-optional" : "empty" });
  }
  return ok({
    ratings,
    verbatims,
    ...optionalAnswers,
    idempotencyKey: key.data ?? "",
    locale,
    channel: findChannel(channels, channel),
  });
}

/**
 * The version of the instrument that the sender's page was made from: undefined where none is named, null where what
 * is named is no version.
 */
export function readInstrumentVersion(fields: Fields): number | null | undefined {
  const sent = ownField(fields, "instrument");
  if (isAbsent(sent)) return undefined;
  const isScalar = typeof sent === "string" || typeof sent === "number";
  return isScalar && /^[1-9][0-9]{0,5}$/.test(String(sent)) ? Number(sent) : null;
}

function readText(item: OpenItem, sent: unknown): Result<string | null, ItemError> {
  if (sent === undefined || sent === null) return ok(null);
  if (typeof sent !== "string") return fail({ code: "not-text" });
  if (!isStorable(sent)) return fail({ code: "unreadable-text" });
  const text = normaliseLineBreaks(sent);
  if (isBlank(text)) return ok(null);
  const excess = countCharacters(text) - item.maxLength;
  return excess > 0 ? fail({ code: "too-long", excess, max: item.maxLength }) : ok(text);
}

function optional<T>(schema: z.ZodType<T>, sent: unknown, refuse: () => void): T | null {
  if (isAbsent(sent)) return null;
  const parsed = schema.safeParse(sent);
  if (!parsed.success) refuse();
  return parsed.data ?? null;
}
