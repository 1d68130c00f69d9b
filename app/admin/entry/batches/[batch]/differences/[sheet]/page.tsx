import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { deskTitle } from "@/app/admin/page-title";
import { viewDifference } from "@/db/resolutions";
import { translator } from "@/lib/messages/translator";
import { entryRefusal } from "@/lib/survey/entry";
import { readSheetNumber } from "@/lib/survey/entry-batch";
import { batchAddress } from "../../../batch-address";
import styles from "../../../batches.module.css";
import { requestedBatch } from "../../requested-batch";
import { DifferenceSection } from "./difference-section";

type Props = { params: Promise<{ batch: string; sheet: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const sheet = readSheetNumber((await params).sheet);
  if (!(await findStaff()) || sheet === null) return {};
  return { title: await deskTitle(translator(await departmentLocale(), "batches")("difference.heading", { sheet })) };
}

export default async function DifferencePage({ params }: Props) {
  const { batch: id, sheet: sent } = await params;
  const here = `${batchAddress({ id: encodeURIComponent(id) })}/differences/${encodeURIComponent(sent)}`;
  const staff = await requireStaff(here, "analyst");
  const { batch, edition } = await requestedBatch(staff, id);
  const sheet = readSheetNumber(sent) ?? notFound();
  const locale = await departmentLocale();
  const t = translator(locale, "batches");
  const refusal = entryRefusal(edition);
  const open = refusal ? null : await viewDifference(staff, { batchId: batch.id, sheet }, { isNoted: false });
  return (
    <Desk staff={staff} locale={locale} company={edition.company} round={edition.slug} place="entry" here={here}>
      <p className={styles.back}>
        <Link href={batchAddress(batch)}>{batch.name}</Link>
      </p>
      <h1>{t("difference.heading", { sheet })}</h1>
      {refusal && <p className="notice">{translator(locale, "entry")(`refused.${refusal}`)}</p>}
      {!refusal && !open && <p className="notice">{t("difference.none", { sheet })}</p>}
      {open && <DifferenceSection {...{ batch, sheet, open, locale }} />}
    </Desk>
  );
}
