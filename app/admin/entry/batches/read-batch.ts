import type { FieldError } from "@/app/_ui/desk/error-summary";
import type { Edition } from "@/db/editions";
import type { NewBatch } from "@/db/entry-batches";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type Result, fail, ok } from "@/lib/result";
import { findChannel } from "@/lib/survey/channel";
import { dayIn } from "@/lib/survey/edition";
import { readReceivedOn } from "@/lib/survey/entry";
import { LONGEST_BATCH_NAME, LONGEST_FINISH_REASON, MOST_SHEETS, readSheetNumber } from "@/lib/survey/entry-batch";
import { countCharacters, isStorable } from "@/lib/survey/text";
import { textOf } from "../../account-form-state";

interface Reading {
  readonly now: Date;
  readonly locale: Locale;
}

/** The batch that a form describes, or everything that is wrong with it, by field and in words. */
export function readBatch(edition: Edition, form: FormData, { now, locale }: Reading): Result<NewBatch, FieldError[]> {
  const t = translator(locale, "batches");
  const name = oneLine(form, "name");
  const channel = findChannel(edition.channels, textOf(form, "channel"));
  const expected = readExpected(form, locale);
  const receivedOn = readReceivedOn(edition, textOf(form, "received_on"), dayIn(edition.timeZone, now));
  const errors: FieldError[] = [];
  if (!name) errors.push({ field: "name", message: t("errors.name") });
  if (countCharacters(name) > LONGEST_BATCH_NAME)
    errors.push({ field: "name", message: t("errors.nameTooLong", { max: LONGEST_BATCH_NAME }) });
  if (!expected.ok) errors.push(expected.error);
  if (channel === null) errors.push({ field: "channel", message: t("errors.channel") });
  if (!receivedOn.ok) {
    errors.push({ field: "received_on", message: translator(locale, "entry")(`errors.${receivedOn.error}`) });
  }
  if (errors.length > 0 || channel === null || !expected.ok || !receivedOn.ok) return fail(errors);
  const keyedTwice = textOf(form, "keyed_twice") === "yes";
  return ok({ name, channel, expected: expected.value, receivedOn: receivedOn.value, keyedTwice });
}

/** How many sheets a form says there are. */
export function readExpected(form: FormData, locale: Locale): Result<number, FieldError> {
  const expected = readSheetNumber(form.get("expected"));
  if (expected !== null) return ok(expected);
  const message = translator(locale, "batches")("errors.expected", { max: MOST_SHEETS });
  return fail({ field: "expected", message });
}

/** Why a batch is finished although its total does not match; null where nothing is given. */
export function readFinishReason(form: FormData, locale: Locale): Result<string | null, FieldError> {
  const reason = oneLine(form, "reason");
  if (countCharacters(reason) <= LONGEST_FINISH_REASON) return ok(reason || null);
  const message = translator(locale, "batches")("errors.reasonTooLong", { max: LONGEST_FINISH_REASON });
  return fail({ field: "reason", message });
}

function oneLine(form: FormData, name: string): string {
  const text = textOf(form, name).replace(/\s+/g, " ").trim();
  return isStorable(text) ? text : "";
}
