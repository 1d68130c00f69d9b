import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { departmentLocale } from "@/app/_session/department-locale";
import { isSignOnOnly } from "@/app/_session/identity-provider";
import { pathBelowAdmin } from "@/app/_session/path-below-admin";
import { findStaff } from "@/app/_session/staff";
import { Door } from "@/app/_ui/desk/door";
import { FinePrint } from "@/app/_ui/desk/fine-print";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { doorTitle } from "../page-title";
import { type Query, queryValue } from "../query";
import { SignInForm } from "./sign-in-form";
import { SignOn } from "./sign-on";

/** A link to the form in a person's language, around the words that a sentence puts into it. */
const TO_FORM: Record<Locale, (words: ReactNode) => ReactNode> = {
  "zh-CN": (words) => <a href="/">{words}</a>,
  en: (words) => <a href="/en">{words}</a>,
};

export const generateMetadata = async (): Promise<Metadata> => ({ title: await doorTitle("signIn.title") });

export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const next = pathBelowAdmin(await queryValue(searchParams, "next"));
  if (await findStaff()) redirect("/admin");
  const locale = await departmentLocale();
  const t = translator(locale, "department");
  const refused = await queryValue(searchParams, "refused");
  return (
    <Door locale={locale} here={`/admin/sign-in?next=${encodeURIComponent(next)}`} title={t("signIn.title")}>
      <SignOn locale={locale} next={next} refused={refused} />
      {!isSignOnOnly() && <SignInForm locale={locale} next={next} />}
      <FinePrint>
        {!isSignOnOnly() && <p>{t("signIn.forgotten")}</p>}
        <p>{t.rich("signIn.reader", { form: TO_FORM[locale] })}</p>
      </FinePrint>
    </Door>
  );
}
