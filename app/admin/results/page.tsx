import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, mayActAs, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { EVERYBODY } from "@/lib/analysis/results-filter";
import { partWords } from "@/lib/part-words";
import { editionTitle } from "../page-title";
import type { Query } from "../query";
import { requestedEdition } from "../requested-edition";
import { AllResults } from "./all-results";
import { requestedResults, resultsAddress } from "./requested-results";
import { ShownResults } from "./shown-results";

type Props = { searchParams: Query };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  // Titles of drafts are not for visitors either; the page itself sends them to sign in.
  const staff = await findStaff();
  if (!staff) return {};
  const asked = await requestedResults(searchParams);
  const { edition } = await requestedEdition(asked.edition);
  const filter = mayActAs(staff, "analyst") ? asked.filter : EVERYBODY;
  const part = partWords(filter, edition.channels, await departmentLocale());
  return { title: await editionTitle("nav.results", edition.slug, part) };
}

export default async function ResultsPage({ searchParams }: Props) {
  const asked = await requestedResults(searchParams);
  const staff = await requireStaff(resultsAddress(asked));
  const { edition, editions } = await requestedEdition(asked.edition);
  const { by, filter } = asked;
  const view = { staff, edition, editions, locale: await departmentLocale() };
  return (
    <Desk {...view} company={edition.company} round={edition.slug} place="results" here={resultsAddress(asked)}>
      {mayActAs(staff, "analyst") ? (
        <AllResults {...view} by={by} filter={filter} />
      ) : (
        <ShownResults {...view} by={by ?? "group"} />
      )}
    </Desk>
  );
}
