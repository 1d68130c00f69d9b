import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { translator } from "@/lib/messages/translator";
import { deskTitle } from "../../../page-title";
import { editionBefore } from "../../../results/results-view";
import { requestedEdition } from "../../../requested-edition";
import { CopiedParts } from "../../copied-parts";
import styles from "../../editions.module.css";
import { OldYears } from "./old-years";
import { ToSet } from "./to-set";

type Props = { params: Promise<{ edition: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if (!(await findStaff())) return {};
  const { edition } = await requestedEdition((await params).edition);
  const t = translator(await departmentLocale(), "nextEdition");
  return { title: await deskTitle(t("checklist.title", { slug: edition.slug })) };
}

/** What to look at before an edition is opened: made from the edition as it is, so that what is done falls out. */
export default async function ChecklistPage({ params }: Props) {
  const round = `/admin/editions/${encodeURIComponent((await params).edition)}`;
  const here = `${round}/checklist`;
  const staff = await requireStaff(here, "administrator");
  const { edition, editions } = await requestedEdition((await params).edition);
  const last = editionBefore(edition, editions);
  const compared = last && { form: edition, last };
  const locale = await departmentLocale();
  const t = translator(locale, "nextEdition");
  return (
    <Desk staff={staff} locale={locale} company={edition.company} round={edition.slug} place="editions" here={here}>
      <h1>{t("checklist.title", { slug: edition.slug })}</h1>
      <p className={styles.question}>{t("checklist.say")}</p>
      <OldYears edition={edition} locale={locale} />
      <ToSet edition={edition} locale={locale} />
      <CopiedParts edition={edition} locale={locale} title={t("checklist.has")} compared={compared} />
      <p className={styles.way}>
        <a href={round}>{translator(locale, "editions")("act.back")}</a>
      </p>
    </Desk>
  );
}
