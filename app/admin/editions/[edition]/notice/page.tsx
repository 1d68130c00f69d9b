import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { Caution } from "@/app/_ui/desk/caution";
import { translator } from "@/lib/messages/translator";
import { isSealed } from "@/lib/survey/edition-life";
import { emptyElementsOf } from "@/lib/survey/privacy-notice";
import { deskTitle } from "../../../page-title";
import { type Query, queryValue } from "../../../query";
import { requestedEdition } from "../../../requested-edition";
import { elementNames } from "../../element-names";
import { logoRefusal } from "./logo-address";
import { LogoSection } from "./logo-section";
import { NoticeForm } from "./notice-form";

type Props = { params: Promise<{ edition: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if (!(await findStaff())) return {};
  const { edition } = await requestedEdition((await params).edition);
  const t = translator(await departmentLocale(), "editions");
  return { title: await deskTitle(t("notice.title"), t("round", { slug: edition.slug })) };
}

export default async function EditionNoticePage({ params, searchParams }: Props) {
  const round = `/admin/editions/${encodeURIComponent((await params).edition)}`;
  const here = `${round}/notice`;
  const staff = await requireStaff(here, "administrator");
  const { edition } = await requestedEdition((await params).edition);
  if (isSealed(edition)) redirect(round);
  const locale = await departmentLocale();
  const t = translator(locale, "editions");
  const empty = emptyElementsOf(edition);
  return (
    <Desk staff={staff} locale={locale} company={edition.company} round={edition.slug} place="editions" here={here}>
      <p>{t("round", { slug: edition.slug })}</p>
      <h1>{t("notice.title")}</h1>
      {empty.length > 0 && <Caution>{t("notice.empty", { elements: elementNames(empty, locale) })}</Caution>}
      <NoticeForm edition={edition} locale={locale} />
      <LogoSection {...{ edition, locale }} refused={logoRefusal(await queryValue(searchParams, "logo"))} />
    </Desk>
  );
}
