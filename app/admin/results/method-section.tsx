import { Section } from "@/app/_ui/desk/section";
import { MOST_PERMUTED } from "@/lib/analysis/permutation";
import { SMALLEST_BASE_FOR_MEAN } from "@/lib/analysis/presentation";
import { SMALLEST_BASE_FOR_PERCENT } from "@/lib/analysis/share";
import { scoreLabel } from "@/lib/survey/instrument";
import { translator } from "@/lib/messages/translator";
import styles from "./method-section.module.css";
import { MeansTable, TestsTable } from "./method-tables";
import { OpenedInPrint } from "./opened-in-print";
import type { ResultsView } from "./results-view";

/** From how many answers in both years on items are tested, and between which numbers exactly. */
const TESTED = { from: SMALLEST_BASE_FOR_MEAN, least: SMALLEST_BASE_FOR_PERCENT, most: MOST_PERMUTED };

/** How the figures were made and what they do not say, closed until somebody asks; with means and tests to check by. */
export function MethodSection({ results, comparison, edition, locale }: ResultsView) {
  const t = translator(locale, "results");
  const { instrument } = edition;
  const { reliability } = results;
  return (
    <Section id="method" title={t("method.title")}>
      <OpenedInPrint className={styles.method}>
        <summary>{t("method.open")}</summary>
        <ul>
          <li>
            {t("method.coding", { best: scoreLabel(instrument, 5, locale), worst: scoreLabel(instrument, 1, locale) })}
          </li>
          <li>{t("method.shares")}</li>
          <li>{t("method.wilson")}</li>
          <li>{t("method.selection")}</li>
          {comparison && <li className={styles.internal}>{t("method.noTests", TESTED)}</li>}
          {reliability && (
            <li>
              {t("method.alpha", {
                items: reliability.items,
                n: reliability.base,
                alpha: reliability.alpha.toFixed(2),
              })}
              {reliability.isHalo && t("method.halo")}
            </li>
          )}
        </ul>
        <div className={styles.internal}>
          <MeansTable ratings={results.ratings} locale={locale} />
          <TestsTable items={comparison?.items ?? []} locale={locale} />
        </div>
      </OpenedInPrint>
    </Section>
  );
}
