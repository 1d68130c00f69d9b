import { SCORES, type Score } from "../survey/scale";
import { type Distribution, type Quartiles, bottomTwo, medianOf, quartilesOf, topTwo } from "./distribution";
import { type Interval, wilson } from "./interval";
import { meanInterval, roundedMean, standardDeviationOf } from "./mean";
import { type Presentation, presentationOf } from "./presentation";
import { wholePercent, wholePercents } from "./share";

/** What a distribution says. A figure that its base does not carry is null, and so is shown nowhere. */
export interface RatingFigures extends Distribution {
  readonly presentation: Presentation;
  readonly topTwo: number;
  readonly bottomTwo: number;
  readonly median: number | null;
  readonly quartiles: Quartiles | null;
  readonly shares: Readonly<Record<Score, number>> | null;
  readonly topTwoShare: number | null;
  readonly bottomTwoShare: number | null;
  /** Wilson's, 0–1: what the number of answers alone makes uncertain. */
  readonly topTwoInterval: Interval | null;
  /** To one decimal, as shown. */
  readonly mean: number | null;
  /** For the method sheet alone. */
  readonly standardDeviation: number | null;
  /** Student's, of the mean; for the method sheet alone. */
  readonly meanInterval: Interval | null;
}

/** The figures of a distribution. */
export function ratingFigures(distribution: Distribution): RatingFigures {
  const { counts, base } = distribution;
  const [top, bottom] = [topTwo(distribution), bottomTwo(distribution)];
  const presentation = presentationOf(base);
  return {
    ...distribution,
    presentation,
    topTwo: top,
    bottomTwo: bottom,
    median: presentation.median ? medianOf(distribution) : null,
    quartiles: presentation.median ? quartilesOf(distribution) : null,
    shares: presentation.percent ? sharesOf(counts) : null,
    topTwoShare: presentation.percent ? wholePercent(top, base) : null,
    bottomTwoShare: presentation.percent ? wholePercent(bottom, base) : null,
    topTwoInterval: presentation.interval ? wilson({ part: top, base }) : null,
    mean: presentation.mean ? roundedMean(distribution) : null,
    standardDeviation: presentation.mean ? standardDeviationOf(distribution) : null,
    meanInterval: presentation.mean ? meanInterval(distribution) : null,
  };
}

function sharesOf(counts: Distribution["counts"]): Record<Score, number> {
  const percents = wholePercents(SCORES.map((score) => counts[score])) ?? [];
  return Object.fromEntries(SCORES.map((score, place) => [score, percents[place] ?? 0])) as Record<Score, number>;
}
