import { ratingItemsOf } from "../survey/instrument";
import { type EditionForm, type Trend, trendOf } from "../survey/lineage";
import { type Change, changeOf } from "./change";
import { type IndependenceTest, independenceTest } from "./contingency";
import {
  type GroupChange,
  type GroupMix,
  type GroupRow,
  changesWithinGroups,
  groupMixOf,
  statedPairs,
} from "./group-mix";
import { holm } from "./holm";
import { type YearOnYear, yearOnYearOf } from "./presentation";
import { permutationTest } from "./permutation";
import { type RankTest, mannWhitney } from "./rank-test";
import type { RatingResult, Results } from "./results";
import { equalWeightsPoints } from "./weighting";

/** One year of a comparison: its form, its results, and its answers by group, as the reader's crosstab has them. */
export interface ComparedYear {
  readonly form: EditionForm;
  readonly results: Pick<Results, "ratings">;
  readonly groups: readonly GroupRow[];
}

/** The tests of one item, for the method sheet; a word on the page never rests on them. */
export interface ItemTests extends Pick<RankTest, "u" | "a12" | "p"> {
  /** `p` is of the exact permutation test. */
  readonly isExact: boolean;
  /** `p` as one of the tests of all items (Holm): the one to judge by. */
  readonly pHolm: number;
  readonly independence: IndependenceTest | null;
}

/** One rating item in both years. */
export interface ItemComparison {
  readonly key: string;
  readonly trend: Trend;
  readonly now: RatingResult;
  /** Null where the item may not stand beside last year's: `trend` says why. */
  readonly before: RatingResult | null;
  readonly yearOnYear: YearOnYear;
  /** From ten answers in both years on; below, both counts are all there is to say. */
  readonly change: Change | null;
  /** From thirty in both years on, and where both have ten to twelve. */
  readonly tests: ItemTests | null;
  /** Where the respondents' mix shifted; null where it did not, or the item is not compared. */
  readonly withinGroups: readonly GroupChange[] | null;
  /** The points of change with groups weighing the same: to check by, never the figure that is told. */
  readonly pointsAlike: number | null;
}

/** Two years side by side: all that page, print, export and report text say of a change. */
export interface YearComparison {
  readonly slug: string;
  readonly slugBefore: string;
  readonly mix: GroupMix;
  readonly items: readonly ItemComparison[];
}

/**
 * This year's rating items beside last year's, in the order of this year's form (domain notes §3.4). Groups are taken as
 * they are given, and nothing here hides one: whoever may see some groups only gives those, and the rest as one row.
 */
export function compareYears(now: ComparedYear, before: ComparedYear): YearComparison {
  const mix = groupMixOf(now.groups, before.groups);
  const compared = ratingItemsOf(now.form.instrument).flatMap((item) => {
    const nowPlace = placeOf(item.key, now);
    const result = now.results.ratings[nowPlace];
    if (!result) return [];
    const trend = trendOf(item, now.form, before.form);
    const beforePlace = placeOf(item.key, before);
    const last = trend === "comparable" ? (before.results.ratings[beforePlace] ?? null) : null;
    const places = { now: nowPlace, before: beforePlace };
    return [{ ...besideLast(result, last), key: item.key, trend, now: result, before: last, places }];
  });
  const adjusted = adjustedPs(compared);
  const items = compared.map(({ places, ranks, ...item }) => ({
    ...item,
    tests: ranks && {
      ...ranks,
      pHolm: adjusted.get(item.key) ?? 1,
      independence: item.before && independenceTest(item.now, item.before),
    },
    withinGroups: mix.isShifted && item.before ? changesWithinGroups(now.groups, before.groups, places) : null,
    pointsAlike: item.before ? equalWeightsPoints(statedPairs(now.groups, before.groups, places)) : null,
  }));
  return { slug: now.form.slug, slugBefore: before.form.slug, mix, items };
}

function besideLast(now: RatingResult, before: RatingResult | null) {
  if (!before) return { yearOnYear: "nothing" as const, change: null, ranks: null };
  const yearOnYear = yearOnYearOf(now.base, before.base);
  return {
    yearOnYear,
    change: changeOf(now, before),
    ranks: rankTestOf(now, before, yearOnYear),
  };
}

/** From thirty answers a year on the approximation; of so few that all ways can be counted the exact test; else none. */
function rankTestOf(now: RatingResult, before: RatingResult, yearOnYear: YearOnYear) {
  const ranks = mannWhitney(now, before);
  if (!ranks || (yearOnYear !== "test" && yearOnYear !== "interval")) return null;
  const { u, a12, p } = ranks;
  if (yearOnYear === "test") return { u, a12, p, isExact: false };
  const exact = permutationTest(now, before);
  return exact && { u, a12, p: exact.p, isExact: true };
}

/** Holm's p values of the tests that were made, by item. */
function adjustedPs(
  items: readonly { readonly key: string; readonly ranks: { readonly p: number } | null }[],
): Map<string, number> {
  const tested = items.flatMap(({ key, ranks }) => (ranks ? [{ key, p: ranks.p }] : []));
  const adjusted = holm(tested.map(({ p }) => p));
  return new Map(tested.map(({ key }, place) => [key, adjusted[place] ?? 1]));
}

const placeOf = (key: string, { results }: ComparedYear) => results.ratings.findIndex((rating) => rating.key === key);
