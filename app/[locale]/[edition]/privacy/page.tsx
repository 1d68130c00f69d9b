import type { Metadata } from "next";
import { CompanyLogo } from "@/app/_ui/company-logo";
import { translator } from "@/lib/messages/translator";
import { addressOf } from "../../_frame/address";
import { findableMetadata, publicAddress } from "../../_frame/document-metadata";
import { Opening } from "../../_frame/opening";
import { ReaderFrame } from "../../_frame/reader-frame";
import { requireEdition } from "../find-edition";
import { dateOf, noticeElements } from "./notice-elements";
import { NoticeText } from "./notice-text";
import styles from "./privacy.module.css";

type Props = { params: Promise<{ locale: string; edition: string }> };

/** The privacy notice of an edition, to be read before sending and kept on paper. */
export default async function PrivacyPage({ params }: Props) {
  const { locale, edition } = await requireEdition(params);
  const { company, slug, privacyNotice, reportTitle } = edition;
  const t = translator(locale, "privacy");
  const kicker = translator(locale, "reader")("page.reportTitle", { report: reportTitle[locale] });
  const receiptAddress = publicAddress(addressOf(locale, slug, "receipt"));
  const date = dateOf(privacyNotice.effectiveOn, locale);
  return (
    <ReaderFrame
      {...{ locale, company, slug }}
      hrefIn={(other) => addressOf(other, slug, "privacy")}
      logo={<CompanyLogo company={company} />}
    >
      <Opening kicker={kicker} title={t("title")}>
        <p className={`num ${styles.version}`}>{t("edition", { version: privacyNotice.version, date })}</p>
        <p className={styles.summary}>{t("summary")}</p>
      </Opening>
      <NoticeText elements={noticeElements(edition, locale, receiptAddress)} />
    </ReaderFrame>
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, edition } = await requireEdition(params);
  const { company, slug } = edition;
  const t = translator(locale, "privacy");
  const names = { company: company.shortName[locale], report: edition.reportTitle[locale] };
  const [title, description] = [t("documentTitle", names), t("description", names)];
  return findableMetadata({ locale, company, segments: [slug, "privacy"], title, description });
}
