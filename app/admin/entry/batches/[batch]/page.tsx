import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, mayActAs, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { Outcome } from "@/app/_ui/desk/outcome";
import { listSheets } from "@/db/entry-batches";
import { translator } from "@/lib/messages/translator";
import { entryRefusal } from "@/lib/survey/entry";
import { readSheetNumber } from "@/lib/survey/entry-batch";
import { deskTitle } from "../../../page-title";
import { type Query, queryValue } from "../../../query";
import { batchAddress } from "../batch-address";
import { BatchActs } from "./batch-acts";
import { BatchHead } from "./batch-head";
import { BatchProgress } from "./batch-progress";
import { requestedBatch } from "./requested-batch";
import { SecondKeyingSection } from "./second-keying-section";
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
  const t = translator(locale, "batches");
  const sheets = await listSheets(staff, batch.id);
  const refusal = entryRefusal(edition);
  const isLate = (await queryValue(searchParams, "refused")) !== undefined;
  const resolved = readSheetNumber(await queryValue(searchParams, "resolved"));
  return (
    <Desk staff={staff} locale={locale} company={edition.company} round={edition.slug} place="entry" here={here}>
      <BatchHead {...{ batch, edition, locale }} />
      <Outcome
        done={resolved === null ? null : t("difference.done", { sheet: resolved })}
        refused={isLate ? t("errors.changed-meanwhile") : null}
      />
      {refusal && <p className="notice">{translator(locale, "entry")(`refused.${refusal}`)}</p>}
      <BatchProgress {...{ batch, sheets, locale }} takesSheets={refusal === null} />
      <SheetTable {...{ staff, batch, sheets, locale }} />
      <SecondKeyingSection {...{ staff, batch, edition, sheets, locale }} takesSheets={refusal === null} />
      {!refusal && <BatchActs {...{ batch, locale }} />}
    </Desk>
  );
}
