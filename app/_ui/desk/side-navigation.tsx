import { Fragment } from "react";
import Link from "next/link";
import { mayActAs } from "@/app/_session/staff";
import { CompanyLogo } from "@/app/_ui/company-logo";
import { FiveCells } from "@/app/_ui/five-cells";
import { signOut } from "@/app/admin/actions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Role, Staff } from "@/lib/staff";
import type { Company } from "@/lib/survey/company";
import { LanguageSwitch } from "./language-switch";
import { PendingLink } from "./pending-link";
import styles from "./side-navigation.module.css";

const GROUPS = ["collection", "analysis", "administration"] as const;
type Group = (typeof GROUPS)[number];

const PLACES = [
  { place: "editions", group: "collection", role: "administrator" },
  { place: "channels", group: "collection", role: "analyst" },
  { place: "coverage", group: "collection", role: "analyst" },
  { place: "responses", group: "collection", role: "analyst" },
  { place: "entry", group: "collection", role: "analyst" },
  { place: "import", group: "collection", role: "analyst" },
  { place: "results", group: "analysis", role: "viewer" },
  { place: "verbatims", group: "analysis", role: "analyst" },
  { place: "people", group: "administration", role: "administrator" },
  { place: "retention", group: "administration", role: "administrator" },
  { place: "audit", group: "administration", role: "administrator" },
] as const satisfies readonly { place: string; group: Group; role: Role }[];

/** A page that the navigation names; its path is /admin/ and the name. One's account stands below, with one's name. */
export type Place = (typeof PLACES)[number]["place"] | "account";

/** The pages that are about one edition, which their address names by `?edition=`. */
const OF_A_ROUND: readonly Place[] = [
  "channels",
  "coverage",
  "responses",
  "entry",
  "import",
  "results",
  "verbatims",
  "retention",
];

function addressOf(place: Place, round: string | undefined): string {
  return `/admin/${place}${round && OF_A_ROUND.includes(place) ? `?edition=${round}` : ""}`;
}

interface SideNavigationProps {
  readonly staff: Staff;
  readonly locale: Locale;
  readonly company: Company;
  readonly place: Place | null;
  readonly here: string;
  readonly round?: string;
}

export function SideNavigation({ staff, locale, company, place, here, round }: SideNavigationProps) {
  const t = translator(locale, "department");
  return (
    <>
      <p className={styles.org}>
        <CompanyLogo company={company} />
        {company.shortName[locale]}
        <span>{company.department[locale]}</span>
        <span>{t("site")}</span>
      </p>
      <FiveCells className={styles.five} />
      <nav aria-label={t("nav.label")} className={styles.places}>
        {GROUPS.map((group) => {
          const places = PLACES.filter((each) => each.group === group && mayActAs(staff, each.role));
          return places.length > 0 ? (
            <Fragment key={group}>
              <h2>{t(`nav.${group}`)}</h2>
              {places.map(({ place: name }) => (
                <Link key={name} href={addressOf(name, round)} aria-current={name === place ? "page" : undefined}>
                  {t(`nav.${name}`)}
                  <PendingLink words={t("nav.pending")} />
                </Link>
              ))}
            </Fragment>
          ) : null;
        })}
      </nav>
      <div className={styles.me}>
        <p>
          {staff.name} <span className="nb">{t(`role.${staff.role}`)}</span>
        </p>
        <p>
          <Link href="/admin/account" aria-current={place === "account" ? "page" : undefined}>
            {t("nav.account")}
          </Link>
        </p>
        <form action={signOut} data-for-anybody="">
          <button className="lnk">{t("nav.signOut")}</button>
        </form>
        <LanguageSwitch locale={locale} here={here} />
      </div>
    </>
  );
}
