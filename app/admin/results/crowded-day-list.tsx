import { dayText } from "@/app/_ui/desk/dates";
import type { Edition } from "@/db/editions";
import type { CrowdedDay } from "@/lib/analysis/crowded-days";
import { type ResultsFilter, listedPart } from "@/lib/analysis/results-filter";
import { groupWords } from "@/lib/charts/group-words";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { listAddress } from "../responses/requested-list";
import styles from "./doubts.module.css";

interface CrowdedDayListProps {
  readonly crowded: readonly CrowdedDay[];
  readonly edition: Edition;
  readonly filter: ResultsFilter;
  readonly locale: Locale;
}

/** The days that brought half of a group's answers, each leading to them; nothing where there are none. */
export function CrowdedDayList({ crowded, edition, filter, locale }: CrowdedDayListProps) {
  const t = translator(locale, "results");
  if (crowded.length === 0) return null;
  return (
    <>
      <p className={styles.more}>{t("doubts.crowded")}</p>
      <ul>
        {crowded.map(({ day, group, count, all }) => {
          const of = { ...listedPart(filter), status: "valid", group, from: day, until: day } as const;
          return (
            <li key={`${day} ${group}`}>
              <a href={listAddress({ edition: edition.slug, filter: of })}>
                {t("doubts.crowdedDay", { day: dayText(locale, day), group: groupWords(group, locale), n: count, all })}
              </a>
            </li>
          );
        })}
      </ul>
    </>
  );
}
