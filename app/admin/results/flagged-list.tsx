import type { Edition } from "@/db/editions";
import type { FlagCounts } from "@/lib/analysis/doubts";
import { type ResultsFilter, listedPart } from "@/lib/analysis/results-filter";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { ANY, type ResponseFilter } from "@/lib/survey/response-filter";
import { listAddress } from "../responses/requested-list";
import styles from "./doubts.module.css";

interface FlaggedListProps {
  readonly flagged: FlagCounts;
  readonly edition: Edition;
  readonly filter: ResultsFilter;
  readonly locale: Locale;
}

/** How many answers that count have a flag, and how many each; every count leads to them. */
export function FlaggedList({ flagged, edition, filter, locale }: FlaggedListProps) {
  const t = translator(locale, "results");
  const names = translator(locale, "flags");
  const listed = (flag: ResponseFilter["flag"]) =>
    listAddress({ edition: edition.slug, filter: { ...listedPart(filter), status: "valid", flag } });
  if (flagged.responses === 0) return <p className={styles.more}>{t("doubts.noFlags")}</p>;
  return (
    <>
      <p className={styles.more}>
        <a href={listed(ANY)}>{t("doubts.flagged", { n: flagged.responses })}</a>
      </p>
      <ul className={styles.flags}>
        {flagged.flags.map(({ flag, count }) => (
          <li key={flag}>
            <a href={listed(flag)}>{t("doubts.flag", { flag: names(`name.${flag}`), n: count })}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
