import { Section } from "@/app/_ui/desk/section";
import type { Edition } from "@/db/editions";
import { type ResultsFilter, isNarrowed, resultsQuery } from "@/lib/analysis/results-filter";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import styles from "./take-away-section.module.css";

const FILES = [
  ["results.xlsx", "xlsx"],
  ["ratings.svg", "svg"],
  ["ratings.png", "png"],
] as const;

interface TakeAwaySectionProps {
  readonly edition: Edition;
  readonly filter: ResultsFilter;
  readonly locale: Locale;
}

/** The page's tables and its core picture as files, with the page's own figures. */
export function TakeAwaySection({ edition, filter, locale }: TakeAwaySectionProps) {
  const t = translator(locale, "results");
  const query = new URLSearchParams(resultsQuery(filter)).toString();
  return (
    <div className={styles.aside}>
      <Section id="take-away" title={t("takeAway.title")} say={t("takeAway.say")}>
        <ul className={styles.files}>
          {FILES.map(([file, words]) => (
            <li key={file}>
              <a href={`/admin/exports/${edition.slug}/${file}${query && `?${query}`}`}>{t(`takeAway.${words}`)}</a>
            </li>
          ))}
        </ul>
        {isNarrowed(filter) && <p>{translator(locale, "part")("files")}</p>}
      </Section>
    </div>
  );
}
