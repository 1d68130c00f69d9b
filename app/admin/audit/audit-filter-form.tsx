import { FilterDay, FilterSelect, FilterText } from "@/app/_ui/desk/filter-controls";
import styles from "@/app/_ui/desk/filter-controls.module.css";
import { AUDIT_ACTS } from "@/lib/audit";
import { type AuditFilter, auditQuery } from "@/lib/audit-filter";
import { actWords } from "@/lib/audit-words";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";

/** What the log is narrowed to, and its export: a plain form, whose address can be kept and shared. */
export function AuditFilterForm({ filter, locale }: { filter: AuditFilter; locale: Locale }) {
  const t = translator(locale, "audit");
  const query = auditQuery(filter);
  return (
    <form className={styles.filter} aria-label={t("filter.label")} role="search">
      <FilterText name="person" label={t("filter.person")} value={filter.person} maxLength={100} />
      <FilterSelect
        name="act"
        label={t("filter.act")}
        value={filter.act}
        options={[["", t("filter.any")], ...AUDIT_ACTS.map((act) => [act, actWords(act, locale)] as const)]}
      />
      <FilterText name="subject" label={t("filter.subject")} value={filter.subject} maxLength={100} />
      <FilterDay name="from" label={t("filter.from")} value={filter.from} />
      <FilterDay name="until" label={t("filter.until")} value={filter.until} />
      <p className={styles.acts}>
        <button className="btn btn-2">{t("filter.apply")}</button>
        {query && <a href="/admin/audit">{t("filter.clear")}</a>}
        <a href={`/admin/audit/events.csv${query && `?${query}`}`}>{t("filter.csv")}</a>
      </p>
    </form>
  );
}
