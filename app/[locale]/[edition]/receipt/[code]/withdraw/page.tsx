import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { translator } from "@/lib/messages/translator";
import { isSealed } from "@/lib/survey/edition-life";
import { addressOf } from "../../../../_frame/address";
import { Opening } from "../../../../_frame/opening";
import { ReaderFrame } from "../../../../_frame/reader-frame";
import { requireEdition } from "../../../find-edition";
import { findReceipt } from "../find-receipt";
import { NoReceiptPage } from "../no-receipt-page";
import styles from "../receipt.module.css";

interface Props {
  params: Promise<{ locale: string; edition: string; code: string }>;
}

export const metadata: Metadata = { robots: { index: false, follow: false } };

/** Asks before an answer is deleted, since nothing brings it back. */
export default async function WithdrawPage({ params }: Props) {
  const { locale, edition } = await requireEdition(params);
  const receipt = await findReceipt(locale, edition.slug, (await params).code);
  if (!receipt) return <NoReceiptPage locale={locale} edition={edition} />;
  const addressIn = (other: typeof locale, ...rest: string[]) =>
    addressOf(other, edition.slug, "receipt", receipt.code, ...rest);
  if (receipt.response.isWithdrawn) redirect(addressIn(locale));
  const t = translator(locale, "reader");
  return (
    <ReaderFrame
      locale={locale}
      company={edition.company}
      slug={edition.slug}
      hrefIn={(other) => addressIn(other, "withdraw")}
    >
      <title>{`${t("withdraw.title")} · ${receipt.code}`}</title>
      <Opening kicker={t("page.reportTitle", { report: edition.reportTitle[locale] })} title={t("withdraw.title")}>
        <p className={styles.thanks}>{t("withdraw.text", { code: receipt.code })}</p>
        {isSealed(receipt.edition) && <p className={styles.thanks}>{t("withdraw.sealed")}</p>}
        <form method="post" action={addressIn(locale, "withdrawal")} className={styles.acts}>
          <a className="btn" href={addressIn(locale)}>
            {t("withdraw.keep")}
          </a>
          <button className={`btn ${styles.stop}`} type="submit">
            {t("withdraw.act")}
          </button>
        </form>
      </Opening>
    </ReaderFrame>
  );
}
