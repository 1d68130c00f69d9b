import Link from "next/link";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { STAKEHOLDER_GROUPS, STAKEHOLDER_GROUP_NAMES, type StakeholderGroup } from "@/lib/survey/stakeholder-group";
import styles from "../../coverage.module.css";

interface GroupLinksProps {
  readonly slug: string;
  readonly group: StakeholderGroup;
  readonly locale: Locale;
}

/** The way to the invitations of the other groups. */
export function GroupLinks({ slug, group, locale }: GroupLinksProps) {
  return (
    <nav className={styles.groups} aria-label={translator(locale, "coverage")("invite.groups")}>
      {STAKEHOLDER_GROUPS.map((other) => (
        <Link key={other} href={`/admin/coverage/${slug}/${other}`} aria-current={other === group ? "page" : undefined}>
          {STAKEHOLDER_GROUP_NAMES[other][locale]}
        </Link>
      ))}
    </nav>
  );
}
