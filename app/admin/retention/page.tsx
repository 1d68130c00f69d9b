import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { FilterSelect } from "@/app/_ui/desk/filter-controls";
import filter from "@/app/_ui/desk/filter-controls.module.css";
import { FinePrint } from "@/app/_ui/desk/fine-print";
import { previewRetention } from "@/db/retention";
import { translator } from "@/lib/messages/translator";
import { type Query, queryValue } from "../query";
import { requestedEdition } from "../requested-edition";
import { DueSection } from "./due-section";

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
  const due = await previewRetention(staff, edition, new Date());
  const rounds = editions.map((each) => [each.slug, word("round", { slug: each.slug })] as const);
  return (
    <Desk staff={staff} locale={locale} company={edition.company} round={edition.slug} place="retention" here={here}>
      <p>{word("reportTitle", { title: edition.reportTitle[locale] })}</p>
      <h1>{t("title")}</h1>
      {editions.length > 1 && (
        <form className={filter.filter}>
          <FilterSelect name="edition" label={word("filter.edition")} value={edition.slug} options={rounds} />
          <p className={filter.acts}>
            <button className="btn btn-2">{word("filter.apply")}</button>
          </p>
        </form>
      )}
      <DueSection retained="contacts" due={due.contacts} edition={edition} locale={locale} />
      <DueSection retained="texts" due={due.texts} edition={edition} locale={locale} />
      <FinePrint>
        <p>{t("note")}</p>
      </FinePrint>
    </Desk>
  );
}
