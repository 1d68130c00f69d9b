import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { pathBelowAdmin } from "@/app/_session/path-below-admin";
import { AccountForm } from "@/app/_ui/desk/account-form";
import { Door } from "@/app/_ui/desk/door";
import { FinePrint } from "@/app/_ui/desk/fine-print";
import { translator } from "@/lib/messages/translator";
import { type Query, queryValue } from "../../query";
import { signInByCode } from "./actions";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translator(await departmentLocale(), "account")("code.title"),
});

export default async function SecondFactorPage({ searchParams }: { searchParams: Query }) {
  const next = pathBelowAdmin(await queryValue(searchParams, "next"));
  const locale = await departmentLocale();
  const t = translator(locale, "account");
  const here = `/admin/sign-in/second-factor?next=${encodeURIComponent(next)}`;
  const code = { label: t("code.label"), hint: t("code.hint") };
  return (
    <Door locale={locale} here={here} title={t("code.title")}>
      <AccountForm
        action={signInByCode}
        hidden={{ next }}
        submit={t("code.submit")}
        errorPrefix={translator(locale, "department")("form.prefix")}
        fields={[{ name: "code", ...code, type: "text", autoComplete: "one-time-code" }]}
      />
      <FinePrint>
        <p>{t("code.lost")}</p>
        <p>
          <a href={`/admin/sign-in?next=${encodeURIComponent(next)}`}>{t("code.again")}</a>
        </p>
      </FinePrint>
    </Door>
  );
}
