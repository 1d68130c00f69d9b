import type { ReactNode } from "react";
import { FiveCells } from "@/app/_ui/five-cells";
import { findCompany } from "@/app/admin/company";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { DeskAccent } from "./desk-accent";
import styles from "./door.module.css";
import { LanguageSwitch } from "./language-switch";

interface DoorProps {
  readonly locale: Locale;
  /** The page's own address, for coming back to it in the other language. */
  readonly here: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** A page in front of the department: signing in, the first account, and what refuses either. */
export async function Door({ locale, here, title, children }: DoorProps) {
  const t = translator(locale, "department");
  const company = await findCompany();
  const org = company && t("org", { company: company.shortName[locale], department: company.department[locale] });
  return (
    <main className={styles.door}>
      <DeskAccent company={company} />
      <FiveCells className={styles.five} />
      <p className={styles.org}>
        {org && <span>{org}</span>} <span>{t("site")}</span>
      </p>
      <h1>{title}</h1>
      {children}
      <div className={styles.language}>
        <LanguageSwitch locale={locale} here={here} />
      </div>
    </main>
  );
}
