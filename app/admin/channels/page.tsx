import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, mayActAs, requireStaff } from "@/app/_session/staff";
import { AddressCaution } from "@/app/_ui/desk/address-caution";
import { Desk } from "@/app/_ui/desk/desk";
import { EditionSwitch } from "@/app/_ui/desk/edition-switch";
import { EditionTitle } from "@/app/_ui/desk/edition-title";
import { countAnswersByChannel } from "@/db/channel-answers";
import { env } from "@/lib/env";
import { translator } from "@/lib/messages/translator";
import { editionTitle } from "../page-title";
import { type Query, queryValue } from "../query";
import { requestedEdition } from "../requested-edition";
import { AddedNotice } from "./added-notice";
import { ChannelTable } from "./channel-table";
import styles from "./channels.module.css";
import { NewChannel } from "./new-channel";

type Props = { searchParams: Query };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  // Titles of drafts are not for visitors either; the page itself sends them to sign in.
  if (!(await findStaff())) return {};
  const { edition } = await requestedEdition(await queryValue(searchParams, "edition"));
  return { title: await editionTitle("nav.channels", edition.slug) };
}

export default async function ChannelsPage({ searchParams }: Props) {
  const slug = await queryValue(searchParams, "edition");
  const here = slug === undefined ? "/admin/channels" : `/admin/channels?edition=${encodeURIComponent(slug)}`;
  const staff = await requireStaff(here, "analyst");
  const { edition, editions } = await requestedEdition(slug);
  const locale = await departmentLocale();
  const answers = await countAnswersByChannel(staff, edition);
  const t = translator(locale, "channels");
  const title = translator(locale, "department")("nav.channels");
  return (
    <Desk staff={staff} locale={locale} company={edition.company} round={edition.slug} place="channels" here={here}>
      <EditionTitle {...{ title, edition, locale }} now={new Date()} />
      <AddedNotice query={searchParams} edition={edition} locale={locale} />
      <p className={styles.intro}>{t("intro")}</p>
      <EditionSwitch {...{ edition, editions, locale }} />
      <AddressCaution settings={env()} locale={locale} />
      <ChannelTable {...{ edition, answers, locale }} />
      {mayActAs(staff, "administrator") && <NewChannel {...{ edition, locale }} query={searchParams} />}
    </Desk>
  );
}
