import type { Edition } from "@/db/editions";
import { type ResultsFilter, isNarrowed } from "@/lib/analysis/results-filter";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import styles from "./response-exports.module.css";

interface ResponseExportsProps {
  readonly edition: Edition;
  readonly filter: ResultsFilter;
  readonly locale: Locale;
}

/** The responses themselves as files: always all of the round, which the words say where the page is of a part. */
export function ResponseExports({ edition, filter, locale }: ResponseExportsProps) {
  const [t, part] = [translator(locale, "department"), translator(locale, "part")];
  const isPart = isNarrowed(filter);
  return (
    <p className={styles.exports}>
      <a className="btn" href={`/admin/exports/${edition.slug}/responses.xlsx`}>
        {isPart ? part("allXlsx") : t("filter.xlsx")}
      </a>
      <a className="btn btn-2" href={`/admin/exports/${edition.slug}/responses.csv`}>
        {isPart ? part("allCsv") : t("filter.csv")}
      </a>
    </p>
  );
}
