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
import { FORM_ID } from "./_form/form-id";
import { pageKey } from "./_form/page-key";
import { Letter } from "./letter";
import { requireEdition } from "./find-edition";
import { queryOf, readQuery } from "./query";
import { findRefusedPost } from "./refused-post";
import { TypedAgain } from "./typed-again";
import { UnavailablePage } from "./unavailable-page";

interface Props {
  params: Promise<{ locale: string; edition: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The reader's form; outside its field period the page that says so. */
export default async function FormPage({ params, searchParams }: Props) {
  const post = await findRefusedPost();
  const { locale, edition } = await requireEdition(params, post.instrumentVersion);
  const { channel: named, isShared } = readQuery(await searchParams);
  const channel = findChannel(edition.channels, post.channel ?? named);
  const addressIn = (other: typeof locale, ...rest: string[]) => addressOf(other, edition.slug, ...rest);
  const hrefIn = (other: typeof locale) => addressIn(other) + queryOf({ channel, isShared });
  const actionIn = (other: typeof locale) => addressIn(other, "responses") + queryOf({ isShared });
  const availability = availabilityOf(edition, new Date());
  const isCarried = availability !== "open" && Object.keys(post.typed).length > 0;
  const form = availability === "open" || isCarried ? { id: FORM_ID, actionIn } : undefined;
  return (
    <ReaderFrame locale={locale} company={edition.company} slug={edition.slug} hrefIn={hrefIn} form={form}>
      <SharedPicture locale={locale} />
      {availability === "open" ? (
        <FeedbackForm
          content={formContent(edition, locale, { ...(await pageKey(edition.slug, post)), channel, isShared })}
          kicker={translator(locale, "reader")("page.reportTitle", { report: edition.reportTitle[locale] })}
          heading={edition.instrument.title[locale]}
          letter={<Letter edition={edition} locale={locale} />}
          typed={post.typed}
          refusal={post.refusal}
          visit={{
            edition: edition.slug,
            address: hrefIn(locale),
            receipts: addressIn(locale, "receipt", ""),
            isShared,
            isReturned: post.isReturned,
          }}
        />
      ) : (
        <UnavailablePage {...{ edition, locale, availability, typed: post.typed, showsDraft: !isShared }} />
      )}
      {isCarried ? <TypedAgain action={actionIn(locale)} typed={post.typed} /> : null}
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
