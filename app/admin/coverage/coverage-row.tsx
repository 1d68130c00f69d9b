import Link from "next/link";
import { Figure, SecondLine } from "@/app/_ui/desk/table";
import type { Edition } from "@/db/editions";
import { FEW_BELOW, type CoverageRow as Row } from "@/lib/analysis/coverage";
import type { Locale } from "@/lib/locale";
import { longDay } from "@/lib/messages/calendar";
import { translator } from "@/lib/messages/translator";
import { ownerOf } from "@/lib/survey/group-owner";
import { STAKEHOLDER_GROUP_NAMES } from "@/lib/survey/stakeholder-group";
import styles from "./coverage.module.css";

interface CoverageRowProps {
  readonly edition: Edition;
  readonly row: Row;
  readonly locale: Locale;
}

/** One group: how many have answered, whether it is silent, the channels of its own, and the invitation. */
export function CoverageRow({ edition, row, locale }: CoverageRowProps) {
  const t = translator(locale, "coverage");
  const name = STAKEHOLDER_GROUP_NAMES[row.group][locale];
  const asked = edition.asks.includes("stakeholder_group");
  const words = {
    silent: <span className={styles.silent}>{t("board.silent")}</span>,
    few: t("board.few", { below: FEW_BELOW }),
    heard: null,
    unexpected: null,
  };
  const standing = asked ? words[row.standing] : null;
  const channels = edition.channels.filter(({ group, retired }) => group === row.group && !retired);
  return (
    <tr>
      <th scope="row">
        {name}
        <SecondLine>{t("board.owner", { owner: ownerOf(edition.company, row.group)[locale] })}</SecondLine>
      </th>
      <Figure base={standing}>{row.valid}</Figure>
      <td>{row.lastWeek && t("board.week", { day: longDay(row.lastWeek, locale) })}</td>
      <td>
        {channels.length === 0 && <span className={styles.none}>{t("board.noChannel")}</span>}
        {channels.map(({ code, name: named }) => (
          <Link key={code} className={styles.channel} href={`/admin/channels/${edition.slug}/${code}`}>
            {named[locale]}
          </Link>
        ))}
      </td>
      <td>
        <Link
          href={`/admin/coverage/${edition.slug}/${row.group}`}
          aria-label={t("board.inviteGroup", { group: name })}
        >
          {t("board.invite")}
        </Link>
      </td>
    </tr>
  );
}
