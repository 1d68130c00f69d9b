import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { Door } from "@/app/_ui/desk/door";
import { findSetUpRefusal } from "@/db/staff";
import { translator } from "@/lib/messages/translator";
import { doorTitle } from "../page-title";
import { type Query, queryValue } from "../query";
import { SetUpForm } from "./set-up-form";
import { SetUpRefused } from "./set-up-refused";

export const generateMetadata = async (): Promise<Metadata> => ({ title: await doorTitle("setUp.title") });

export default async function SetUpPage({ searchParams }: { searchParams: Query }) {
  const token = (await queryValue(searchParams, "token")) ?? "";
  const here = `/admin/set-up?token=${encodeURIComponent(token)}`;
  const locale = await departmentLocale();
  const refusal = await findSetUpRefusal(token);
  if (refusal) return <SetUpRefused refusal={refusal} locale={locale} here={here} />;
  const t = translator(locale, "department");
  return (
    <Door locale={locale} here={here} title={t("setUp.title")}>
      <p>{t("setUp.intro")}</p>
      <SetUpForm locale={locale} token={token} />
    </Door>
  );
}
