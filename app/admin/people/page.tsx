import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { Section } from "@/app/_ui/desk/section";
import { listInvitations } from "@/db/invitations";
import { listPeople } from "@/db/people";
import { isTwoFactorRequired } from "@/db/staff-policy";
import { translator } from "@/lib/messages/translator";
import { doorTitle } from "../page-title";
import type { Query } from "../query";
import { requestedEdition } from "../requested-edition";
import { InvitationTable } from "./invitation-table";
import { InviteForm } from "./invite-form";
import { PeopleOutcome } from "./people-outcome";
import { PeopleTable } from "./people-table";
import { PolicyForm } from "./policy-form";

export const generateMetadata = async (): Promise<Metadata> => ({ title: await doorTitle("nav.people") });

export default async function PeoplePage({ searchParams }: { searchParams: Query }) {
  const staff = await requireStaff("/admin/people", "administrator");
  const { edition } = await requestedEdition(undefined);
  const locale = await departmentLocale();
  const t = translator(locale, "people");
  const [people, invitations] = [await listPeople(staff), await listInvitations(staff)];
  const shown = { locale, timeZone: edition.timeZone };
  return (
    <Desk staff={staff} locale={locale} company={edition.company} place="people" here="/admin/people">
      <h1>{t("title")}</h1>
      <PeopleOutcome query={searchParams} locale={locale} />
      <Section id="all" title={t("table.title")} say={t("say")}>
        <PeopleTable people={people} staff={staff} {...shown} />
      </Section>
      <Section id="invite" title={t("invite.title")} say={t("invite.say")}>
        {invitations.length > 0 && <InvitationTable invitations={invitations} {...shown} />}
        <InviteForm locale={locale} />
      </Section>
      <Section id="policy" title={t("policy.title")} say={t("policy.say")}>
        <PolicyForm required={await isTwoFactorRequired()} locale={locale} />
      </Section>
    </Desk>
  );
}
