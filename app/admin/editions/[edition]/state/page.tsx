import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { countUnfinished } from "@/db/unfinished-work";
import { translator } from "@/lib/messages/translator";
import { EDITION_ACTS, actsFor } from "@/lib/survey/edition-life";
import { deskTitle } from "../../../page-title";
import { type Query, queryValue } from "../../../query";
import { requestedEdition } from "../../../requested-edition";
import { consequenceOf } from "../../edition-acts";
import styles from "../../editions.module.css";
import { ActForm } from "./act-form";
import { OpeningCaution } from "./opening-caution";
import { SealingCaution } from "./sealing-caution";

type Props = { params: Promise<{ edition: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if (!(await findStaff())) return {};
  const { edition } = await requestedEdition((await params).edition);
  return { title: await deskTitle(translator(await departmentLocale(), "editions")("round", { slug: edition.slug })) };
}

/** Asks before an edition takes a step in its life. */
export default async function EditionStatePage({ params, searchParams }: Props) {
  const round = `/admin/editions/${encodeURIComponent((await params).edition)}`;
  const named = await queryValue(searchParams, "act");
  const act = EDITION_ACTS.find((known) => known === named);
  const here = act ? `${round}/state?act=${act}` : round;
  const staff = await requireStaff(here, "administrator");
  const { edition } = await requestedEdition((await params).edition);
  if (!act || !actsFor(edition, new Date()).includes(act)) redirect(round);
  const locale = await departmentLocale();
  const t = translator(locale, "editions");
  return (
    <Desk staff={staff} locale={locale} company={edition.company} round={edition.slug} place="editions" here={here}>
      <h1>{t(`acts.${act}.question`, { slug: edition.slug })}</h1>
      <p className={styles.question}>{consequenceOf(act, edition, locale)}</p>
      {(act === "open" || act === "schedule") && <OpeningCaution edition={edition} locale={locale} />}
      {act === "seal" && (
        <SealingCaution slug={edition.slug} work={await countUnfinished(staff, edition.id)} locale={locale} />
      )}
      <ActForm {...{ edition, act, locale }} />
    </Desk>
  );
}
