import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { isSignOnOnly } from "@/app/_session/identity-provider";
import { AccountForm } from "@/app/_ui/desk/account-form";
import { Door } from "@/app/_ui/desk/door";
import { findInvitation } from "@/db/invitations";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type Query, queryValue } from "../query";
import { SignOn } from "../sign-in/sign-on";
import { accept } from "./actions";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translator(await departmentLocale(), "people")("acceptTitle"),
});

export default async function InvitationPage({ searchParams }: { searchParams: Query }) {
  const token = (await queryValue(searchParams, "token")) ?? "";
  const here = `/admin/invitation?token=${encodeURIComponent(token)}`;
  const locale = await departmentLocale();
  const [t, common] = [translator(locale, "people"), translator(locale, "department")];
  const invitation = await findInvitation(token);
  if (!invitation)
    return (
      <Door locale={locale} here={here} title={t("accept.deadTitle")}>
        <p>{t("accept.dead")}</p>
        <p>
          <a href="/admin/sign-in">{t("accept.signIn")}</a>
        </p>
      </Door>
    );
  return (
    <Door locale={locale} here={here} title={t("acceptTitle")}>
      <p>{t("accept.intro", { role: common(`role.${invitation.role}`) })}</p>
      <p>
        {t("accept.emailLabel")} <strong>{invitation.email}</strong>
      </p>
      <SignOn locale={locale} next="/admin" />
      {isSignOnOnly() || <AcceptForm token={token} locale={locale} />}
    </Door>
  );
}

/** Name and password of whoever accepts. */
function AcceptForm({ token, locale }: { token: string; locale: Locale }) {
  const [t, common] = [translator(locale, "people"), translator(locale, "department")];
  const password = { label: t("password.label"), hint: t("password.hint") };
  return (
    <AccountForm
      action={accept}
      hidden={{ token }}
      submit={t("accept.submit")}
      errorPrefix={common("form.prefix")}
      fields={[
        { name: "name", label: t("name.label"), type: "text", autoComplete: "name" },
        { name: "password", ...password, type: "password", autoComplete: "new-password" },
      ]}
    />
  );
}
