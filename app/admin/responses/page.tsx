import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { EditionHead } from "@/app/_ui/desk/edition-head";
import { noteAct } from "@/db/audit";
import { listResponses } from "@/db/response-list";
import { isNarrowed, notedPart } from "@/lib/analysis/results-filter";
import { translator } from "@/lib/messages/translator";
import { editionTitle } from "../page-title";
import { type Query, queryValue } from "../query";
import { requestedEdition } from "../requested-edition";
import { countsForHead } from "./counts-for-head";
import { ListActs } from "./list-acts";
import { ListFilter } from "./list-filter";
import { listAddress, requestedList } from "./requested-list";
import styles from "./response-table.module.css";
import { A_PAGE, ResponseTable } from "./response-table";
import { StatusLinks } from "./status-links";

type Props = { searchParams: Query };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  // Titles of drafts are not for visitors either; the page itself sends them to sign in.
  if (!(await findStaff())) return {};
  const { edition } = await requestedEdition(await queryValue(searchParams, "edition"));
  return { title: await editionTitle("nav.responses", edition.slug) };
}

export default async function ResponsesPage({ searchParams }: Props) {
  const asked = await requestedList(searchParams);
  const here = listAddress(asked);
  const staff = await requireStaff(here, "analyst");
  const { edition, editions } = await requestedEdition(asked.edition);
  const locale = await departmentLocale();
  const list = await listResponses(staff, edition.id, asked.filter, { after: asked.after, limit: A_PAGE + 1 });
  // Of a part each row's ratings are a breakdown; what was searched for is not noted, it may be somebody's words.
  if (isNarrowed(asked.filter))
    await noteAct(staff, { act: "responses.listed", subject: edition.slug, after: notedPart(asked.filter) });
  const view = { ...asked, list, locale, edition: edition.slug, channels: edition.channels };
  return (
    <Desk staff={staff} locale={locale} company={edition.company} round={edition.slug} place="responses" here={here}>
      <EditionHead
        title={translator(locale, "responses")("title")}
        {...{ edition, locale, results: countsForHead(list) }}
      />
      <ListFilter {...view} editions={editions} />
      {isNarrowed(asked.filter) && <p className={styles.logged}>{translator(locale, "part")("logged")}</p>}
      <StatusLinks {...view} />
      <ListActs {...view} />
      <ResponseTable {...view} instrument={edition.instrument} />
    </Desk>
  );
}
