import { minuteText, zoneText } from "@/app/_ui/desk/dates";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import styles from "./editions.module.css";

/** From when until when an edition takes answers, to the minute, in its own time zone, which is named. */
export function FieldPeriod({ edition, locale }: { edition: Edition; locale: Locale }) {
  const t = translator(locale, "editions");
  const { opensAt, closesAt, timeZone } = edition;
  const zone = zoneText(locale, edition, opensAt ?? closesAt ?? new Date());
  return (
    <span className={`num ${styles.period}`}>
      {opensAt && <span>{t("period.from", { moment: minuteText(locale, edition, opensAt) })}</span>}
      {closesAt && <span>{t("period.until", { moment: minuteText(locale, edition, closesAt) })}</span>}
      {!opensAt && !closesAt && <span>{t("period.always")}</span>}
      <span className={styles.zone}>{t("period.zone", { zone: timeZone, name: zone })}</span>
    </span>
  );
}
