import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { translator } from "@/lib/messages/translator";
import { dayIn } from "@/lib/survey/edition";
import { entryRefusal } from "@/lib/survey/entry";
import { editionTitle } from "../page-title";
import { type Query, queryValue } from "../query";
import { requestedEdition } from "../requested-edition";
import { entryChannels, entryContent } from "./entry-content";
import { EntryForm } from "./entry-form";
import { EntryHead } from "./entry-head";
import { EntryKeys } from "./entry-keys";
import { freshState } from "./next-state";

type Props = { searchParams: Query };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  if (!(await findStaff())) return {};
  const { edition } = await requestedEdition(await queryValue(searchParams, "edition"));
  return { title: await editionTitle("nav.entry", edition.slug) };
}

export default async function EntryPage({ searchParams }: Props) {
  const slug = await queryValue(searchParams, "edition");
  const here = slug === undefined ? "/admin/entry" : `/admin/entry?edition=${encodeURIComponent(slug)}`;
  const staff = await requireStaff(here, "analyst");
  const { edition, editions } = await requestedEdition(slug);
  const locale = await departmentLocale();
  const t = translator(locale, "entry");
  const refusal = entryRefusal(edition);
  const [channel] = entryChannels(edition.channels);
  const head = { channel: channel?.code ?? "", received_on: dayIn(edition.timeZone, new Date()), locale: "zh-CN" };
  return (
    <Desk staff={staff} locale={locale} company={edition.company} place="entry" here={here}>
      <EntryHead {...{ staff, edition, editions, locale }} title={t("title")} say={t("intro")} />
      {refusal && <p className="notice">{t(`refused.${refusal}`)}</p>}
      {!refusal && <EntryKeys locale={locale} />}
      {!refusal && (
        <EntryForm
          key={edition.slug}
          content={entryContent(edition, locale)}
          fresh={await freshState({ staff, edition, locale }, head)}
        />
      )}
    </Desk>
  );
}
