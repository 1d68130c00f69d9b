import type { InstrumentDesk } from "@/db/instrument-desk";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import styles from "./editor-head.module.css";

/** What may be changed now, and why the rest may not. */
export function EditorRules({ desk, locale }: { desk: InstrumentDesk; locale: Locale }) {
  const t = translator(locale, "instrument");
  if (desk.isSealed) return <p className={`notice ${styles.rules}`}>{t("rule.sealed")}</p>;
  return (
    <section className={styles.rules} aria-labelledby="rules">
      <h2 id="rules">{t("rule.title")}</h2>
      <p>{desk.standing.isUnderWay ? t("rule.underWay") : t("rule.draft")}</p>
      <p>{t("rule.always")}</p>
    </section>
  );
}
