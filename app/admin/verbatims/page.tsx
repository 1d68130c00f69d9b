import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { EditionHead } from "@/app/_ui/desk/edition-head";
import { SealNotes } from "@/app/_ui/desk/seal-notes";
import { withEditionSnapshot } from "@/db/snapshot";
import { resultsOf } from "@/lib/analysis/results";
import { translator } from "@/lib/messages/translator";
import { editionTitle } from "../page-title";
import { type Query, queryValue } from "../query";
import { requestedEdition } from "../requested-edition";
import { A_PAGE, VerbatimPages } from "./verbatim-pages";
import { requestedVerbatims, verbatimsAddress } from "./requested-verbatims";

type Props = { searchParams: Query };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  // Titles of drafts are not for visitors either; the page itself sends them to sign in.
  if (!(await findStaff())) return {};
  const { edition } = await requestedEdition(await queryValue(searchParams, "edition"));
  return { title: await editionTitle("nav.verbatims", edition.slug) };
}

export default async function VerbatimsPage({ searchParams }: Props) {
  const slug = await queryValue(searchParams, "edition");
  const [item, after] = [await queryValue(searchParams, "item"), await queryValue(searchParams, "after")];
  const here = verbatimsAddress({ edition: slug, item, after });
  const staff = await requireStaff(here, "analyst");
  const { edition } = await requestedEdition(slug);
  const locale = await departmentLocale();
  const read = await withEditionSnapshot(staff, edition.id, async ({ counts, instrument, verbatims }) => {
    const asked = requestedVerbatims(instrument, item, after);
    const found = await verbatims(asked.item, { after: asked.after, limit: A_PAGE + 1 });
    return { ...asked, found, results: resultsOf(instrument, counts) };
  });
  return (
    <Desk staff={staff} locale={locale} company={edition.company} place="verbatims" here={here}>
      <EditionHead
        title={translator(locale, "department")("verbatims.title")}
        {...{ edition, results: read.results, locale }}
      />
      <SealNotes {...{ staff, edition, locale }} />
      <VerbatimPages edition={edition} locale={locale} {...read} />
    </Desk>
  );
}
