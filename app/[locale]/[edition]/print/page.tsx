import type { Metadata } from "next";
import { CompanyLogo } from "@/app/_ui/company-logo";
import { translator } from "@/lib/messages/translator";
import { availabilityOf } from "@/lib/survey/edition";
import { addressOf } from "../../_frame/address";
import { findableMetadata } from "../../_frame/document-metadata";
import { ReaderFrame } from "../../_frame/reader-frame";
import { requireEdition } from "../find-edition";
import { UnavailablePage } from "../unavailable-page";
import { PrintedForm } from "./printed-form";

type Props = { params: Promise<{ locale: string; edition: string }> };

/** The form on paper; outside its field period the page that says so. */
export default async function PrintPage({ params }: Props) {
  const { locale, edition } = await requireEdition(params);
  const { company, slug } = edition;
  const availability = availabilityOf(edition, new Date());
  return (
    <ReaderFrame
      {...{ locale, company, slug }}
      hrefIn={(other) => addressOf(other, slug, "print")}
      logo={<CompanyLogo company={company} />}
    >
      {availability === "open" ? (
        <PrintedForm edition={edition} locale={locale} />
      ) : (
        <UnavailablePage edition={edition} locale={locale} availability={availability} typed={{}} showsDraft={false} />
      )}
    </ReaderFrame>
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, edition } = await requireEdition(params);
  const { company, slug } = edition;
  const t = translator(locale, "paper");
  const names = { department: company.department[locale], report: edition.reportTitle[locale] };
  const [title, description] = [t("documentTitle", names), t("description", names)];
  return findableMetadata({ locale, company, segments: [slug, "print"], title, description });
}
