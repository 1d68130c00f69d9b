import { SMALLEST_BASE_FOR_MEAN } from "../analysis/presentation";
import type { Verdict } from "../analysis/change";
import type { ItemComparison, YearComparison } from "../analysis/comparison";
import type { RatingResult, Results } from "../analysis/results";
import type { Locale } from "../locale";
import { translator } from "../messages/translator";
import type { ChartRow, ChartYear } from "./chart-content";
import type { ScoreCounts } from "./diverging";

/** Figures of one edition, beside last year's where there are any, in one language. */
export interface RatedEdition {
  readonly slug: string;
  readonly results: Pick<Results, "ratings" | "valid">;
  readonly comparison: YearComparison | null;
  readonly locale: Locale;
}

/** One rating item with every word that stands beside its bars: on the page, on paper and in a chart that leaves. */
export interface RatingRow extends ChartRow {
  readonly result: RatingResult;
  readonly item: ItemComparison | null;
}

/** The rating items in the form's order, with the same words wherever they are shown. */
export function ratingRows({ slug, results, comparison, locale }: RatedEdition): RatingRow[] {
  return results.ratings.map((result) => {
    const item = comparison?.items.find(({ key }) => key === result.key) ?? null;
    return {
      result,
      item,
      text: result.text[locale],
      base: baseWords(result, results.valid, locale),
      thisYear: yearOf(result, comparison ? yearIn(slug) : "", locale),
      lastYear: item?.before && comparison ? yearOf(item.before, yearIn(comparison.slugBefore), locale) : null,
      change: item ? changeWords(item, locale) : "",
    };
  });
}

/** The counts of every bar that is drawn, in both years: below ten answers none is, and it asks for no room. */
export function drawnCounts(rows: readonly ChartRow[]): ScoreCounts[] {
  const years = rows.flatMap(({ thisYear, lastYear }) => (lastYear ? [thisYear, lastYear] : [thisYear]));
  return years.filter(({ shares }) => shares !== null).map(({ counts }) => counts);
}

/** What an item's figures rest on; of a round that is large enough, that this item's answers are not. */
function baseWords({ base, missing }: RatingResult, valid: number, locale: Locale): string {
  const t = translator(locale, "results");
  const words = t("bars.base", { base, missing });
  return valid >= SMALLEST_BASE_FOR_MEAN && base < SMALLEST_BASE_FOR_MEAN ? t("bars.smallBase", { words }) : words;
}

/** What a change is called: points, and the word of the one rule (`verdictOf`); a star where a year is small. */
export function changeWords({ trend, change, yearOnYear }: ItemComparison, locale: Locale): string {
  const t = translator(locale, "results");
  if (trend === "broken") return t("change.broken");
  if (trend === "none") return t("change.new");
  if (!change) return "";
  const words = t("change.points", { points: signed(change.points), verdict: t(`change.${change.verdict}`) });
  return yearOnYear === "interval" && change.isSmall ? `${words}\u00a0*` : words;
}

/** The words of all verdicts, for the sentence that explains them. */
export function verdictWords(locale: Locale): Record<Verdict, string> {
  const t = translator(locale, "results");
  return {
    higher: t("change.higher"),
    lower: t("change.lower"),
    similar: t("change.similar"),
    uncertain: t("change.uncertain"),
  };
}

/** Points with their sign, as typeset: +3, −2, 0. */
export function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points).replace("-", "−");
}

/** The year of a round's slug: two that stand side by side have the rest in common. */
export const yearIn = (slug: string) => slug.slice(0, 4);

/** Whether some row has a change from last year, and not only last year's counts. */
export function hasChange(comparison: YearComparison | null): boolean {
  return comparison?.items.some(({ change }) => change) ?? false;
}

/** Whether some row's change bears the star of a small year. */
export function hasSmallYear(comparison: YearComparison | null): boolean {
  return comparison?.items.some(({ change }) => change?.isSmall) ?? false;
}

/** The base from which on no star is needed. */
export const NO_STAR_FROM = SMALLEST_BASE_FOR_MEAN;

function yearOf({ counts, base, shares, topTwo, topTwoShare }: RatingResult, year: string, locale: Locale): ChartYear {
  const number = (n: number) => n.toLocaleString(locale);
  const fraction = base === 0 ? "" : `${number(topTwo)}/${number(base)}`;
  return { year, counts, shares, figure: topTwoShare === null ? "" : `${topTwoShare}%`, fraction };
}
