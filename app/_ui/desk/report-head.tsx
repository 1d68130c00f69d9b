import type { ReactNode } from "react";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import styles from "./report-head.module.css";
import { StateChip } from "./state-chip";

interface ReportHeadProps {
  readonly title: string;
  readonly edition: Edition;
  readonly now: Date;
  readonly locale: Locale;
  /** Facts about what the page shows, as list items. */
  readonly children: ReactNode;
}

/** The head of a page about an edition: which report, the page's title, the edition's state, and what else there is. */
export function ReportHead({ title, edition, now, locale, children }: ReportHeadProps) {
  return (
    <header>
      <p className={locale === "zh-CN" ? styles.hanging : styles.kicker}>
        {translator(locale, "department")("reportTitle", { title: edition.reportTitle[locale] })}
      </p>
      <h1>{title}</h1>
      <ul className={`num ${styles.facts}`}>
        <li>
          <StateChip edition={edition} now={now} locale={locale} />
        </li>
        {children}
      </ul>
    </header>
  );
}
