import type { ReactNode } from "react";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { fieldPeriodText } from "./dates";
import styles from "./edition-head.module.css";
import { StateChip } from "./state-chip";

interface EditionTitleProps {
  readonly title: string;
  readonly edition: Edition;
  readonly now: Date;
  readonly locale: Locale;
  /** More facts about what the page shows, as list items. */
  readonly children?: ReactNode;
}

/** The head of a page about an edition's round rather than its answers: which report, and how the round stands. */
export function EditionTitle({ title, edition, now, locale, children }: EditionTitleProps) {
  const t = translator(locale, "department");
  return (
    <header>
      <p className={locale === "zh-CN" ? styles.hanging : styles.kicker}>
        {t("reportTitle", { title: edition.reportTitle[locale] })}
      </p>
      <h1>{title}</h1>
      <ul className={`num ${styles.facts}`}>
        <li>
          <StateChip edition={edition} now={now} locale={locale} />
        </li>
        <li>{fieldPeriodText(locale, edition)}</li>
        {children}
      </ul>
    </header>
  );
}
