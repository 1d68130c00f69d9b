import type { Edition } from "@/db/editions";
import type { SetAsideCount } from "@/lib/analysis/doubts";
import { type ResultsFilter, listedPart } from "@/lib/analysis/results-filter";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { listAddress } from "../responses/requested-list";
import styles from "./doubts.module.css";

interface SetAsideListProps {
  readonly setAside: readonly SetAsideCount[];
  readonly edition: Edition;
  readonly filter: ResultsFilter;
  readonly locale: Locale;
}

/** How many answers do not count, by status and reason; each count leads to them. */
export function SetAsideList({ setAside, edition, filter, locale }: SetAsideListProps) {
  const t = translator(locale, "results");
  const words = translator(locale, "export");
  if (setAside.length === 0) return <p>{t("doubts.none")}</p>;
  return (
    <ul className={styles.apart}>
      {setAside.map(({ status, reason, count }) => {
        const listed = listAddress({ edition: edition.slug, filter: { ...listedPart(filter), status, reason } });
        return (
          <li key={`${status} ${reason}`}>
            <a href={listed}>{t("doubts.count", { status: words(`status.${status}`), n: count })}</a>
            {reason && ` · ${words(`reason.${reason}`)}`}
          </li>
        );
      })}
    </ul>
  );
}
