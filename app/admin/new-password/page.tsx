import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { AccountForm } from "@/app/_ui/desk/account-form";
import { Door } from "@/app/_ui/desk/door";
import { findReset } from "@/db/passwords";
import { translator } from "@/lib/messages/translator";
import { type Query, queryValue } from "../query";
import { setNewPassword } from "./actions";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translator(await departmentLocale(), "people")("resetPage.title"),
});

export default async function NewPasswordPage({ searchParams }: { searchParams: Query }) {
  const token = (await queryValue(searchParams, "token")) ?? "";
  const here = `/admin/new-password?token=${encodeURIComponent(token)}`;
  const locale = await departmentLocale();
  const t = translator(locale, "people");
  const owner = await findReset(token);
  if (!owner)
    return (
      <Door locale={locale} here={here} title={t("resetPage.deadTitle")}>
        <p>{t("resetPage.dead")}</p>
      </Door>
    );
  const password = { label: t("password.newLabel"), hint: t("password.hint") };
  return (
    <Door locale={locale} here={here} title={t("resetPage.title")}>
      <p>{t("resetPage.intro", { email: owner.email })}</p>
      <AccountForm
        action={setNewPassword}
        hidden={{ token }}
        submit={t("resetPage.submit")}
        errorPrefix={translator(locale, "department")("form.prefix")}
        fields={[{ name: "password", ...password, type: "password", autoComplete: "new-password" }]}
      />
    </Door>
  );
}
