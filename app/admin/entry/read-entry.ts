import { messageOf } from "@/app/[locale]/[edition]/responses/message";
import type { FieldError } from "@/app/_ui/desk/error-summary";
import type { Edition } from "@/db/editions";
import type { Arrived } from "@/db/entries";
import type { EntryBatch } from "@/db/entry-batches";
import { DEFAULT_LOCALE, type Locale, findLocale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type Result, fail, ok } from "@/lib/result";
import { findChannel } from "@/lib/survey/channel";
import { dayIn } from "@/lib/survey/edition";
import { readReceivedOn } from "@/lib/survey/entry";
import { MOST_SHEETS, readSheetNumber } from "@/lib/survey/entry-batch";
import { itemsOf } from "@/lib/survey/instrument";
import { optionalFieldsOf } from "@/lib/survey/optional-question";
import { type ResponseContent, type ResponseErrors, parseResponse } from "@/lib/survey/response";
import { KEPT_FIELDS, type Typed } from "./entry-state";

/** An answer that may be kept, and when and how it came. */
export interface Entry extends Arrived {
  readonly content: ResponseContent;
}

/** What the form sent, by the names of its fields. */
export function typedIn(edition: Edition, form: FormData): Typed {
  const items = itemsOf(edition.instrument).map(({ key }) => key);
  const names = [...KEPT_FIELDS, "sheet", ...items, ...optionalFieldsOf(edition.asks)];
  return Object.fromEntries(
    names.map((name) => {
      const sent = form.getAll(name).filter((value) => typeof value === "string");
      return [name, name === "topics" ? sent : (sent[0] ?? "")];
    }),
  );
}

interface Reading {
  readonly now: Date;
  readonly locale: Locale;
  /** Its channel and day hold for all its sheets. */
  readonly batch: EntryBatch | null;
}

/** Reads an entry by the rules of a reader's answer, and the day it came; or everything wrong with it, in words. */
export function readEntry(
  edition: Edition,
  sent: Typed,
  key: string,
  { now, locale, batch }: Reading,
): Result<Entry, FieldError[]> {
  const t = translator(locale, "entry");
  const typed = batch ? { ...sent, channel: batch.channel, received_on: batch.receivedOn } : sent;
  const { received_on: sentDay, sheet: sentSheet, ...answers } = typed;
  const sheet = readSheetNumber(sentSheet);
  const receivedOn = readReceivedOn(edition, sentDay, dayIn(edition.timeZone, now));
  const parsed = parseResponse(edition, { ...answers, idempotency_key: key });
  const errors: FieldError[] = [];
  if (findChannel(edition.channels, typed.channel) === null)
    errors.push({ field: "channel", message: t("errors.channel") });
  if (!receivedOn.ok) errors.push({ field: "received_on", message: t(`errors.${receivedOn.error}`) });
  if (batch && sheet === null)
    errors.push({ field: "sheet", message: translator(locale, "batches")("errors.sheet", { max: MOST_SHEETS }) });
  if (!parsed.ok) errors.push(...answerErrors(edition, parsed.error, locale));
  if (errors.length > 0 || !parsed.ok || !receivedOn.ok) return fail(errors);
  const formLocale = findLocale(typed.locale) ?? DEFAULT_LOCALE;
  const place = batch && sheet !== null ? { batchId: batch.id, sheet } : undefined;
  return ok({ content: parsed.value, receivedOn: receivedOn.value, locale: formLocale, place });
}

/** What is wrong with answers, by field and in words. */
export function answerErrors(edition: Edition, errors: ResponseErrors, locale: Locale): FieldError[] {
  const t = translator(locale, "entry");
  const items = itemsOf(edition.instrument).map(({ key }) => key);
  const first = items[0] ?? "";
  if (errors.kind === "empty") return [{ field: first, message: t("errors.empty") }];
  if (errors.kind === "only-optional") return [{ field: first, message: t("errors.onlyOptional") }];
  const reader = translator(locale, "reader");
  return Object.entries(errors.items).map(([field, error]) => {
    const message = messageOf(reader, error, field, locale);
    const number = items.indexOf(field) + 1;
    return { field, message: number > 0 ? reader("errors.inItem", { number, message }) : message };
  });
}
