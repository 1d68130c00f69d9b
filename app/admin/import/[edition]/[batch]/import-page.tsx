import Link from "next/link";
import type { ReactNode } from "react";
import { momentText } from "@/app/_ui/desk/dates";
import { Caution } from "@/app/_ui/desk/caution";
import { Desk } from "@/app/_ui/desk/desk";
import { EditionTitle } from "@/app/_ui/desk/edition-title";
import { findSameFile, listOtherEditions } from "@/db/import-batches";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { STEPS, type Step, importsAddress, stepAddress } from "../../import-addresses";
import { DiscardForm } from "./discard-form";
import type { RequestedImport } from "./requested-import";
import styles from "./steps.module.css";

interface ImportPageProps extends RequestedImport {
  readonly locale: Locale;
  readonly step: Step;
  readonly children: ReactNode;
}

/** A page of a file on its way in: whose it is, how far it is, and the way to drop it. */
export async function ImportPage({ staff, edition, batch, locale, step, children }: ImportPageProps) {
  const t = translator(locale, "import");
  const at = (moment: Date) => momentText(locale, edition, moment);
  const same = batch.acceptedAt ? null : await findSameFile(staff, batch);
  const others = batch.acceptedAt ? [] : await listOtherEditions(staff, batch);
  const here = stepAddress(edition.slug, batch.id, step);
  return (
    <Desk staff={staff} locale={locale} company={edition.company} round={edition.slug} place="import" here={here}>
      <p>
        <Link href={importsAddress(edition.slug)}>{t("batch.back")}</Link>
      </p>
      <EditionTitle title={t("batch.title")} {...{ edition, locale }} now={new Date()} />
      <p className={styles.facts}>
        {t("batch.facts", { rows: batch.rows, name: batch.uploadedBy, at: at(batch.uploadedAt) })}
      </p>
      {!batch.acceptedAt && (
        <ol className={styles.steps} aria-label={t("steps.label")}>
          {STEPS.map((each) => (
            <li key={each} aria-current={each === step ? "step" : undefined}>
              {batch.mapping && each !== step ? (
                <Link href={stepAddress(edition.slug, batch.id, each)}>{t(`steps.${each}`)}</Link>
              ) : (
                t(`steps.${each}`)
              )}
            </li>
          ))}
        </ol>
      )}
      {same?.acceptedAt && (
        <Caution>{t("batch.same", { name: same.acceptedBy ?? "", at: at(same.acceptedAt) })}</Caution>
      )}
      {others.length > 0 && <Caution>{t("batch.otherEdition", { slugs: others.join(t("listSeparator")) })}</Caution>}
      {children}
      {!batch.acceptedAt && <DiscardForm slug={edition.slug} batch={batch.id} locale={locale} />}
    </Desk>
  );
}
