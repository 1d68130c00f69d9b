import type { ReactNode } from "react";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { longDate } from "@/lib/messages/calendar";
import { translator } from "@/lib/messages/translator";
import { lastMomentOf } from "@/lib/survey/edition";
import { itemsOf } from "@/lib/survey/instrument";
import { addressOf } from "../_frame/address";
import styles from "./letter.module.css";

/**
 * The report's own letter to its readers, the ways to answer that its colon asks for, and four facts. `ways` are those
 * of another medium than the form's page.
 */
export function Letter({ edition, locale, ways }: { edition: Edition; locale: Locale; ways?: readonly string[] }) {
  const t = translator(locale, "reader");
  const { company, instrument, timeZone, slug } = edition;
  const last = lastMomentOf(edition);
  const counts = { n: itemsOf(instrument).length, more: edition.asks.length };
  return (
    <div className={styles.intro}>
      <div className={styles.letter}>
        <p>{instrument.salutation[locale]}</p>
        <p>{instrument.introduction[locale]}</p>
        <ul className={styles.ways}>
          {ways?.map((way) => <li key={way}>{way}</li>) ?? (
            <li>
              {t.rich("letter.online", {
                department: company.department[locale],
                print: linkTo(addressOf(locale, slug, "print")),
              })}
            </li>
          )}
          <li className="num">{t("page.phone", { phone: company.phone })}</li>
          <li>{t("page.email", { email: company.email })}</li>
        </ul>
      </div>
      <dl className={styles.facts}>
        <dt>{t("letter.itemsLabel")}</dt>
        <dd>{t("letter.items", counts)}</dd>
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

function linkTo(href: string) {
  return (words: ReactNode) => <a href={href}>{words}</a>;
}
