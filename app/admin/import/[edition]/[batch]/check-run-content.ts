import type { Edition } from "@/db/editions";
import type { ImportBatch } from "@/db/import-batches";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";

/** What a running check shows, in one language. */
export function checkRunContent({ slug }: Pick<Edition, "slug">, { id, revision }: ImportBatch, locale: Locale) {
  const t = translator(locale, "import");
  return {
    hidden: { edition: slug, batch: id, revision: String(revision) },
    words: {
      title: t("check.title"),
      progress: t("check.progress"),
      start: t("check.start"),
      again: t("check.again"),
      stopped: t("check.stopped"),
    },
  };
}

export type CheckRunContent = ReturnType<typeof checkRunContent>;
