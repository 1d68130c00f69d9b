import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { countAnswers } from "@/db/edition-counts";
import { listDue } from "@/db/retention";
import { translator } from "@/lib/messages/translator";
import { deskTitle } from "../page-title";
import { requestedEdition } from "../requested-edition";
import { DueNotice } from "../retention/due-notice";
import { EditionTable } from "./edition-table";
import styles from "./editions.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: await deskTitle(translator(await departmentLocale(), "editions")("title")) };
}

export default async function EditionsPage() {
  const staff = await requireStaff("/admin/editions", "administrator");
  const { edition, editions } = await requestedEdition(undefined);
  const locale = await departmentLocale();
  const t = translator(locale, "editions");
  const [counts, now] = [await countAnswers(staff), new Date()];
  return (
    <Desk staff={staff} locale={locale} company={edition.company} place="editions" here="/admin/editions">
      <h1>{t("title")}</h1>
      <p className={styles.under}>{t("under")}</p>
      <DueNotice due={await listDue(staff, editions, now)} locale={locale} />
      <EditionTable {...{ editions, counts, now, locale }} />
    </Desk>
  );
}
