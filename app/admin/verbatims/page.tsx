import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { EditionHead } from "@/app/_ui/desk/edition-head";
import { withEditionSnapshot } from "@/db/snapshot";
import { resultsOf } from "@/lib/analysis/results";
import { translator } from "@/lib/messages/translator";
import { editionTitle } from "../page-title";
import { type Query, queryValue } from "../query";
import { requestedEdition } from "../requested-edition";
import { VerbatimPages } from "./verbatim-pages";
import { requestedVerbatims, verbatimsAddress } from "./requested-verbatims";

type Props = { searchParams: Query };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { edition } = await requestedEdition(await queryValue(searchParams, "edition"));
  return { title: await editionTitle("nav.verbatims", edition.slug) };
}

export default async function VerbatimsPage({ searchParams }: Props) {
  const slug = await queryValue(searchParams, "edition");
  const [item, after] = [await queryValue(searchParams, "item"), await queryValue(searchParams, "after")];
  const here = verbatimsAddress({ edition: slug, item, after });
  const staff = await requireStaff(here, "analyst");
  const { edition } = await requestedEdition(slug);
  const asked = requestedVerbatims(edition.instrument, item, after);
  const locale = await departmentLocale();
  const results = await withEditionSnapshot(staff, edition.id, async ({ counts }) =>
    resultsOf(edition.instrument, counts),
  );
  return (
    <Desk staff={staff} locale={locale} company={edition.company} place="verbatims" here={here}>
      <EditionHead title={translator(locale, "department")("verbatims.title")} {...{ edition, results, locale }} />
      <VerbatimPages staff={staff} edition={edition} results={results} locale={locale} {...asked} />
    </Desk>
  );
}
