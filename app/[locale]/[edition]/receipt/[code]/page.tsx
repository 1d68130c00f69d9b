import type { Metadata } from "next";
import { findEdition } from "@/db/editions";
import { findResponseByReceipt } from "@/db/responses";
import { translator } from "@/lib/messages/translator";
import { findReceiptCode } from "@/lib/survey/receipt-code";
import { addressOf } from "../../../_frame/address";
import { NoticePage } from "../../../_frame/notice-page";
import { ReaderFrame } from "../../../_frame/reader-frame";
import { requireEdition } from "../../find-edition";
import { ReceiptView } from "./receipt-view";

interface Props {
  params: Promise<{ locale: string; edition: string; code: string }>;
  searchParams: Promise<{ changed?: string }>;
}

/** Thanks, the receipt code, and a copy of one's own answers for whoever holds the code. */
export default async function ReceiptPage({ params, searchParams }: Props) {
  const { locale, edition: newest } = await requireEdition(params);
  const code = findReceiptCode(decodeURIComponent((await params).code));
  const response = code ? await findResponseByReceipt(code) : null;
  const edition = response?.editionSlug === newest.slug && (await findEdition(newest.slug, response.instrumentVersion));
  if (!code || !response || !edition) {
    const t = translator(locale, "reader");
    return <NoticePage locale={locale} title={t("noReceipt.title")} text={t("noReceipt.text")} />;
  }
  const changed = (await searchParams).changed !== undefined;
  const hrefIn = (other: typeof locale) => addressOf(other, edition.slug, "receipt", code);
  return (
    <ReaderFrame locale={locale} company={edition.company} hrefIn={hrefIn}>
      <ReceiptView {...{ locale, edition, code, response, changed }} />
    </ReaderFrame>
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, edition } = await requireEdition(params);
  const code = findReceiptCode(decodeURIComponent((await params).code)) ?? "";
  const company = edition.company.shortName[locale];
  const title = translator(locale, "reader")("document.receiptTitle", { code, company });
  return { title, robots: { index: false, follow: false } };
}
