import { mayActAs } from "@/app/_session/staff";
import { EditionSwitch } from "@/app/_ui/desk/edition-switch";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Staff } from "@/lib/staff";
import styles from "./filter-bar.module.css";

interface FilterBarProps {
  readonly staff: Staff;
  readonly edition: Edition;
  readonly editions: readonly Edition[];
  /** Without a single response there is nothing to export. */
  readonly exportable: boolean;
  readonly locale: Locale;
}

/** Which edition to show, once there are several, and the exports for those who may have them. */
export function FilterBar({ staff, edition, editions, exportable, locale }: FilterBarProps) {
  const t = translator(locale, "department");
  const exports = exportable && mayActAs(staff, "analyst");
  if (editions.length < 2 && !exports) return null;
  return (
    <div className={styles.bar} role="group" aria-label={t("filter.label")}>
      <EditionSwitch {...{ edition, editions, locale }} />
      {exports && (
        <p className={styles.exports}>
          <a className="btn" href={`/admin/exports/${edition.slug}/responses.xlsx`}>
            {t("filter.xlsx")}
          </a>
          <a className="btn btn-2" href={`/admin/exports/${edition.slug}/responses.csv`}>
            {t("filter.csv")}
          </a>
        </p>
      )}
    </div>
  );
}
