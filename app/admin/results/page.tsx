import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, mayActAs, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { EditionHead } from "@/app/_ui/desk/edition-head";
import { SealNotes } from "@/app/_ui/desk/seal-notes";
import { translator } from "@/lib/messages/translator";
import { editionTitle } from "../page-title";
import { type Query, queryValue } from "../query";
import { requestedEdition } from "../requested-edition";
import { FilterBar } from "./filter-bar";
import { QuarantineSection } from "./quarantine-section";
import { ResultsBody } from "./results-body";
import { editionBefore, readResults } from "./results-view";

type Props = { searchParams: Query };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  // Titles of drafts are not for visitors either; the page itself sends them to sign in.
  if (!(await findStaff())) return {};
  const { edition } = await requestedEdition(await queryValue(searchParams, "edition"));
  return { title: await editionTitle("nav.results", edition.slug) };
}

export default async function ResultsPage({ searchParams }: Props) {
  const slug = await queryValue(searchParams, "edition");
  const here = slug === undefined ? "/admin/results" : `/admin/results?edition=${encodeURIComponent(slug)}`;
  const staff = await requireStaff(here);
  const { edition, editions } = await requestedEdition(slug);
  const locale = await departmentLocale();
  const before = editionBefore(edition, editions);
  const { results, verbatims, comparison } = await readResults(staff, { edition, before });
  const bar = { staff, edition, editions, locale, exportable: results.received > 0 };
  return (
    <Desk staff={staff} locale={locale} company={edition.company} place="results" here={here}>
      <EditionHead title={translator(locale, "department")("nav.results")} {...{ edition, results, locale }} />
      <SealNotes {...{ staff, edition, locale }} />
      <FilterBar {...bar} />
      <ResultsBody {...{ edition, results, verbatims, comparison, locale }} />
      <QuarantineSection {...{ results, locale, edition }} readable={mayActAs(staff, "analyst")} />
    </Desk>
  );
}
