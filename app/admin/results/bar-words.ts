import type { ChartYear } from "@/lib/charts/chart-content";
import { type RatingRow, yearIn } from "@/lib/charts/rating-rows";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type Instrument, scoreLabel } from "@/lib/survey/instrument";
import { SCORES, type Score } from "@/lib/survey/scale";

/** The words of the bars in one language; `slug` is this year, for those who hear the bars. */
export interface BarWords {
  readonly locale: Locale;
  readonly slug: string;
  readonly score: (score: Score) => string;
  readonly lastFigure: (year: ChartYear) => string;
  /** Every score with its count. */
  readonly counts: (year: ChartYear) => string;
}

/** The words of a round's bars. */
export function barWords(instrument: Pick<Instrument, "scale">, slug: string, locale: Locale): BarWords {
  const t = translator(locale, "results");
  const list = new Intl.ListFormat(locale, { type: "conjunction", style: "narrow" });
  const score = (one: Score) => scoreLabel(instrument, one, locale);
  return {
    locale,
    slug: yearIn(slug),
    score,
    counts: ({ counts }) =>
      list.format(SCORES.map((one) => t("bars.spokenCount", { score: score(one), n: counts[one] }))),
    lastFigure: ({ figure, fraction, year }) =>
      t("bars.lastFigure", { figure: `${figure} ${fraction}`.trim(), slug: year }),
  };
}

/** What a screen reader says of a row's bars: every count of both years. */
export function spokenCounts({ thisYear, lastYear }: RatingRow, { locale, slug, counts }: BarWords): string {
  const t = translator(locale, "results");
  const spoken = (of: ChartYear, year: string) => t("bars.spoken", { slug: year, counts: counts(of) });
  return [spoken(thisYear, slug), ...(lastYear ? [spoken(lastYear, lastYear.year)] : [])].join(" ");
}
