import Link from "next/link";
import type { EntryBatch, TypedSheet } from "@/db/entry-batches";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { balanceOf, missingSheets, nextSheet } from "@/lib/survey/entry-batch";
import { batchEntryAddress } from "../batch-address";
import styles from "../batches.module.css";

interface BatchProgressProps {
  readonly batch: EntryBatch;
  readonly sheets: readonly TypedSheet[];
  readonly takesSheets: boolean;
  readonly locale: Locale;
}

const isAllTyped = (batch: EntryBatch) => batch.finished !== null || balanceOf(batch).kind !== "missing";

/** How many missing sheets are named; more are told by their count. */
const NAMED = 12;

/** How far the batch is: whether its total matches, what is missing or too many, and the way to the next sheet. */
export function BatchProgress({ batch, sheets, takesSheets, locale }: BatchProgressProps) {
  const t = translator(locale, "batches");
  const taken = sheets.map(({ sheet }) => sheet);
  return (
    <>
      <p className={`num ${styles.progress}`}>{t("one.progress", { typed: batch.typed, expected: batch.expected })}</p>
      <p className={styles.say}>{balanceWords(batch, taken, locale)}</p>
      {batch.unkeyed > 0 && isAllTyped(batch) && (
        <p className={styles.say}>{t(batch.finished ? "one.unkeyedFinished" : "one.unkeyed", { n: batch.unkeyed })}</p>
      )}
      {takesSheets && !batch.finished && (
        <p className={styles.way}>
          <Link className={batch.typed < batch.expected ? "btn" : "btn btn-2"} href={batchEntryAddress(batch)}>
            {t("one.enter", { sheet: nextSheet(taken, batch.expected) })}
          </Link>
        </p>
      )}
    </>
  );
}

function balanceWords(batch: EntryBatch, taken: readonly number[], locale: Locale): string {
  const t = translator(locale, "batches");
  const { finished, expected } = batch;
  if (finished) {
    const { byName: name, with: typed, reason } = finished;
    return reason === null
      ? t("one.finished", { name, typed })
      : t("one.finishedUneven", { name, typed, expected, reason });
  }
  const { kind, n } = balanceOf(batch);
  if (kind !== "missing") return t(`one.${kind}`, { n });
  const missing = missingSheets(taken, expected);
  const list = new Intl.ListFormat(locale, { type: "conjunction", style: "narrow" });
  const named = missing.slice(0, NAMED).map(String);
  return t(missing.length > NAMED ? "one.missingMany" : "one.missing", { n, sheets: list.format(named) });
}
