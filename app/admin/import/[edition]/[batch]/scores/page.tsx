import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff } from "@/app/_session/staff";
import { editionTitle } from "@/app/admin/page-title";
import { ImportPage } from "../import-page";
import { redirect } from "next/navigation";
import { stepAddress } from "../../../import-addresses";
import { ratingWords } from "../rating-words";
import { type Params, requestedImport } from "../requested-import";
import { scoresContent } from "../scores-content";
import { ScoresForm } from "../scores-form";

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  return (await findStaff()) ? { title: await editionTitle("nav.import", (await params).edition) } : {};
}

export default async function ScoresPage({ params }: { params: Params }) {
  const asked = await requestedImport(params, "scores");
  const { staff, edition, batch } = asked;
  if (!batch.mapping || batch.acceptedAt) redirect(stepAddress(edition.slug, batch.id, "columns"));
  const locale = await departmentLocale();
  const words = await ratingWords(staff, edition, batch.id, batch.mapping.columns);
  const content = scoresContent(edition, batch, words, locale);
  return (
    <ImportPage {...asked} locale={locale} step="scores">
      <ScoresForm key={batch.revision} content={content} />
    </ImportPage>
  );
}
