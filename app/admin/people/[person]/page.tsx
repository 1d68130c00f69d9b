import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { departmentLocale } from "@/app/_session/department-locale";
import { isSignOnOnly } from "@/app/_session/identity-provider";
import { requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { Section } from "@/app/_ui/desk/section";
import { SessionList } from "@/app/_ui/desk/session-list";
import { findPerson } from "@/db/people";
import { listSessions } from "@/db/sessions";
import { translator } from "@/lib/messages/translator";
import { doorTitle } from "../../page-title";
import type { Query } from "../../query";
import { requestedEdition } from "../../requested-edition";
import { PeopleOutcome } from "../people-outcome";
import { endPersonSessions } from "./actions";
import { RemoveSection, ResetSection, RoleSection, TwoFactorSection } from "./person-sections";

type Props = { params: Promise<{ person: string }>; searchParams: Query };

export const generateMetadata = async (): Promise<Metadata> => ({ title: await doorTitle("nav.people") });

export default async function PersonPage({ params, searchParams }: Props) {
  const id = (await params).person;
  const here = `/admin/people/${encodeURIComponent(id)}`;
  const staff = await requireStaff(here, "administrator");
  const person = (await findPerson(staff, id)) ?? notFound();
  const { edition } = await requestedEdition(undefined);
  const locale = await departmentLocale();
  const t = translator(locale, "people");
  const sessions = await listSessions(staff, person.id);
  const end = { end: endPersonSessions, hidden: { person: person.id }, timeZone: edition.timeZone };
  const words = { started: (moment: string) => t("person.sessions.started", { moment }), here: "" };
  return (
    <Desk staff={staff} locale={locale} company={edition.company} place="people" here={here}>
      <a href="/admin/people">{t("person.back")}</a>
      <h1>{person.name}</h1>
      <p>{person.email}</p>
      <PeopleOutcome query={searchParams} locale={locale} />
      <RoleSection person={person} locale={locale} />
      <Section id="sessions-title" title={t("person.sessions.title")} say={t("person.sessions.say")}>
        {sessions.length === 0 && <p>{t("person.sessions.none")}</p>}
        <SessionList {...end} words={{ ...words, end: t("person.sessions.end") }} sessions={sessions} locale={locale} />
        {sessions.length > 1 && (
          <form action={endPersonSessions}>
            <input type="hidden" name="person" value={person.id} />
            <button className="btn btn-2">{t("person.sessions.endAll")}</button>
          </form>
        )}
      </Section>
      <TwoFactorSection person={person} locale={locale} />
      {isSignOnOnly() || <ResetSection person={person} locale={locale} />}
      <RemoveSection person={person} locale={locale} />
    </Desk>
  );
}
