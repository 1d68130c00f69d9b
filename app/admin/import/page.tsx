import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { forgetOldImports, listImports } from "@/db/import-batches";
import { translator } from "@/lib/messages/translator";
import { entryRefusal } from "@/lib/survey/entry";
import { EntryHead } from "../entry/entry-head";
import { editionTitle } from "../page-title";
import { type Query, queryValue } from "../query";
import { requestedEdition } from "../requested-edition";
import { FileTable } from "./file-table";
import { isUploadRefusal } from "./import-addresses";
import { TemplateSection } from "./template-section";
import { UploadSection } from "./upload-section";

type Props = { searchParams: Query };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  if (!(await findStaff())) return {};
  const { edition } = await requestedEdition(await queryValue(searchParams, "edition"));
  return { title: await editionTitle("nav.import", edition.slug) };
}

export default async function ImportPage({ searchParams }: Props) {
  const slug = await queryValue(searchParams, "edition");
  const here = slug === undefined ? "/admin/import" : `/admin/import?edition=${encodeURIComponent(slug)}`;
  const staff = await requireStaff(here, "analyst");
  const { edition, editions } = await requestedEdition(slug);
  const locale = await departmentLocale();
  const t = translator(locale, "import");
  const refusal = entryRefusal(edition);
  const refused = await queryValue(searchParams, "refused");
  await forgetOldImports(new Date());
  return (
    <Desk staff={staff} locale={locale} company={edition.company} round={edition.slug} place="import" here={here}>
      <EntryHead {...{ staff, edition, editions, locale }} title={t("title")} say={t("intro")} />
      {refused === "gone" && <p className="notice notice-caution">{t("batch.gone")}</p>}
      <TemplateSection edition={edition} locale={locale} />
      {refusal ? (
        <p className="notice">{t(`refusedFile.${refusal}`)}</p>
      ) : (
        <UploadSection slug={edition.slug} locale={locale} refused={isUploadRefusal(refused) ? refused : null} />
      )}
      <FileTable edition={edition} files={await listImports(staff, edition.id)} locale={locale} />
    </Desk>
  );
}
