import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { signOnName } from "@/app/_session/identity-provider";
import { requireOwner, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { Outcome } from "@/app/_ui/desk/outcome";
import { Section } from "@/app/_ui/desk/section";
import { hasPassword } from "@/db/passwords";
import { listSessions } from "@/db/sessions";
import en from "@/lib/messages/en/account.json";
import { translator } from "@/lib/messages/translator";
import { doorTitle } from "../page-title";
import { type Query, queryValue } from "../query";
import { requestedEdition } from "../requested-edition";
import { NameSection, PasswordSection, SessionSection, TwoFactorSection } from "./account-sections";

export const generateMetadata = async (): Promise<Metadata> => ({ title: await doorTitle("nav.account") });

const isDone = (key: string | undefined): key is keyof typeof en.done => key !== undefined && key in en.done;

export default async function AccountPage({ searchParams }: { searchParams: Query }) {
  const staff = await requireStaff("/admin/account");
  const { sessionId, twoFactor } = await requireOwner("/admin/account");
  const { edition } = await requestedEdition(undefined);
  const locale = await departmentLocale();
  const t = translator(locale, "account");
  const done = await queryValue(searchParams, "done");
  const sessions = await listSessions(staff, staff.id);
  return (
    <Desk staff={staff} locale={locale} company={edition.company} place="account" here="/admin/account">
      <h1>{t("title")}</h1>
      <Outcome done={isDone(done) ? t(`done.${done}`) : null} />
      <NameSection staff={staff} locale={locale} />
      {(await hasPassword(staff)) ? (
        <>
          <PasswordSection staff={staff} locale={locale} />
          <TwoFactorSection on={twoFactor} locale={locale} />
        </>
      ) : (
        <Section id="password-title" title={t("password.title")} say={t("password.none", { name: signOnName() ?? "" })}>
          {null}
        </Section>
      )}
      <SessionSection sessions={sessions} hereId={sessionId} timeZone={edition.timeZone} locale={locale} />
    </Desk>
  );
}
