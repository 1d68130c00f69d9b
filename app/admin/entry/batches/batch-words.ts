import type { Edition } from "@/db/editions";
import type { EntryBatch } from "@/db/entry-batches";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { balanceOf } from "@/lib/survey/entry-batch";

/** How a batch stands, in a few words; once it is all typed, also how many sheets nobody keyed again. */
export function batchStateWords(batch: EntryBatch, locale: Locale): string {
  const isTyped = batch.finished !== null || balanceOf(batch).kind !== "missing";
  const state = typingWords(batch, locale);
  return isTyped && batch.unkeyed > 0
    ? translator(locale, "batches")("state.unkeyed", { state, n: batch.unkeyed })
    : state;
}

function typingWords(batch: EntryBatch, locale: Locale): string {
  const t = translator(locale, "batches");
  if (batch.finished) return t(batch.finished.reason === null ? "state.finished" : "state.finishedUneven");
  const { kind, n } = balanceOf(batch);
  if (kind === "over") return t("state.over", { n });
  return t(kind === "matches" ? "state.complete" : "state.open");
}

/** The name of a batch's channel. */
export function batchChannelWords(batch: EntryBatch, edition: Pick<Edition, "channels">, locale: Locale): string {
  return edition.channels.find(({ code }) => code === batch.channel)?.name[locale] ?? batch.channel;
}
