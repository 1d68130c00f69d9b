import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { translator } from "@/lib/messages/translator";
import { type Query, queryValue } from "../../../../query";
import { editorAddress } from "../editor-address";
import head from "../editor-head.module.css";
import { editorTitle } from "../editor-state";
import { requestedDesk } from "../requested-desk";
import { ChangeList } from "./change-list";
import { LineageTable } from "./lineage-table";
import { PublishActs } from "./publish-acts";
import { RefusedPublishing } from "./refused-publishing";

interface Props {
  params: Promise<{ edition: string }>;
  searchParams: Query;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { edition } = await params;
  return (await findStaff()) ? { title: editorTitle("publishTitle", edition, await departmentLocale()) } : {};
}

/** What publishing a draft would change, in words, and the two ways on: publishing it or giving it up. */
export default async function PublishPage({ params, searchParams }: Props) {
  const { edition: slug } = await params;
  const here = editorAddress(slug, "publish");
  const staff = await requireStaff(here, "administrator");
  const { edition, desk } = await requestedDesk(staff, slug);
  const locale = await departmentLocale();
  return (
    <Desk staff={staff} locale={locale} company={edition.company} round={edition.slug} place="editions" here={here}>
      <p className={head.kicker}>
        {translator(locale, "department")("reportTitle", { title: edition.reportTitle[locale] })}
      </p>
      <h1>{translator(locale, "instrument")("publishTitle")}</h1>
      <RefusedPublishing desk={desk} locale={locale} refusal={await queryValue(searchParams, "refused")} />
      <ChangeList desk={desk} locale={locale} />
      <LineageTable desk={desk} slug={slug} locale={locale} />
      <PublishActs desk={desk} slug={slug} locale={locale} />
    </Desk>
  );
}
