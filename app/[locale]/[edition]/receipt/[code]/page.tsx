import type { Metadata } from "next";
import { CompanyLogo } from "@/app/_ui/company-logo";
import { translator } from "@/lib/messages/translator";
import { addressOf } from "../../../_frame/address";
import { ReaderFrame } from "../../../_frame/reader-frame";
import { requireEdition } from "../../find-edition";
import { findReceipt } from "./find-receipt";
import { NoReceiptPage } from "./no-receipt-page";
import { ReceiptView, type Said } from "./receipt-view";
import { WithdrawnView } from "./withdrawn-view";

interface Props {
  params: Promise<{ locale: string; edition: string; code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const NEWS: readonly Said[] = ["contactWithdrawn", "corrected", "changed"];

/** Thanks, the receipt code, a copy of one's own answers, and what its holder may do with them. */
export default async function ReceiptPage({ params, searchParams }: Props) {
  const { locale, edition: newest } = await requireEdition(params);
  const receipt = await findReceipt(locale, newest.slug, (await params).code);
  if (!receipt) return <NoReceiptPage locale={locale} edition={newest} />;
  const query = await searchParams;
  const said = NEWS.find((news) => query[news] !== undefined) ?? "thanks";
  const hrefIn = (other: typeof locale) => addressOf(other, newest.slug, "receipt", receipt.code);
  return (
    <ReaderFrame
      {...{ locale, hrefIn }}
      company={newest.company}
      slug={newest.slug}
      logo={<CompanyLogo company={newest.company} />}
    >
      {receipt.response.isWithdrawn ? (
        <WithdrawnView locale={locale} receipt={receipt} />
      ) : (
        <ReceiptView locale={locale} receipt={receipt} said={said} />
      )}
    </ReaderFrame>
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, edition } = await requireEdition(params);
  const receipt = await findReceipt(locale, edition.slug, (await params).code);
  const company = edition.company.shortName[locale];
  const t = translator(locale, "reader");
  const title = receipt ? t("document.receiptTitle", { code: receipt.code, company }) : t("noReceipt.title");
  return { title, robots: { index: false, follow: false } };
}
