import type { ReactNode } from "react";
import { AccentStyle } from "@/app/_ui/accent-style";
import { FiveCells } from "@/app/_ui/five-cells";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Company } from "@/lib/survey/company";
import { SweepDrafts } from "../[edition]/_form/sweep-drafts";
import { LanguageSwitch, type SwitchedForm } from "./language-switch";
import { ReaderFooter } from "./reader-footer";
import styles from "./reader-frame.module.css";

/** What stands around every reader's page of an edition: company, languages, the page itself, the footer. */
export function ReaderFrame({
  locale,
  company,
  slug,
  hrefIn,
  form,
  logo,
  children,
}: {
  locale: Locale;
  company: Company;
  slug: string;
  hrefIn: (locale: Locale) => string;
  form?: SwitchedForm | undefined;
  /** The company's logo, on pages whose weight allows it: not on the form's (decision 31). */
  logo?: ReactNode;
  children: ReactNode;
}) {
  const t = translator(locale, "reader");
  return (
    <>
      <AccentStyle company={company} />
      <a className="skip" href="#main">
        {t("page.skip")}
      </a>
      <header>
        <div className={`${styles.wrap} ${styles.mast}`}>
          <p className={styles.org}>
            {logo}
            {company.shortName[locale]}
            <span className="num">{company.ticker}</span>
          </p>
          <LanguageSwitch locale={locale} hrefIn={hrefIn} form={form} />
        </div>
        <div className={styles.wrap}>
          <FiveCells />
        </div>
      </header>
      <main id="main" className={styles.wrap} tabIndex={-1}>
        {children}
      </main>
      <footer className={styles.wrap}>
        <ReaderFooter locale={locale} company={company} slug={slug} />
      </footer>
      <SweepDrafts />
    </>
  );
}
