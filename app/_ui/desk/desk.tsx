import type { ReactNode } from "react";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Staff } from "@/lib/staff";
import type { Company } from "@/lib/survey/company";
import { DeskAccent } from "./desk-accent";
import styles from "./desk.module.css";
import { SessionGuard } from "./session-guard";
import { type Place, SideNavigation } from "./side-navigation";
import { TypedGuard } from "./typed-guard";

interface DeskProps {
  readonly staff: Staff;
  readonly locale: Locale;
  readonly company: Company;
  /** The page in the navigation, if it is there, and its address for coming back to it in the other language. */
  readonly place: Place | null;
  readonly here: string;
  /** The slug of the edition that the page is about, which the navigation keeps. */
  readonly round?: string;
  readonly children: ReactNode;
}

/** A page of the department: the navigation at the side (at the top where it is narrow) and the page itself. */
export function Desk({ place, children, ...rest }: DeskProps) {
  const t = translator(rest.locale, "department");
  const navigation = <SideNavigation place={place} {...rest} />;
  return (
    <>
      <DeskAccent company={rest.company} />
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <details className={styles.menu}>
        <summary>{t("nav.menu", { page: place ? t(`nav.${place}`) : t("site") })}</summary>
        <header>{navigation}</header>
      </details>
      <div className={styles.frame}>
        <header className={styles.side}>{navigation}</header>
        <main className={styles.desk} id="main">
          {children}
        </main>
      </div>
      <SessionGuard title={t("sessionOver.title")} text={t("sessionOver.text")} signIn={t("sessionOver.signIn")} />
      <TypedGuard question={t("leaveTyped")} />
    </>
  );
}
