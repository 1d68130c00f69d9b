import { type Instrument, openItemsOf, ratingItemsOf, itemsOf } from "../survey/instrument";
import { SUSPICIONS, type Suspicion } from "../survey/response-status";
import type { Localized } from "../locale";
import type { Crosstab } from "./crosstab";
import { distributionOf } from "./distribution";
import type { RatingPattern } from "./patterns";
import { type RatingFigures, ratingFigures } from "./rating-figures";
import { type Reliability, reliabilityOf } from "./reliability";

/** The item that stands for the whole report; it is no part of the scale that the others make. */
export const OVERALL_ITEM = "overall";

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
  /** The patterns are right item by item only: nothing may be computed from what goes with what within one. */
  readonly isByItem?: boolean;
  /** Ratings by the dimension that was asked for, as far as whoever asked may see it. */
  readonly crosstab?: Crosstab | null;
}

/** One rating item's results. What the base does not carry is null. */
export interface RatingResult extends RatingFigures {
  readonly key: string;
  readonly number: number;
  readonly text: Localized;
  /** Its wording was changed while answers came in: they answer two questions. */
  readonly isMixed: boolean;
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
  /** Of the rating items but the overall one, for the method sheet; null below thirty complete answers. */
  readonly reliability: Reliability | null;
  /** Null where no dimension was asked for, or nothing may be shown of it. */
  readonly crosstab: Crosstab | null;
}

/** The results of an edition from what the database counted. */
export function resultsOf(instrument: Pick<Instrument, "sections">, counted: EditionCounts): Results {
  const valid = counted.patterns.reduce((sum, pattern) => sum + pattern.count, 0);
  const numberOf = new Map(itemsOf(instrument).map((item, place) => [item.key, place + 1]));
  const rated = ratingItemsOf(instrument);
  const ratings = rated.map(({ key, text, amendment }, place) => ({
    key,
    text,
    isMixed: amendment === "rewording",
    number: numberOf.get(key) ?? 0,
    ...ratingFigures(distributionOf(counted.patterns, place)),
  }));
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
  const scale = rated.flatMap(({ key }, place) => (key === OVERALL_ITEM ? [] : [place]));
  const reliability = counted.isByItem ? null : reliabilityOf(counted.patterns, scale);
  const { asOf, received, crosstab = null } = counted;
  return { asOf, received, valid, quarantined, ratings, open, reliability, crosstab };
}
