import Link from "next/link";
import { FinePrint } from "@/app/_ui/desk/fine-print";
import { PendingLink } from "@/app/_ui/desk/pending-link";
import { Section } from "@/app/_ui/desk/section";
import { DIMENSIONS } from "@/lib/analysis/crosstab";
import type { ResultsFilter } from "@/lib/analysis/results-filter";
import { SMALLEST_BASE_FOR_PERCENT } from "@/lib/analysis/share";
import { SMALLEST_BASE_FOR_MEAN } from "@/lib/analysis/presentation";
import { hasStar } from "@/lib/charts/good-words";
import { translator } from "@/lib/messages/translator";
import { CrosstabDetails } from "./crosstab-details";
import styles from "./crosstab-section.module.css";
import { CrosstabTable } from "./crosstab-table";
import { resultsAddress } from "./requested-results";
import type { ResultsView } from "./results-view";
import { poles } from "./scale-words";

interface CrosstabSectionProps extends Pick<ResultsView, "results" | "edition" | "locale"> {
  /** For viewers: the least number of answers that a row rests on. Null for who sees every row, and is noted. */
  readonly k: number | null;
  readonly filter: ResultsFilter;
}

/** Ratings by group, channel or language, one at a time. */
export function CrosstabSection({ results, edition, locale, k, filter }: CrosstabSectionProps) {
  const t = translator(locale, "crosstab");
  const { crosstab, ratings } = results;
  const cells = [...ratings, ...[...(crosstab?.rows ?? []), crosstab?.rest].flatMap((row) => row?.ratings ?? [])];
  const isEmpty = crosstab !== null && crosstab.rows.length === 0;
  return (
    <div className={crosstab ? undefined : styles.unasked}>
      <Section id="crosstab" title={t("title")} say={!crosstab && k === null ? t("invite") : undefined}>
        <nav aria-label={t("choices")}>
          <ul className={styles.choices}>
            {DIMENSIONS.map((by) => (
              <li key={by}>
                <Link
                  href={`${resultsAddress({ edition: edition.slug, by, filter })}#crosstab`}
                  prefetch={false}
                  aria-current={crosstab?.by === by ? "true" : undefined}
                >
                  {t(`by.${by}`)}
                  <PendingLink words={translator(locale, "part")("pending")} />
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {k !== null && (!crosstab || isEmpty) && <p className={styles.nothing}>{t("nothing", { k })}</p>}
        {crosstab && !isEmpty && (
          <>
            <CrosstabTable {...{ crosstab, ratings, edition, locale }} valid={results.valid} />
            <CrosstabDetails {...{ crosstab, ratings, edition, locale }} />
            <FinePrint>
              {ratings.map(({ key, number, text }) => (
                <p key={key}>{t("itemNote", { n: number, text: text[locale] })}</p>
              ))}
              <p>{t("topNote", { ...poles(edition.instrument, locale), percentFrom: SMALLEST_BASE_FOR_PERCENT })}</p>
              {hasStar(cells) && <p>{t("starNote", { from: SMALLEST_BASE_FOR_MEAN })}</p>}
              {k === null ? <p className={styles.logged}>{t("logged")}</p> : <p>{t("protected", { k })}</p>}
            </FinePrint>
          </>
        )}
      </Section>
    </div>
  );
}
