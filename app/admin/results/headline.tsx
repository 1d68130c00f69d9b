import type { YearComparison } from "@/lib/analysis/comparison";
import { SMALLEST_BASE_FOR_MEAN } from "@/lib/analysis/presentation";
import { OVERALL_ITEM } from "@/lib/analysis/results";
import { SMALLEST_BASE_FOR_PERCENT } from "@/lib/analysis/share";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import styles from "./headline.module.css";
import type { ResultsView } from "./results-view";
import { medianText, poles } from "./scale-words";

/** The results in one sentence: the overall item's top-2-box with its counts, last year's, and what qualifies it. */
export function Headline({ results, edition, comparison, flips = false, locale }: ResultsView) {
  const t = translator(locale, "department");
  const words = translator(locale, "results");
  const overall = results.ratings.find(({ key }) => key === OVERALL_ITEM);
  // A form without the item that stands for the whole report has no headline.
  if (!overall) return null;
  const { base, topTwo: top, bottomTwo: bottom, topTwoShare, bottomTwoShare, median, mean, missing } = overall;
  const counts = { base, top, ...poles(edition.instrument, locale) };
  if (topTwoShare === null || bottomTwoShare === null || median === null)
    return (
      <p className={styles.alone}>{t("headline.counts", { ...counts, percentFrom: SMALLEST_BASE_FOR_PERCENT })}</p>
    );
  return (
    <div className={styles.headline}>
      <p className={`num ${styles.big}`} aria-hidden="true">
        {topTwoShare}
        <small>%</small>
      </p>
      <div>
        <p className={`num ${styles.text}`}>
          <span className="vh">{topTwoShare}% </span>
          {[t("headline.text", counts), lastYearWords(comparison, locale)].join(locale === "en" ? " " : "")}
        </p>
        <ul className={`num ${styles.rest}`}>
          <li>{t("headline.bottom", { share: bottomTwoShare, bottom, base })}</li>
          <li>{t("headline.median", { median: medianText(edition.instrument, median, locale) })}</li>
          <li>{t("headline.missing", { n: missing })}</li>
          {results.valid >= SMALLEST_BASE_FOR_MEAN && base < SMALLEST_BASE_FOR_MEAN && <li>{t("sample.small")}</li>}
          {mean !== null && <li>{words("headline.mean", { mean: mean.toFixed(1) })}</li>}
        </ul>
        {flips && (
          <p className={`notice notice-caution ${styles.flips}`}>
            <a href="#doubts">{t("headline.flips")}</a>
          </p>
        )}
      </div>
    </div>
  );
}

/** What the overall item had last year, and what its change is called. */
function lastYearWords(comparison: YearComparison | null, locale: Locale): string {
  const item = comparison?.items.find(({ key }) => key === OVERALL_ITEM);
  if (!item?.before || item.before.base === 0) return "";
  const t = translator(locale, "results");
  const { topTwo: top, base, topTwoShare: share } = item.before;
  if (share === null || !item.change) return t("headline.lastCounts", { top, base });
  return t("headline.last", { share, top, base, verdict: t(`change.${item.change.verdict}`) });
}
