import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { EditionSwitch } from "@/app/_ui/desk/edition-switch";
import { EditionTitle } from "@/app/_ui/desk/edition-title";
import { countAnswersByGroup } from "@/db/coverage";
import { coverageOf } from "@/lib/analysis/coverage";
import { translator } from "@/lib/messages/translator";
import { editionTitle } from "../page-title";
import { type Query, queryValue } from "../query";
import { requestedEdition } from "../requested-edition";
import { CoverageBoard } from "./coverage-board";
import { CoverageSummary } from "./coverage-summary";

type Props = { searchParams: Query };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  // Titles of drafts are not for visitors either; the page itself sends them to sign in.
  if (!(await findStaff())) return {};
  const { edition } = await requestedEdition(await queryValue(searchParams, "edition"));
  return { title: await editionTitle("nav.coverage", edition.slug) };
}

/** Who has been heard in an edition, who is still silent, and the way to invite them. */
export default async function CoveragePage({ searchParams }: Props) {
  const slug = await queryValue(searchParams, "edition");
  const here = slug === undefined ? "/admin/coverage" : `/admin/coverage?edition=${encodeURIComponent(slug)}`;
  const staff = await requireStaff(here, "analyst");
  const { edition, editions } = await requestedEdition(slug);
  const locale = await departmentLocale();
  const coverage = coverageOf(await countAnswersByGroup(staff, edition));
  const now = new Date();
  const title = translator(locale, "department")("nav.coverage");
  return (
    <Desk staff={staff} locale={locale} company={edition.company} round={edition.slug} place="coverage" here={here}>
      <EditionTitle {...{ title, edition, now, locale }}>
        <li>{translator(locale, "department")("head.valid", { n: coverage.total })}</li>
      </EditionTitle>
      <CoverageSummary {...{ edition, coverage, now, locale }} />
      <EditionSwitch {...{ edition, editions, locale }} />
      <CoverageBoard {...{ edition, coverage, locale }} />
    </Desk>
  );
}
