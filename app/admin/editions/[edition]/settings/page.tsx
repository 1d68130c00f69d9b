import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { translator } from "@/lib/messages/translator";
import { isSealed } from "@/lib/survey/edition-life";
import { deskTitle } from "../../../page-title";
import { requestedEdition } from "../../../requested-edition";
import { SettingsForm } from "./settings-form";

type Props = { params: Promise<{ edition: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if (!(await findStaff())) return {};
  const { edition } = await requestedEdition((await params).edition);
  const t = translator(await departmentLocale(), "editions");
  return { title: await deskTitle(t("settings.title"), t("round", { slug: edition.slug })) };
}

export default async function EditionSettingsPage({ params }: Props) {
  const round = `/admin/editions/${encodeURIComponent((await params).edition)}`;
  const here = `${round}/settings`;
  const staff = await requireStaff(here, "administrator");
  const { edition } = await requestedEdition((await params).edition);
  if (isSealed(edition)) redirect(round);
  const locale = await departmentLocale();
  const t = translator(locale, "editions");
  return (
    <Desk staff={staff} locale={locale} company={edition.company} round={edition.slug} place="editions" here={here}>
      <p>{t("round", { slug: edition.slug })}</p>
      <h1>{t("settings.title")}</h1>
      <SettingsForm edition={edition} locale={locale} />
    </Desk>
  );
}
