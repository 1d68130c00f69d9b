import Link from "next/link";
import { AccountForm } from "@/app/_ui/desk/account-form";
import { Narrow } from "@/app/_ui/desk/narrow";
import { Section } from "@/app/_ui/desk/section";
import type { Edition } from "@/db/editions";
import type { EntryBatch, TypedSheet } from "@/db/entry-batches";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Staff } from "@/lib/staff";
import { nextSheetToKey } from "@/lib/survey/second-keying";
import { againAddress } from "../batch-address";
import styles from "../batches.module.css";
import { askForKeying } from "./actions";
import { AgreementTable } from "./agreement-table";
import { keyedSheets, keyingCounts } from "./keying-counts";

interface SecondKeyingSectionProps {
  readonly staff: Staff;
  readonly batch: EntryBatch;
  readonly edition: Edition;
  readonly sheets: readonly TypedSheet[];
  readonly takesSheets: boolean;
  readonly locale: Locale;
}

/** How far the second keying is, the way to the next sheet, and how well the two agree. */
export function SecondKeyingSection({ staff, batch, edition, sheets, takesSheets, locale }: SecondKeyingSectionProps) {
  const t = translator(locale, "batches");
  const counts = keyingCounts(sheets);
  const next = nextSheetToKey(keyedSheets(sheets), staff.id);
  const { keyedTwice } = batch;
  const isShown = keyedTwice || counts.n > 0;
  return (
    <Section id="second" title={t("second.title")} say={t(keyedTwice ? "second.say" : "second.off")}>
      {isShown && <p className={`num ${styles.say}`}>{t("second.progress", counts)}</p>}
      {keyedTwice && takesSheets && (
        <p className={styles.way}>
          {next === null ? (
            t("second.none")
          ) : (
            <Link className="btn btn-2" href={againAddress(batch, next)}>
              {t("second.key", { sheet: next })}
            </Link>
          )}
        </p>
      )}
      {counts.n > 0 && (
        <details className={styles.way}>
          <summary>{t("second.agreement")}</summary>
          <AgreementTable {...{ edition, sheets, locale }} />
        </details>
      )}
      {takesSheets && (
        <Narrow>
          <AccountForm
            action={askForKeying}
            hidden={{ batch: batch.id, revision: String(batch.revision), keyed_twice: keyedTwice ? "no" : "yes" }}
            submit={t(keyedTwice ? "second.stop" : "second.ask")}
            errorPrefix=""
            fields={[]}
          />
        </Narrow>
      )}
    </Section>
  );
}
