import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { Section } from "@/app/_ui/desk/section";
import { listBatches } from "@/db/entry-batches";
import { translator } from "@/lib/messages/translator";
import { deskTitle } from "../../page-title";
import { type Query, queryValue } from "../../query";
import { requestedEdition } from "../../requested-edition";
import { EntryHead } from "../entry-head";
import { batchesAddress } from "./batch-address";
import { BatchTable } from "./batch-table";
import { BeginBatch } from "./begin-batch";

type Props = { searchParams: Query };

export async function generateMetadata(): Promise<Metadata> {
  if (!(await findStaff())) return {};
  return { title: await deskTitle(translator(await departmentLocale(), "batches")("title")) };
}

export default async function BatchesPage({ searchParams }: Props) {
  const slug = await queryValue(searchParams, "edition");
  const here = slug === undefined ? "/admin/entry/batches" : batchesAddress(slug);
  const staff = await requireStaff(here, "analyst");
  const { edition, editions } = await requestedEdition(slug);
  const locale = await departmentLocale();
  const t = translator(locale, "batches");
  const batches = await listBatches(staff, edition.id);
  return (
    <Desk staff={staff} locale={locale} company={edition.company} round={edition.slug} place="entry" here={here}>
      <EntryHead {...{ edition, editions, locale }} title={t("title")} say={t("intro")} />
      <Section id="batches" title={t("list.title")}>
        <BatchTable {...{ batches, edition, locale }} />
      </Section>
      <BeginBatch edition={edition} locale={locale} />
    </Desk>
  );
}
