import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { translator } from "@/lib/messages/translator";
import { findReceiptCode } from "@/lib/survey/receipt-code";
import { addressOf } from "../../_frame/address";
import { Opening } from "../../_frame/opening";
import { ReaderFrame } from "../../_frame/reader-frame";
import { requireEdition } from "../find-edition";
import styles from "./receipt-entry.module.css";

interface Props {
  params: Promise<{ locale: string; edition: string }>;
  searchParams: Promise<{ code?: string | string[] }>;
}

/** Where a code from paper or a screenshot is typed in. */
export default async function ReceiptEntryPage({ params, searchParams }: Props) {
  const { locale, edition } = await requireEdition(params);
  const { code: sent } = await searchParams;
  const typed = typeof sent === "string" ? sent.slice(0, 40) : "";
  const code = findReceiptCode(typed);
  if (code) redirect(addressOf(locale, edition.slug, "receipt", code));
  const t = translator(locale, "reader");
  const error = typed === "" ? null : t("noReceipt.text");
  return (
    <ReaderFrame
      locale={locale}
      company={edition.company}
      slug={edition.slug}
      hrefIn={(other) => addressOf(other, edition.slug, "receipt")}
    >
      <Opening kicker={t("page.reportTitle", { report: edition.reportTitle[locale] })} title={t("receiptEntry.title")}>
        <form method="get" action={addressOf(locale, edition.slug, "receipt")} className={styles.entry}>
          <label htmlFor="code">{t("receipt.code")}</label>
          <p id="code-hint">{error ?? t("receiptEntry.hint")}</p>
          <input
            className="input"
            id="code"
            name="code"
            defaultValue={typed}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            aria-describedby="code-hint"
            aria-invalid={error ? true : undefined}
          />
          <button className="btn" type="submit">
            {t("receiptEntry.open")}
          </button>
        </form>
      </Opening>
    </ReaderFrame>
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, edition } = await requireEdition(params);
  const title = translator(locale, "reader")("receiptEntry.title");
  return { title: `${title} · ${edition.company.shortName[locale]}`, robots: { index: false } };
}
