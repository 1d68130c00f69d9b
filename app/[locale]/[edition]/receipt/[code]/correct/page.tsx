import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { translator } from "@/lib/messages/translator";
import { availabilityOf } from "@/lib/survey/edition";
import { addressOf } from "../../../../_frame/address";
import { ReaderFrame } from "../../../../_frame/reader-frame";
import { FeedbackForm } from "../../../_form/feedback-form";
import { formContent } from "../../../_form/form-content";
import { FORM_ID } from "../../../_form/form-id";
import { requireEdition } from "../../../find-edition";
import { findRefusedPost } from "../../../refused-post";
import { fieldsOf } from "../answers-of";
import { findReceipt } from "../find-receipt";
import { NoReceiptPage } from "../no-receipt-page";
import styles from "../receipt.module.css";

interface Props {
  params: Promise<{ locale: string; edition: string; code: string }>;
}

export const metadata: Metadata = { robots: { index: false, follow: false } };

/** The form with the answers of a receipt, to be corrected while the edition is open. */
export default async function CorrectPage({ params }: Props) {
  const { locale, edition: newest } = await requireEdition(params);
  const receipt = await findReceipt(locale, newest.slug, (await params).code);
  if (!receipt) return <NoReceiptPage locale={locale} edition={newest} />;
  const { edition, response, code } = receipt;
  const addressIn = (other: typeof locale, ...rest: string[]) =>
    addressOf(other, edition.slug, "receipt", code, ...rest);
  if (response.isWithdrawn || availabilityOf(edition, new Date()) !== "open") redirect(addressIn(locale));
  const { refusal, typed, heading } = await findRefusedPost();
  const t = translator(locale, "reader");
  const content = formContent(edition, locale, {});
  const said = { submit: t("correct.submit"), after: t("correct.after", { code }), network: t("correct.network") };
  const title = `${t("correct.title")} · ${code}`;
  return (
    <ReaderFrame
      locale={locale}
      company={edition.company}
      slug={edition.slug}
      hrefIn={(other) => addressIn(other, "correct")}
      form={{ id: FORM_ID, actionIn: (other) => addressIn(other, "correction") }}
    >
      <title>{heading ? `${heading} · ${title}` : title}</title>
      <FeedbackForm
        content={{ ...content, title, action: addressIn(locale, "correction"), words: { ...content.words, ...said } }}
        kicker={t("page.reportTitle", { report: edition.reportTitle[locale] })}
        heading={t("correct.title")}
        letter={<p className={styles.thanks}>{t("correct.text")}</p>}
        typed={Object.keys(typed).length > 0 ? typed : fieldsOf(edition.instrument, response)}
        refusal={refusal}
      />
    </ReaderFrame>
  );
}
