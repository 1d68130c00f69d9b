import { FinePrint } from "@/app/_ui/desk/fine-print";
import { Section } from "@/app/_ui/desk/section";
import { MOST_LEVEL_POINTS } from "@/lib/analysis/change";
import { divergingScaleOf } from "@/lib/charts/diverging";
import { NO_STAR_FROM, drawnCounts, hasChange, hasSmallYear, ratingRows, verdictWords } from "@/lib/charts/rating-rows";
import { translator } from "@/lib/messages/translator";
import { scoreLabel } from "@/lib/survey/instrument";
import type { Score } from "@/lib/survey/scale";
import { BarHeads } from "./bar-heads";
import { BarRow } from "./bar-row";
import rowStyles from "./bar-row.module.css";
import { barWords } from "./bar-words";
import { MixedNote } from "./mixed-note";
import styles from "./rating-bars.module.css";
import type { ResultsView } from "./results-view";

/** In the order of the bars, from left to right. */
const LEGEND: readonly (readonly [Score, keyof typeof rowStyles])[] = [
  [1, "f1"],
  [2, "f2"],
  [4, "f4"],
  [5, "f5"],
  [3, "f3"],
];

/** The core picture: every rating item's bars on one scale, last year's below, and the figures beside them. */
export function RatingBars(view: ResultsView) {
  const { results, edition, comparison, locale } = view;
  const t = translator(locale, "results");
  const neutral = scoreLabel(edition.instrument, 3, locale);
  const rows = ratingRows({ ...view, slug: edition.slug });
  const scale = divergingScaleOf(drawnCounts(rows));
  const isCompared = hasChange(comparison);
  const words = barWords(edition.instrument, edition.slug, locale);
  return (
    <Section id="ratings" title={translator(locale, "department")("ratings.title")} say={t("bars.say", { neutral })}>
      <ul className={styles.legend}>
        {LEGEND.map(([score, fill]) => (
          <li key={score}>
            <svg aria-hidden="true" width="14" height="14">
              <rect className={rowStyles[fill]} width="14" height="14" />
            </svg>
            {score === 3 ? t("bars.neutralApart", { neutral }) : words.score(score)}
          </li>
        ))}
      </ul>
      <BarHeads scale={scale} words={words} neutral={neutral} />
      <ul className={styles.rows}>
        {rows.map((row) => (
          <BarRow key={row.result.key} {...{ row, scale, words }} />
        ))}
      </ul>
      <FinePrint>
        <p className={styles.onScreen}>{t("bars.interval")}</p>
        {isCompared && <p>{t("bars.rule", { points: MOST_LEVEL_POINTS, ...verdictWords(locale) })}</p>}
        {isCompared && <p>{t("method.points")}</p>}
        {hasSmallYear(comparison) && <p>{t("bars.small", { from: NO_STAR_FROM })}</p>}
        <MixedNote items={results.ratings} locale={locale} />
      </FinePrint>
    </Section>
  );
}
