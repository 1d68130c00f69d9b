import { type OptionalItem, type Option, optionalContent } from "@/app/[locale]/[edition]/_form/optional-content";
import type { Edition } from "@/db/editions";
import type { EntryBatch } from "@/db/entry-batches";
import { LOCALES, type Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type Channel, type ChannelKind, inChannelOrder } from "@/lib/survey/channel";
import { itemsOf } from "@/lib/survey/instrument";

/** An item as the entry form shows it; the options of a choice in printed order, whose place is their key. */
export type EntryItem = { readonly key: string; readonly number: number; readonly text: string } & (
  | { kind: "choice"; options: readonly Option[] }
  | { kind: "text"; hint: string }
  | { kind: "topics"; hint: string; options: readonly Option[] }
  | { kind: "contact"; consent: string }
);

/** The kinds of channel by which answers come to be typed in stand first. */
const BY_HAND: readonly ChannelKind[] = ["paper", "phone", "email", "meeting"];

/** The channels to choose from, those of paper, telephone and e-mail first. */
export function entryChannels(channels: readonly Channel[]): Channel[] {
  const offered = inChannelOrder(channels.filter(({ retired }) => !retired));
  const byHand = BY_HAND.flatMap((kind) => offered.filter((channel) => channel.kind === kind));
  return [...byHand, ...offered.filter((channel) => !byHand.includes(channel))];
}

/** Everything the entry form shows of an edition, in one language; of a batch its sheets' numbers instead of how they came. */
export function entryContent(edition: Edition, locale: Locale, batch: EntryBatch | null) {
  const t = translator(locale, "entry");
  const inBatch = translator(locale, "batches");
  const file = translator(locale, "export");
  const scale = edition.instrument.scale.map(({ score, label }) => ({ value: String(score), label: label[locale] }));
  const items = itemsOf(edition.instrument).map((item, place): EntryItem => {
    const asked = { key: item.key, number: place + 1, text: item.text[locale] };
    if (item.kind === "rating") return { ...asked, kind: "choice", options: scale };
    return { ...asked, kind: "text", hint: t("limit", { max: item.maxLength }) };
  });
  return {
    edition: edition.slug,
    instrument: edition.instrumentVersion,
    batch: batch && { id: batch.id, of: inBatch("entry.of", { expected: batch.expected }) },
    items,
    optional: (optionalContent(edition, locale)?.items ?? []).map((item) => optionalItem(item, locale)),
    channels: entryChannels(edition.channels).map(({ code, name }): Option => ({ value: code, label: name[locale] })),
    languages: LOCALES.map((value): Option => ({ value, label: file(`language.${value}`) })),
    words: {
      head: t("head"),
      headKept: batch ? inBatch("entry.kept") : t("headKept"),
      sheet: inBatch("entry.sheet"),
      channel: t("channel"),
      receivedOn: t("receivedOn"),
      language: t("language"),
      answers: t("answers"),
      optional: t("optional"),
      noAnswer: t("noAnswer"),
      save: t("save"),
      saving: t("saving"),
      failed: t("errors.storage"),
      failedHeading: t("errors.heading", { n: 1 }),
      prefix: translator(locale, "department")("form.prefix"),
    },
  };
}

export type EntryContent = ReturnType<typeof entryContent>;

function optionalItem(item: OptionalItem, locale: Locale): EntryItem {
  const t = translator(locale, "entry");
  const asked = { key: item.key, number: item.number, text: item.text };
  if (item.kind === "choice") return { ...asked, kind: "choice", options: item.options };
  if (item.kind === "contact") return { ...asked, kind: "contact", consent: t("consent") };
  const options = item.pillars.flatMap((pillar) => pillar.options);
  return { ...asked, kind: "topics", hint: t("topicsHint", { max: item.most }), options };
}
