import { z } from "zod";
import type { Edition } from "@/db/editions";
import { insertEntry } from "@/db/entries";
import { finishBatch } from "@/db/batch-changes";
import { beginBatch, findBatch } from "@/db/entry-batches";
import { insertResponse } from "@/db/responses";
import type { Staff } from "@/lib/staff";
import { DEFAULT_LOCALE, Locale } from "@/lib/locale";
import { ratingItemsOf } from "@/lib/survey/instrument";
import { receiptCodeOf } from "@/lib/survey/receipt-code";
import { type ResponseContent, parseResponse } from "@/lib/survey/response";
import { kept } from "./rounds";

/** An invented answer, as the files beside this one hold them: ratings as a digit for each item, `-` for none. */
const DemoAnswer = z.strictObject({
  day: z.iso.date(),
  channel: z.string(),
  locale: Locale.default(DEFAULT_LOCALE),
  group: z.string().optional(),
  ratings: z.string().regex(/^[1-5-]{5}$/),
  advice: z.string().optional(),
  valuable_information: z.string().optional(),
  missing_information: z.string().optional(),
  topics: z.array(z.string()).default([]),
  quote: z.enum(["yes", "no"]).optional(),
  contact: z.string().optional(),
  /** Typed by an officer: on the telephone, or from a stack of paper of this name. */
  by: z.literal("entry").optional(),
  batch: z.string().optional(),
  /** Sent within two seconds, or with the field filled in that no reader sees. */
  arrives: z.enum(["fast", "trap"]).optional(),
  /** How long the page was read; of some, since drafts are not timed. */
  seconds: z.int().positive().optional(),
});
type DemoAnswer = z.infer<typeof DemoAnswer>;

/** How many sheets a stack has more than were typed: one that somebody has not finished. */
const UNTYPED: Readonly<Record<string, number>> = { 供应商大会问卷: 2 };

/** Keeps the answers of a file in an edition, each on its day, as the form and the desk keep them. */
export async function keepAnswers(analyst: Staff, to: Edition, file: unknown): Promise<void> {
  const answers = z.array(DemoAnswer).parse(file);
  const batches = new Map<string, { id: string; sheets: number }>();
  for (const [place, answer] of answers.entries()) {
    const { day: receivedOn, channel, locale, batch: name } = answer;
    const content = contentOf(to, answer, place);
    if (name && !batches.has(name)) {
      const expected = answers.filter(({ batch }) => batch === name).length + (UNTYPED[name] ?? 0);
      batches.set(name, {
        id: kept(await beginBatch(analyst, to, { name, channel, receivedOn, expected, keyedTwice: false })),
        sheets: 0,
      });
    }
    const batch = name && batches.get(name);
    if (batch) batch.sheets += 1;
    const sheet = batch ? { place: { batchId: batch.id, sheet: batch.sheets } } : {};
    const outcome =
      batch || answer.by
        ? await insertEntry(analyst, to, content, { receivedOn, locale, ...sheet })
        : await insertResponse(to, content, locale, noonOf(receivedOn), arrivalOf(answer));
    if (outcome.kind !== "kept") throw new Error(`answer ${place} was not kept: ${outcome.kind}`);
  }
  for (const [name, { id }] of batches) {
    const batch = await findBatch(analyst, id);
    if (batch && !UNTYPED[name]) kept(await finishBatch(analyst, batch, null));
  }
}

/** The receipt code of the answer at a place of an edition's file: the holder's right to change it. */
export function demoReceipt(slug: string, place: number): string {
  return receiptCodeOf(slug, keyOf(slug, place));
}

/** By the clocks of Shanghai, where both rounds are. */
export const noonOf = (day: string) => new Date(`${day}T12:00:00+08:00`);

function contentOf(to: Edition, answer: DemoAnswer, place: number): ResponseContent {
  const { ratings, group, contact, topics, channel, quote } = answer;
  const rated = ratingItemsOf(to.instrument).map(({ key }, item) => [key, ratings[item]?.replace("-", "") ?? ""]);
  const texts = (["advice", "valuable_information", "missing_information"] as const).map((key) => [key, answer[key]]);
  const optional = { stakeholder_group: group, quote, contact, ...(contact && { contact_consent: "yes" }) };
  const parsed = parseResponse(to, {
    ...Object.fromEntries([...rated, ...texts]),
    ...optional,
    topics,
    channel,
    idempotency_key: keyOf(to.slug, place),
  });
  if (!parsed.ok) throw new Error(`answer ${place} of ${to.slug}: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
}

/** The same key for the same answer in every demo. */
function keyOf(slug: string, place: number): string {
  return `${slug}0000-0000-4000-8000-${String(place).padStart(12, "0")}`;
}

function arrivalOf({ arrives, seconds }: DemoAnswer) {
  const isFast = arrives === "fast";
  return {
    network: null,
    trapFilled: arrives === "trap",
    secondsOnPage: isFast ? 2 : null,
    readingSeconds: isFast ? 2 : (seconds ?? null),
  };
}
