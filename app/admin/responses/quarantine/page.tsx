import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { countQuarantined } from "@/db/quarantine";
import { translator } from "@/lib/messages/translator";
import { SUSPICIONS } from "@/lib/survey/response-status";
import { type Query, queryValue } from "../../query";
import { requestedEdition } from "../../requested-edition";
import { quarantineAddress } from "./quarantine-address";
import { QuarantineForm } from "./quarantine-form";
import styles from "./quarantine.module.css";

type Props = { searchParams: Query };

export async function generateMetadata(): Promise<Metadata> {
  if (!(await findStaff())) return {};
  const locale = await departmentLocale();
  return {
    title: `${translator(locale, "responses")("quarantine.title")} · ${translator(locale, "department")("site")}`,
  };
}

export default async function QuarantinePage({ searchParams }: Props) {
  const [slug, code] = [await queryValue(searchParams, "edition"), await queryValue(searchParams, "reason")];
  const reason = SUSPICIONS.find((known) => known === code) ?? SUSPICIONS[0];
  const here = quarantineAddress(slug, reason);
  const staff = await requireStaff(here, "analyst");
  if (code !== undefined && code !== reason) notFound();
  const { edition } = await requestedEdition(slug);
  const locale = await departmentLocale();
  const t = translator(locale, "responses");
  const { count: n, which } = await countQuarantined(staff, edition.id, reason);
  const words = { n, reason: translator(locale, "export")(`reason.${reason}`) };
  const labels = { restore: t("quarantine.restore", words), hold: t("quarantine.hold", words) };
  return (
    <Desk staff={staff} locale={locale} company={edition.company} round={edition.slug} place="responses" here={here}>
      <p>
        <a href={`/admin/responses?edition=${edition.slug}&status=quarantined&reason=${reason}`}>
          {t("quarantine.back")}
        </a>
      </p>
      <h1>{t("quarantine.title")}</h1>
      <p className={styles.count}>{n > 0 ? t("quarantine.count", words) : t("quarantine.none", words)}</p>
      {n > 0 && (
        <QuarantineForm
          hidden={{ edition: edition.slug, reason, agreed: which }}
          labels={labels}
          says={{ restore: t("quarantine.restoreSay"), hold: t("quarantine.holdSay") }}
        />
      )}
    </Desk>
  );
}
