import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Company } from "@/lib/survey/company";
import { addressOf } from "./address";
import styles from "./reader-footer.module.css";

const MIIT = "https://beian.miit.gov.cn/";
const PUBLIC_SECURITY = "https://beian.mps.gov.cn/#/query/webSearch?code=";

/** Who asks, how to reach them, where complaints go, the pages beside the form, and the filings that the company has. */
export function ReaderFooter({ locale, company, slug }: { locale: Locale; company: Company; slug: string }) {
  const t = translator(locale, "reader");
  const { complaints, icpFiling, publicSecurityFiling } = company;
  return (
    <div className={styles.foot}>
      <p>
        <span>{company.name[locale]}</span> <span>{company.department[locale]}</span>
      </p>
      <p>
        <span className="num">{t("page.phone", { phone: company.phone })}</span>{" "}
        <span>{t("page.email", { email: company.email })}</span>
      </p>
      {complaints ? (
        <p>
          {t("footer.complaints", {
            department: complaints.department[locale],
            channel: complaints.channel[locale],
          })}
        </p>
      ) : null}
      <p className={`noprint ${styles.links}`}>
        <a href={addressOf(locale, slug, "privacy")}>{t("footer.privacy")}</a>{" "}
        <a href={addressOf(locale, slug, "receipt")}>{t("receiptEntry.link")}</a>{" "}
        <a href={addressOf(locale, slug, "print")}>{t("footer.print")}</a>
      </p>
      {icpFiling || publicSecurityFiling ? (
        <p className={styles.links} lang="zh-CN">
          {icpFiling ? <a href={MIIT}>{icpFiling}</a> : null}{" "}
          {publicSecurityFiling ? (
            <a href={PUBLIC_SECURITY + publicSecurityFiling.replace(/\D/g, "")}>{publicSecurityFiling}</a>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}
