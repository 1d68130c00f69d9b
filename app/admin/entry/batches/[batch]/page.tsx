import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, mayActAs, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { Outcome } from "@/app/_ui/desk/outcome";
import { listSheets } from "@/db/entry-batches";
import { translator } from "@/lib/messages/translator";
import { entryRefusal } from "@/lib/survey/entry";
import { deskTitle } from "../../../page-title";
import { type Query, queryValue } from "../../../query";
import { batchAddress } from "../batch-address";
import { BatchActs } from "./batch-acts";
import { BatchHead } from "./batch-head";
import { BatchProgress } from "./batch-progress";
import { requestedBatch } from "./requested-batch";
import { SheetTable } from "./sheet-table";

type Props = { params: Promise<{ batch: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const staff = await findStaff();
  if (!staff || !mayActAs(staff, "analyst")) return {};
  const { name } = (await requestedBatch(staff, (await params).batch)).batch;
  return { title: await deskTitle(translator(await departmentLocale(), "batches")("one.title", { name })) };
}

export default async function BatchPage({ params, searchParams }: Props) {
  const id = (await params).batch;
  const here = batchAddress({ id: encodeURIComponent(id) });
  const staff = await requireStaff(here, "analyst");
  const { batch, edition } = await requestedBatch(staff, id);
  const locale = await departmentLocale();
  const sheets = await listSheets(staff, batch.id);
  const refusal = entryRefusal(edition);
  const isLate = (await queryValue(searchParams, "refused")) !== undefined;
  return (
    <Desk staff={staff} locale={locale} company={edition.company} place="entry" here={here}>
      <BatchHead {...{ batch, edition, locale }} />
      <Outcome refused={isLate ? translator(locale, "batches")("errors.changed-meanwhile") : null} />
      {refusal && <p className="notice">{translator(locale, "entry")(`refused.${refusal}`)}</p>}
      <BatchProgress {...{ batch, sheets, locale }} takesSheets={refusal === null} />
      <SheetTable {...{ staff, sheets, locale }} />
      {!refusal && <BatchActs {...{ batch, locale }} />}
    </Desk>
  );
}
