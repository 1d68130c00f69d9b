import type { ReactNode } from "react";
import { FiveCells } from "@/app/_ui/five-cells";
import { LOCALES, type Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Company } from "@/lib/survey/edition";
import styles from "./reader-frame.module.css";

const NAMES: Record<Locale, string> = { "zh-CN": "中文", en: "English" };

/** What stands around every reader's page: company, languages, the page itself, and how to reach the department. */
export function ReaderFrame({
  locale,
  company,
  hrefIn,
  children,
}: {
  locale: Locale;
  company: Company;
  hrefIn: (locale: Locale) => string;
  children: ReactNode;
}) {
  const t = translator(locale, "reader");
  return (
    <>
      <a className="skip" href="#main">
        {t("page.skip")}
      </a>
      <header>
        <div className={`${styles.wrap} ${styles.mast}`}>
          <p className={styles.org}>
            {company.shortName[locale]}
            <span className="num">{company.ticker}</span>
          </p>
          <nav className={styles.lang} aria-label={t("page.language")}>
            {LOCALES.map((other) =>
              other === locale ? (
                <span key={other} aria-current="true">
                  {NAMES[other]}
                </span>
              ) : (
                <a key={other} href={hrefIn(other)} lang={other} hrefLang={other}>
                  {NAMES[other]}
                </a>
              ),
            )}
          </nav>
        </div>
        <div className={styles.wrap}>
          <FiveCells />
        </div>
      </header>
      <main id="main" className={styles.wrap} tabIndex={-1}>
        {children}
      </main>
      <footer className={styles.wrap}>
        <div className={styles.foot}>
          <p>
            <span>{company.name[locale]}</span> <span>{company.department[locale]}</span>
          </p>
          <p>
            <span className="num">{t("page.phone", { phone: company.phone })}</span>{" "}
            <span>{t("page.email", { email: company.email })}</span>
          </p>
        </div>
      </footer>
    </>
  );
}
