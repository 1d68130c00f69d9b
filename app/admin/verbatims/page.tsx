import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { EditionHead } from "@/app/_ui/desk/edition-head";
import { SealNotes } from "@/app/_ui/desk/seal-notes";
import { resultsQuery } from "@/lib/analysis/results-filter";
import { translator } from "@/lib/messages/translator";
import { partWords } from "@/lib/part-words";
import { editionTitle } from "../page-title";
import { type Query, queryValue } from "../query";
import { requestedEdition } from "../requested-edition";
import { PartNote } from "../results/part-note";
import { requestedFilter } from "../results/requested-results";
import { readVerbatims } from "./read-verbatims";
import { verbatimsAddress } from "./requested-verbatims";
import { VerbatimsFilterForm } from "./verbatims-filter-form";
import { VerbatimPages } from "./verbatim-pages";

type Props = { searchParams: Query };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  // Titles of drafts are not for visitors either; the page itself sends them to sign in.
  if (!(await findStaff())) return {};
  const { edition } = await requestedEdition(await queryValue(searchParams, "edition"));
  const part = partWords(await requestedFilter(searchParams), edition.channels, await departmentLocale());
  return { title: await editionTitle("nav.verbatims", edition.slug, part) };
}

export default async function VerbatimsPage({ searchParams }: Props) {
  const slug = await queryValue(searchParams, "edition");
  const [item, after] = [await queryValue(searchParams, "item"), await queryValue(searchParams, "after")];
  const filter = { ...(await requestedFilter(searchParams)), compare: null };
  const here = verbatimsAddress({ edition: slug, item, after, ...resultsQuery(filter) });
  const staff = await requireStaff(here, "analyst");
  const { edition, editions } = await requestedEdition(slug);
  const locale = await departmentLocale();
  const read = await readVerbatims(staff, edition, { item, after, filter });
  const whole = verbatimsAddress({ edition: edition.slug, item: read.item });
  return (
    <Desk staff={staff} locale={locale} company={edition.company} round={edition.slug} place="verbatims" here={here}>
      <EditionHead
        title={translator(locale, "department")("verbatims.title")}
        {...{ edition, results: read.results, locale }}
      />
      <SealNotes {...{ staff, edition, locale }} />
      <VerbatimsFilterForm {...{ edition, editions, filter, locale }} />
      <PartNote {...{ edition, filter, locale, whole }} valid={read.results.valid} lastYear={null} />
      <VerbatimPages {...{ edition, filter, locale, ...read }} />
    </Desk>
  );
}
