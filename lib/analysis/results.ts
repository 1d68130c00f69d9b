import { type Instrument, openItemsOf, ratingItemsOf, itemsOf } from "../survey/instrument";
import { SUSPICIONS, type Suspicion } from "../survey/response-status";
import { SCORES, type Score } from "../survey/scale";
import type { Localized } from "../locale";
import { type Distribution, bottomTwo, distributionOf, medianOf, topTwo } from "./distribution";
import type { RatingPattern } from "./patterns";
import { SMALLEST_BASE_FOR_PERCENT, wholePercent, wholePercents } from "./share";

/** What the database counted of one edition in one snapshot, taken at `asOf`. */
export interface EditionCounts {
  readonly asOf: Date;
  /** Every response kept, whatever its status; a withdrawn one counts as never sent. */
  readonly received: number;
  /** The valid ones, by pattern of ratings. */
  readonly patterns: readonly RatingPattern[];
  /** How many valid responses answered each open item, by item key. */
  readonly verbatims: Readonly<Record<string, number>>;
  /** How many valid responses were not asked an item, by item key; none where every version of the form asks it. */
  readonly notAsked?: Readonly<Record<string, number>>;
  /** The quarantined ones, by reason. */
  readonly quarantined: Readonly<Record<string, number>>;
}

/** One rating item's results. Shares are null where the base is too small for a percentage. */
export interface RatingResult extends Distribution {
  readonly key: string;
  readonly number: number;
  readonly text: Localized;
  /** Its wording was changed while answers came in: they answer two questions. */
  readonly isMixed: boolean;
  readonly topTwo: number;
  readonly bottomTwo: number;
  readonly median: number | null;
  readonly shares: Readonly<Record<Score, number>> | null;
  readonly topTwoShare: number | null;
  readonly bottomTwoShare: number | null;
}

/** How many valid responses answered an open item, and how many of those it was put to left it blank. */
export interface OpenResult {
  readonly key: string;
  readonly number: number;
  readonly text: Localized;
  readonly isMixed: boolean;
  readonly base: number;
  readonly missing: number;
}

/** Everything the page, the print and the exports say of one edition; none of them counts for itself. */
export interface Results {
  readonly asOf: Date;
  readonly received: number;
  readonly valid: number;
  /** What is kept apart and not counted, by reason, each one that there is. */
  readonly quarantined: readonly { readonly reason: Suspicion; readonly count: number }[];
  readonly ratings: readonly RatingResult[];
  readonly open: readonly OpenResult[];
}

/** The results of an edition from what the database counted. */
export function resultsOf(instrument: Pick<Instrument, "sections">, counted: EditionCounts): Results {
  const valid = counted.patterns.reduce((sum, pattern) => sum + pattern.count, 0);
  const numberOf = new Map(itemsOf(instrument).map((item, place) => [item.key, place + 1]));
  const ratings = ratingItemsOf(instrument).map(({ key, text, amendment }, place) => {
    const distribution = distributionOf(counted.patterns, place);
    return {
      key,
      text,
      isMixed: amendment === "rewording",
      number: numberOf.get(key) ?? 0,
      ...ratingResult(distribution),
    };
  });
  const open = openItemsOf(instrument).map(({ key, text, amendment }) => {
    const base = counted.verbatims[key] ?? 0;
    return {
      key,
      text,
      isMixed: amendment === "rewording",
      number: numberOf.get(key) ?? 0,
      base,
      missing: valid - (counted.notAsked?.[key] ?? 0) - base,
    };
  });
  const quarantined = SUSPICIONS.map((reason) => ({ reason, count: counted.quarantined[reason] ?? 0 })).filter(
    ({ count }) => count > 0,
  );
  return { asOf: counted.asOf, received: counted.received, valid, quarantined, ratings, open };
}

function ratingResult(distribution: Distribution) {
  const { counts, base } = distribution;
  const enough = base >= SMALLEST_BASE_FOR_PERCENT;
  const [top, bottom] = [topTwo(distribution), bottomTwo(distribution)];
  return {
    ...distribution,
    topTwo: top,
    bottomTwo: bottom,
    median: medianOf(distribution),
    shares: enough ? sharesOf(counts) : null,
    topTwoShare: enough ? wholePercent(top, base) : null,
    bottomTwoShare: enough ? wholePercent(bottom, base) : null,
  };
}

function sharesOf(counts: Distribution["counts"]): Record<Score, number> {
  const percents = wholePercents(SCORES.map((score) => counts[score])) ?? [];
  return Object.fromEntries(SCORES.map((score, place) => [score, percents[place] ?? 0])) as Record<Score, number>;
}
