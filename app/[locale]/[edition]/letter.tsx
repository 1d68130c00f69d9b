import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { longDate } from "@/lib/messages/calendar";
import { translator } from "@/lib/messages/translator";
import { lastMomentOf } from "@/lib/survey/edition";
import { itemsOf } from "@/lib/survey/instrument";
import styles from "./letter.module.css";

/** The report's own letter to its readers, the ways to answer that its colon asks for, and four facts. */
export function Letter({ edition, locale }: { edition: Edition; locale: Locale }) {
  const t = translator(locale, "reader");
  const { company, instrument, timeZone } = edition;
  const last = lastMomentOf(edition);
  return (
    <div className={styles.intro}>
      <div className={styles.letter}>
        <p>{instrument.salutation[locale]}</p>
        <p>{instrument.introduction[locale]}</p>
        <ul className={styles.ways}>
          <li>{t("letter.online", { department: company.department[locale] })}</li>
          <li className="num">{t("page.phone", { phone: company.phone })}</li>
          <li>{t("page.email", { email: company.email })}</li>
        </ul>
      </div>
      <dl className={styles.facts}>
        <dt>{t("letter.itemsLabel")}</dt>
        <dd>{t("letter.items", { n: itemsOf(instrument).length })}</dd>
        <dt>{t("letter.timeLabel")}</dt>
        <dd>{t("letter.time")}</dd>
        {last ? (
          <>
            <dt>{t("letter.deadlineLabel")}</dt>
            <dd>{longDate(last, timeZone, locale)}</dd>
          </>
        ) : null}
        <dt>{t("letter.identityLabel")}</dt>
        <dd>{t("letter.identity")}</dd>
      </dl>
    </div>
  );
}
