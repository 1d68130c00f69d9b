import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { listAuditEvents } from "@/db/audit-log";
import { translator } from "@/lib/messages/translator";
import type { Query } from "../query";
import { requestedEdition } from "../requested-edition";
import { AuditFilterForm } from "./audit-filter-form";
import { A_PAGE, AuditTable } from "./audit-table";
import { auditAddress, requestedAudit } from "./requested-audit";
import styles from "./audit.module.css";

export async function generateMetadata(): Promise<Metadata> {
  if (!(await findStaff())) return {};
  const locale = await departmentLocale();
  return { title: `${translator(locale, "audit")("title")} · ${translator(locale, "department")("site")}` };
}

export default async function AuditPage({ searchParams }: { searchParams: Query }) {
  const { filter, before } = await requestedAudit(searchParams);
  const here = auditAddress(filter, before);
  const staff = await requireStaff(here, "administrator");
  // The installation's time zone is that of its newest edition.
  const { edition } = await requestedEdition(undefined);
  const locale = await departmentLocale();
  const t = translator(locale, "audit");
  const events = await listAuditEvents(staff, filter, edition.timeZone, { before, limit: A_PAGE + 1 });
  const view = { filter, before, locale };
  return (
    <Desk staff={staff} locale={locale} company={edition.company} place="audit" here={here}>
      <h1>{t("title")}</h1>
      <p className={styles.say}>{t("say")}</p>
      <AuditFilterForm {...view} />
      <AuditTable {...view} events={events} timeZone={edition.timeZone} />
    </Desk>
  );
}
