import type { Metadata } from "next";
import Link from "next/link";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, mayActAs, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { translator } from "@/lib/messages/translator";
import { entryRefusal } from "@/lib/survey/entry";
import { readSheetNumber } from "@/lib/survey/entry-batch";
import { deskTitle } from "../../../../page-title";
import { type Query, queryValue } from "../../../../query";
import { EntryForm } from "../../../entry-form";
import { EntryKeys } from "../../../entry-keys";
import { batchAddress } from "../../batch-address";
import styles from "../../batches.module.css";
import { requestedBatch } from "../requested-batch";
import { saveKeying } from "./actions";
import { againContent } from "./again-content";
import { freshKeying } from "./again-state";
import { formOfSheet } from "./requested-sheet";

type Props = { params: Promise<{ batch: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const staff = await findStaff();
  if (!staff || !mayActAs(staff, "analyst")) return {};
  const { name } = (await requestedBatch(staff, (await params).batch)).batch;
  return { title: await deskTitle(translator(await departmentLocale(), "batches")("again.title", { name })) };
}

export default async function AgainPage({ params, searchParams }: Props) {
  const id = (await params).batch;
  const sheet = readSheetNumber(await queryValue(searchParams, "sheet")) ?? 1;
  const here = `${batchAddress({ id: encodeURIComponent(id) })}/again?sheet=${sheet}`;
  const staff = await requireStaff(here, "analyst");
  const { batch, edition } = await requestedBatch(staff, id);
  const locale = await departmentLocale();
  const t = translator(locale, "batches");
  const form = await formOfSheet(staff, edition, { batchId: batch.id, sheet });
  const refusal = entryRefusal(edition);
  const fresh = await freshKeying({ staff, batch, locale }, { sheet: String(sheet), locale: "zh-CN" });
  return (
    <Desk staff={staff} locale={locale} company={edition.company} round={edition.slug} place="entry" here={here}>
      <p className={styles.back}>
        <Link href={batchAddress(batch)}>{batch.name}</Link>
      </p>
      <h1>{t("again.heading")}</h1>
      <p className={styles.say}>{t("again.say")}</p>
      {refusal && <p className="notice">{translator(locale, "entry")(`refused.${refusal}`)}</p>}
      {!form && <p className="notice">{t("keying.untyped", { sheet })}</p>}
      {!refusal && form && <EntryKeys locale={locale} />}
      {!refusal && form && (
        <EntryForm key={here} action={saveKeying} content={againContent(form, locale, batch)} fresh={fresh} />
      )}
    </Desk>
  );
}
