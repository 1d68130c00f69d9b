import Link from "next/link";
import { dayText } from "@/app/_ui/desk/dates";
import { ReportHead } from "@/app/_ui/desk/report-head";
import type { Edition } from "@/db/editions";
import type { EntryBatch } from "@/db/entry-batches";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { batchesAddress } from "../batch-address";
import { batchChannelWords } from "../batch-words";
import styles from "../batches.module.css";

interface BatchHeadProps {
  readonly batch: EntryBatch;
  readonly edition: Edition;
  readonly locale: Locale;
}

/** Which batch it is, of which edition, and how its sheets came. */
export function BatchHead({ batch, edition, locale }: BatchHeadProps) {
  const t = translator(locale, "batches");
  return (
    <>
      <p className={styles.back}>
        <Link href={batchesAddress(edition.slug)}>{t("back")}</Link>
      </p>
      <ReportHead title={batch.name} now={new Date()} {...{ edition, locale }}>
        <li>{batchChannelWords(batch, edition, locale)}</li>
        <li>{t("one.receivedOn", { day: dayText(locale, batch.receivedOn) })}</li>
        <li>{t("one.begunBy", { name: batch.begunByName })}</li>
      </ReportHead>
    </>
  );
}
