import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, mayActAs, requireStaff } from "@/app/_session/staff";
import { AddressCaution } from "@/app/_ui/desk/address-caution";
import { Desk } from "@/app/_ui/desk/desk";
import { EditionTitle } from "@/app/_ui/desk/edition-title";
import { countAnswersByChannel } from "@/db/channel-answers";
import { env } from "@/lib/env";
import { translator } from "@/lib/messages/translator";
import { editionTitle } from "../../../page-title";
import { type Query, queryValue } from "../../../query";
import { findRequestedChannel } from "../../requested-channel";
import { ChannelCodes } from "./channel-codes";
import { ChangeChannel } from "./change-channel";

interface Props {
  readonly params: Promise<{ edition: string; code: string }>;
  readonly searchParams: Query;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { edition, code } = await params;
  const found = (await findStaff()) && (await findRequestedChannel(edition, code));
  if (!found) return {};
  const name = found.channel.name[await departmentLocale()];
  return { title: `${name} · ${await editionTitle("nav.channels", edition)}` };
}

/** A channel: its links and codes at their size, and for administrators what can be changed about it. */
export default async function ChannelPage({ params, searchParams }: Props) {
  const { edition: slug, code } = await params;
  const here = `/admin/channels/${encodeURIComponent(slug)}/${encodeURIComponent(code)}`;
  const staff = await requireStaff(here, "analyst");
  const { edition, channel } = (await findRequestedChannel(slug, code)) ?? notFound();
  const locale = await departmentLocale();
  const t = translator(locale, "channels");
  const answers = (await countAnswersByChannel(staff, edition)).find((row) => row.code === code);
  const change = { staff, edition, code, locale, hasAnswers: (answers?.kept ?? 0) > 0 };
  return (
    <Desk staff={staff} locale={locale} company={edition.company} round={edition.slug} place="channels" here={here}>
      <EditionTitle title={channel.name[locale]} {...{ edition, locale }} now={new Date()}>
        <li>{t("one.answers", { n: answers?.valid ?? 0 })}</li>
        <li>
          <Link href={`/admin/channels?edition=${slug}`}>{t("one.back")}</Link>
        </li>
      </EditionTitle>
      <AddressCaution settings={env()} locale={locale} />
      <ChannelCodes {...{ edition, channel, locale }} />
      {mayActAs(staff, "administrator") && (
        <ChangeChannel {...change} refused={(await queryValue(searchParams, "refused")) !== undefined} />
      )}
    </Desk>
  );
}
