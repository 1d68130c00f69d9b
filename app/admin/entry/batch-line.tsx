import Link from "next/link";
import { dayText } from "@/app/_ui/desk/dates";
import type { Edition } from "@/db/editions";
import type { EntryBatch } from "@/db/entry-batches";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { batchAddress, batchesAddress } from "./batches/batch-address";
import { batchChannelWords } from "./batches/batch-words";
import styles from "./batch-line.module.css";

interface BatchLineProps {
  readonly edition: Edition;
  readonly batch: EntryBatch | null;
  readonly locale: Locale;
}

/** Which batch is being typed, with the ways to it and out of it; without one, the way to the batches. */
export function BatchLine({ edition, batch, locale }: BatchLineProps) {
  const t = translator(locale, "batches");
  if (!batch) {
    return (
      <p className={styles.line}>
        <Link href={batchesAddress(edition.slug)}>{t("toBatches")}</Link>
        <span>{t("toBatchesHint")}</span>
      </p>
    );
  }
  const { finished } = batch;
  return (
    <>
      <p className={styles.line}>
        <span>
          {t("entry.batch")} <Link href={batchAddress(batch)}>{batch.name}</Link>
        </span>
        <span>{batchChannelWords(batch, edition, locale)}</span>
        <span className="num">{t("one.receivedOn", { day: dayText(locale, batch.receivedOn) })}</span>
        <Link href={`/admin/entry?edition=${edition.slug}`}>{t("entry.leave")}</Link>
      </p>
      {finished && <p className="notice">{t("entry.finished", { name: finished.byName })}</p>}
    </>
  );
}
