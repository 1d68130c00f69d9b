import { type ShownBatch, batchWords } from "../batch-words";
import { cautionWords } from "../caution-words";
import { minuteIn } from "../messages/calendar";
import { translator } from "../messages/translator";
import { SMALLEST_BASE_FOR_PERCENT } from "../analysis/share";
import type { Results } from "../analysis/results";
import type { EditionDefinition } from "../survey/edition";
import { isSealed } from "../survey/edition-life";
import { scoreLabel } from "../survey/instrument";
import { SCORES, type Score } from "../survey/scale";
import type { ChartContent } from "./chart-content";
import { divergingChart } from "./diverging-chart";
import { dotChart } from "./dot-chart";
import { MOST_DOTS, hasUndrawn } from "./dots";
import { NO_STAR_FROM, type RatedEdition, hasSmallYear, ratingRows, yearIn } from "./rating-rows";

/** What a chart that leaves the page is made of: the page's own figures, and the round that they are of. */
export interface ChartedEdition extends RatedEdition {
  readonly edition: Pick<EditionDefinition, "reportTitle" | "instrument" | "timeZone" | "state">;
  readonly results: Results;
  /** Of which part of the answers, in words; empty or left out for everybody. */
  readonly part?: string;
  /** Of viewers' figures: the batch in the place of the moment. */
  readonly since?: ShownBatch;
  /** Of the demo: the picture says so. */
  readonly isDemo?: boolean;
}

/**
 * The ratings as one picture, by what their number carries: dots below ten valid answers, else bars. It says that it is
 * a draft until the round is sealed, as of when, and whom it does not stand for; no interval leaves the page.
 */
export function ratingChart(charted: ChartedEdition): string {
  const isSmall = charted.results.valid < SMALLEST_BASE_FOR_PERCENT;
  return (isSmall ? dotChart : divergingChart)(contentOf(charted, isSmall));
}

function contentOf(charted: ChartedEdition, isSmall: boolean): ChartContent {
  const { edition, comparison, locale, slug, part } = charted;
  const t = translator(locale, "results");
  const scores = Object.fromEntries(
    SCORES.map((score) => [score, scoreLabel(edition.instrument, score, locale)]),
  ) as Record<Score, string>;
  const last = comparison ? t("chart.dotLast", { slug: yearIn(slug), before: yearIn(comparison.slugBefore) }) : "";
  const rows = ratingRows(charted);
  const caution = cautionWords(charted.results.valid, Boolean(part), locale);
  const figure = t("bars.figure", { best: scores[5], good: scores[4] });
  return {
    title: part
      ? translator(locale, "part")("chartTitle", { report: edition.reportTitle[locale], part })
      : t("chart.title", { report: edition.reportTitle[locale] }),
    subtitle: isSmall ? t("chart.dotSay", { last }) : t("bars.say", { neutral: scores[3] }),
    description: rows
      .map(({ text, result }) => {
        const counts = SCORES.map((score) => t("bars.spokenCount", { score: scores[score], n: result.counts[score] }));
        return t("chart.row", { text, counts: counts.join(" ") });
      })
      .join("\n"),
    scores,
    heads: {
      bottom: t("bars.bottom"),
      top: t("bars.top"),
      neutral: scores[3],
      figure,
    },
    rows,
    notes: [
      ...(charted.isDemo ? [translator(locale, "demo")("mark")] : []),
      ...(isSealed(edition) ? [] : [t("chart.draft")]),
      basisNote(charted),
      ...(caution ? [caution] : []),
      t("chart.selfSelected"),
      ...(isSmall && hasUndrawn(comparison) ? [t("dossier.many", { most: MOST_DOTS })] : []),
      ...(hasSmallYear(comparison) ? [t("bars.small", { from: NO_STAR_FROM })] : []),
    ],
  };
}

/** Of how many answers the figures are, and of what moment; a batch is of none, and says which it is. */
function basisNote({ edition, results, since, locale }: ChartedEdition): string {
  const t = translator(locale, "results");
  if (since) return t("chart.batch", { batch: batchWords(since, locale), n: results.valid });
  return t("chart.asOf", { moment: minuteIn(edition.timeZone, results.asOf), n: results.valid });
}
