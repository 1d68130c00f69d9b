import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, requireStaff } from "@/app/_session/staff";
import { AddressCaution } from "@/app/_ui/desk/address-caution";
import { CopyAddress } from "@/app/_ui/desk/copy-address";
import { Desk } from "@/app/_ui/desk/desk";
import { EditionHead } from "@/app/_ui/desk/edition-head";
import { Section } from "@/app/_ui/desk/section";
import { SealNotes } from "@/app/_ui/desk/seal-notes";
import { NO_ANSWERS, countAnswers } from "@/db/edition-counts";
import { env } from "@/lib/env";
import { translator } from "@/lib/messages/translator";
import { deskTitle } from "../../page-title";
import { type Query, queryValue } from "../../query";
import { requestedEdition } from "../../requested-edition";
import { EditionActs } from "../edition-acts";
import { EditionFacts } from "../edition-facts";
import { NextStep } from "../next-step";
import { Said } from "../said";
import { DraftNote } from "./instrument/draft-note";

type Props = { params: Promise<{ edition: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if (!(await findStaff())) return {};
  const { edition } = await requestedEdition((await params).edition);
  return { title: await deskTitle(translator(await departmentLocale(), "editions")("round", { slug: edition.slug })) };
}

export default async function EditionPage({ params, searchParams }: Props) {
  const here = `/admin/editions/${encodeURIComponent((await params).edition)}`;
  const staff = await requireStaff(here, "administrator");
  const { edition, editions } = await requestedEdition((await params).edition);
  const [locale, now] = [await departmentLocale(), new Date()];
  const [t, desk] = [translator(locale, "editions"), translator(locale, "department")];
  const counts = (await countAnswers(staff, edition.id)).get(edition.id) ?? NO_ANSWERS;
  const form = `${env().publicUrl}${locale === "en" ? "/en" : ""}/${edition.slug}`;
  return (
    <Desk staff={staff} locale={locale} company={edition.company} round={edition.slug} place="editions" here={here}>
      <EditionHead
        title={t("round", { slug: edition.slug })}
        {...{ edition, locale, results: { ...counts, asOf: now, quarantined: [] } }}
      />
      <Said said={await queryValue(searchParams, "said")} locale={locale} />
      <SealNotes {...{ staff, edition, locale }} />
      <DraftNote {...{ staff, slug: edition.slug, locale }} />
      <EditionActs {...{ edition, locale, now }} />
      <NextStep {...{ edition, editions, locale }} />
      <Section id="address" title={t("address.title")} say={t("address.say")}>
        <AddressCaution settings={env()} locale={locale} />
        <CopyAddress
          address={form}
          label={t("address.label")}
          copy={desk("empty.copy")}
          copied={desk("empty.copied")}
        />
      </Section>
      <EditionFacts {...{ edition, locale }} />
    </Desk>
  );
}
