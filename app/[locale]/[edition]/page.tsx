import type { Metadata } from "next";
import { findChannel } from "@/lib/survey/channel";
import { availabilityOf } from "@/lib/survey/edition";
import { translator } from "@/lib/messages/translator";
import { addressOf } from "../_frame/address";
import { findableMetadata } from "../_frame/document-metadata";
import { ReaderFrame } from "../_frame/reader-frame";
import { SharedPicture } from "../_frame/shared-picture";
import { FeedbackForm } from "./_form/feedback-form";
import { formContent, formTitle } from "./_form/form-content";
import { pageKey } from "./_form/page-key";
import { Letter } from "./letter";
import { requireEdition } from "./find-edition";
import { findRefusedPost } from "./refused-post";
import { UnavailablePage } from "./unavailable-page";

interface Props {
  params: Promise<{ locale: string; edition: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The reader's form; outside its field period the page that says so. */
export default async function FormPage({ params, searchParams }: Props) {
  const { locale, edition } = await requireEdition(params);
  const { refusal, typed, ...post } = await findRefusedPost();
  const channel = post.channel ?? findChannel((await searchParams).c);
  const hrefIn = (other: typeof locale) => addressOf(other, edition.slug) + (channel ? `?c=${channel}` : "");
  const availability = availabilityOf(edition, new Date());
  return (
    <ReaderFrame locale={locale} company={edition.company} slug={edition.slug} hrefIn={hrefIn}>
      <SharedPicture locale={locale} />
      {availability === "open" ? (
        <FeedbackForm
          content={formContent(edition, locale, { ...(await pageKey(edition.slug, post)), channel })}
          kicker={translator(locale, "reader")("page.reportTitle", { report: edition.reportTitle[locale] })}
          heading={edition.instrument.title[locale]}
          letter={<Letter edition={edition} locale={locale} />}
          typed={typed}
          refusal={refusal}
        />
      ) : (
        <UnavailablePage edition={edition} locale={locale} availability={availability} typed={typed} />
      )}
    </ReaderFrame>
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, edition } = await requireEdition(params);
  const { heading } = await findRefusedPost();
  const t = translator(locale, "reader");
  const names = { company: edition.company.shortName[locale], report: edition.reportTitle[locale] };
  const title = formTitle(edition, locale);
  const description = t("document.description", names);
  const { company, slug } = edition;
  const found = findableMetadata({ locale, company, segments: [slug], title, description });
  return heading ? { ...found, title: `${heading} · ${title}` } : found;
}
