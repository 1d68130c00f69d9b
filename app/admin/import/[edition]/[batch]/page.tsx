import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff } from "@/app/_session/staff";
import { editionTitle } from "@/app/admin/page-title";
import { firstRows } from "@/db/import-cells";
import { ColumnsForm } from "./columns-form";
import { columnsContent } from "./columns-content";
import { FileColumns } from "./file-columns";
import { ImportPage } from "./import-page";
import { NothingLeft } from "./nothing-left";
import { type Params, requestedImport } from "./requested-import";

/** Rows that are shown of a file, to tell its columns by. */
const SAMPLE = 3;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  return (await findStaff()) ? { title: await editionTitle("nav.import", (await params).edition) } : {};
}

export default async function ColumnsPage({ params }: { params: Params }) {
  const asked = await requestedImport(params, "columns");
  const locale = await departmentLocale();
  const rows = await firstRows(asked.staff, asked.batch.id, SAMPLE);
  const content = columnsContent(asked.edition, asked.batch, locale);
  return (
    <ImportPage {...asked} locale={locale} step="columns">
      {asked.batch.acceptedAt ? (
        <NothingLeft {...asked} locale={locale} />
      ) : (
        <>
          <ColumnsForm key={asked.batch.revision} content={content} />
          <FileColumns {...asked} {...{ rows, locale }} chosen={content.chosen} />
        </>
      )}
    </ImportPage>
  );
}
