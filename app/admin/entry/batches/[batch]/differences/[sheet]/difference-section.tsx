import { notFound } from "next/navigation";
import type { EntryBatch } from "@/db/entry-batches";
import type { OpenDifference } from "@/db/resolutions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import styles from "../../../batches.module.css";
import { formOfVersion } from "../../again/requested-sheet";
import { differingItems } from "./difference-content";
import { DifferenceForm } from "./difference-form";

interface DifferenceSectionProps {
  readonly batch: EntryBatch;
  readonly sheet: number;
  readonly open: OpenDifference;
  readonly locale: Locale;
}

/** How to resolve a sheet's differences, and the form that does. */
export async function DifferenceSection({ batch, sheet, open, locale }: DifferenceSectionProps) {
  const t = translator(locale, "batches");
  const form = (await formOfVersion(batch.editionSlug, open.instrumentVersion)) ?? notFound();
  return (
    <>
      <p className={styles.say}>{t("difference.say")}</p>
      <DifferenceForm
        items={differingItems(form, open, locale)}
        hidden={{ batch: batch.id, sheet: String(sheet), differing: open.differing.join(" ") }}
        submit={t("difference.submit")}
        words={{
          first: t("difference.first", { name: open.first.byName ?? t("difference.somebody") }),
          second: t("difference.second", { name: open.second.byName }),
          corrected: t("difference.corrected"),
          missing: t("difference.missing"),
          prefix: translator(locale, "department")("form.prefix"),
        }}
      />
    </>
  );
}
