import type { Edition } from "@/db/editions";
import type { ImportBatch } from "@/db/import-batches";
import type { CountedWord } from "@/db/import-cells";
import { MOST_WORDS } from "@/lib/import/mapping";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";

/** Everything the form shows in which the words of a file's ratings are matched with scores, in one language. */
export function scoresContent(edition: Edition, batch: ImportBatch, counted: readonly CountedWord[], locale: Locale) {
  const t = translator(locale, "import");
  const meaning = batch.mapping?.words ?? {};
  return {
    hidden: { edition: edition.slug, batch: batch.id, revision: String(batch.revision) },
    rows: counted.map(({ word, count }) => ({
      word,
      count: t("scores.count", { n: count }),
      score: Object.hasOwn(meaning, word) ? String(meaning[word]) : "",
    })),
    options: [
      ...edition.instrument.scale.map(({ score, label }) => ({
        value: String(score),
        label: t("scores.option", { label: label[locale], score }),
      })),
      { value: "0", label: t("scores.blank") },
    ],
    most: counted.length === MOST_WORDS ? t("scores.most", { n: MOST_WORDS }) : null,
    /** Digits may be the places of options rather than scores. */
    warning: counted.some(({ word }) => /^[1-5]$/.test(word)) ? t("scores.warning") : null,
    words: {
      title: t("scores.title"),
      say: counted.length > 0 ? t("scores.say") : t("scores.none"),
      unknown: t("scores.unknown"),
      submit: t("scores.submit"),
    },
  };
}

export type ScoresContent = ReturnType<typeof scoresContent>;
