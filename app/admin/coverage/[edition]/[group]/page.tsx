import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, requireStaff } from "@/app/_session/staff";
import { AddressCaution } from "@/app/_ui/desk/address-caution";
import { Desk } from "@/app/_ui/desk/desk";
import { EditionTitle } from "@/app/_ui/desk/edition-title";
import { findEdition } from "@/db/editions";
import { LOCALES } from "@/lib/locale";
import { env } from "@/lib/env";
import { translator } from "@/lib/messages/translator";
import { STAKEHOLDER_GROUP_NAMES, StakeholderGroup } from "@/lib/survey/stakeholder-group";
import { editionTitle } from "../../../page-title";
import { type Query, queryValue } from "../../../query";
import { ChangeOwner } from "./change-owner";
import { GroupLinks } from "./group-links";
import styles from "../../coverage.module.css";
import { InvitationTexts } from "./invitation-texts";
import { WhenToSend } from "./when-to-send";

type Props = { params: Promise<{ edition: string; group: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { edition, group: named } = await params;
  const group = StakeholderGroup.safeParse(named).data;
  if (!group || !(await findStaff())) return {};
  const locale = await departmentLocale();
  const title = translator(locale, "coverage")("invite.title", { group: STAKEHOLDER_GROUP_NAMES[group][locale] });
  return { title: `${title} · ${await editionTitle("nav.coverage", edition)}` };
}

/** What a group's owner department sends to it, ready to be copied, in both languages. */
export default async function InvitationPage({ params, searchParams }: Props) {
  const { edition: slug, group: named } = await params;
  const here = `/admin/coverage/${encodeURIComponent(slug)}/${encodeURIComponent(named)}`;
  const staff = await requireStaff(here, "analyst");
  const [edition, group] = [await findEdition(slug), StakeholderGroup.safeParse(named).data];
  if (!edition || !group) notFound();
  const locale = await departmentLocale();
  const [t, now] = [translator(locale, "coverage"), new Date()];
  const title = t("invite.title", { group: STAKEHOLDER_GROUP_NAMES[group][locale] });
  return (
    <Desk staff={staff} locale={locale} company={edition.company} round={edition.slug} place="coverage" here={here}>
      <EditionTitle {...{ title, edition, now, locale }}>
        <li>
          <Link href={`/admin/coverage?edition=${slug}`}>{t("invite.back")}</Link>
        </li>
      </EditionTitle>
      {(await queryValue(searchParams, "said")) === "saved" && (
        <p className={`notice ${styles.notice}`} role="status">
          {t("owner.saved")}
        </p>
      )}
      <AddressCaution settings={env()} locale={locale} />
      <GroupLinks {...{ slug, group, locale }} />
      <WhenToSend {...{ staff, edition, group, now, locale }} />
      {LOCALES.map((language) => (
        <InvitationTexts key={language} {...{ edition, group, language, locale }} />
      ))}
      <ChangeOwner {...{ staff, edition, group, locale }} />
    </Desk>
  );
}
