import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { FinePrint } from "@/app/_ui/desk/fine-print";
import { listDue, previewRetention } from "@/db/retention";
import { translator } from "@/lib/messages/translator";
import { type Query, queryValue } from "../query";
import { requestedEdition } from "../requested-edition";
import { DueSection } from "./due-section";
import { RoundsDue } from "./rounds-due";

type Props = { searchParams: Query };

export async function generateMetadata(): Promise<Metadata> {
  if (!(await findStaff())) return {};
  const locale = await departmentLocale();
  return { title: `${translator(locale, "retention")("title")} · ${translator(locale, "department")("site")}` };
}

export default async function RetentionPage({ searchParams }: Props) {
  const slug = await queryValue(searchParams, "edition");
  const here = slug === undefined ? "/admin/retention" : `/admin/retention?edition=${encodeURIComponent(slug)}`;
  const staff = await requireStaff(here, "administrator");
  const { edition, editions } = await requestedEdition(slug);
  const locale = await departmentLocale();
  const t = translator(locale, "retention");
  const word = translator(locale, "department");
  const now = new Date();
  const due = await previewRetention(staff, edition, now);
  const all = editions.length > 1 ? await listDue(staff, editions, now) : [];
  const rounds = editions.map(({ slug: each }) => each);
  return (
    <Desk staff={staff} locale={locale} company={edition.company} round={edition.slug} place="retention" here={here}>
      <p>{word("reportTitle", { title: edition.reportTitle[locale] })}</p>
      <h1>{t("title")}</h1>
      {editions.length > 1 && <RoundsDue {...{ rounds, due: all, locale }} current={edition.slug} />}
      <DueSection retained="contacts" due={due.contacts} edition={edition} locale={locale} />
      <DueSection retained="texts" due={due.texts} edition={edition} locale={locale} />
      <FinePrint>
        <p>{t("note")}</p>
      </FinePrint>
    </Desk>
  );
}
