import type { Edition } from "@/db/editions";
import type { EntryBatch } from "@/db/entry-batches";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type EntryContent, entryContent } from "../../../entry-content";

/** The entry form of a second keying: the same items and keys, and nothing of the first keying. */
export function againContent(form: Edition, locale: Locale, batch: EntryBatch): EntryContent {
  const t = translator(locale, "batches");
  const content = entryContent(form, locale, batch);
  const words = { ...content.words, head: t("again.head"), headKept: "", save: t("again.save") };
  return { ...content, words };
}
