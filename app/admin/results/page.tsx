import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, mayActAs, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import type { Edition } from "@/db/editions";
import { type Dimension, findDimension } from "@/lib/analysis/crosstab";
import { editionTitle } from "../page-title";
import { type Query, queryValue } from "../query";
import { requestedEdition } from "../requested-edition";
import { AllResults } from "./all-results";
import { ShownResults } from "./shown-results";

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
  const by = findDimension(await queryValue(searchParams, "by"));
  const view = { staff, edition, editions, locale: await departmentLocale() };
  return (
    <Desk {...view} company={edition.company} place="results" here={by ? addressOf(edition, by) : here}>
      {mayActAs(staff, "analyst") ? <AllResults {...view} by={by} /> : <ShownResults {...view} by={by ?? "group"} />}
    </Desk>
  );
}

const addressOf = ({ slug }: Edition, by: Dimension) => `/admin/results?edition=${slug}&by=${by}`;
