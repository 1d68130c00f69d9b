import { OVERALL_ITEM } from "@/lib/analysis/results";
import { SMALLEST_BASE_FOR_PERCENT } from "@/lib/analysis/share";
import { translator } from "@/lib/messages/translator";
import styles from "./headline.module.css";
import type { ResultsView } from "./results-view";
import { medianText, poles } from "./scale-words";

/** The results in one sentence: the overall item's top-2-box with its counts; none for a form without that item. */
export function Headline({ results, edition, locale }: ResultsView) {
  const t = translator(locale, "department");
  const overall = results.ratings.find(({ key }) => key === OVERALL_ITEM);
  if (!overall) return null;
  const { base, topTwo: top, bottomTwo: bottom, topTwoShare, bottomTwoShare, median, missing } = overall;
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
          {t("headline.text", counts)}
        </p>
        <ul className={`num ${styles.rest}`}>
          <li>{t("headline.bottom", { share: bottomTwoShare, bottom, base })}</li>
          <li>{t("headline.median", { median: medianText(edition.instrument, median, locale) })}</li>
          <li>{t("headline.missing", { n: missing })}</li>
        </ul>
      </div>
    </div>
  );
}
