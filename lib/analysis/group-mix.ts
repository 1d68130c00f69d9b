import { STAKEHOLDER_GROUPS } from "../survey/stakeholder-group";
import { type Change, changeOf } from "./change";
import type { Crosstab } from "./crosstab";
import { FEW_BELOW } from "./coverage";
import type { Distribution } from "./distribution";
import { added } from "./quality";
import { type RatingFigures, ratingFigures } from "./rating-figures";
import { SMALLEST_BASE_FOR_PERCENT, wholePercents } from "./share";

/** A year's valid answers of one group (a row of the crosstab by group), or of those in no group that is shown. */
export interface GroupRow {
  /** The group's code; null for those who stated none, and for everybody in no row of their own. */
  readonly value: string | null;
  readonly n: number;
  /** In the order of the year's rating items. */
  readonly ratings: readonly Distribution[];
}

/** A group's part in each year's answers; whole percentages of the year, null where a year has fewer than ten. */
export interface MixRow {
  readonly value: string | null;
  readonly now: number;
  readonly before: number;
  readonly nowShare: number | null;
  readonly beforeShare: number | null;
  /** Its part moved by more than fifteen points. */
  readonly isShifted: boolean;
}

/** Who answered in each year, in the order of the report's groups. */
export interface GroupMix {
  readonly rows: readonly MixRow[];
  /** 受访者构成变化: the years asked different people, so each group is to be read for itself. */
  readonly isShifted: boolean;
  /** Both years have the ten answers that a share needs: without, nothing is said of a shift. */
  readonly isJudged: boolean;
}

/** One group's figures of an item: each year's null below five answers, the change null where a year has fewer than ten. */
export interface GroupChange {
  readonly value: string | null;
  readonly now: RatingFigures | null;
  readonly before: RatingFigures | null;
  readonly change: Change | null;
}

/** A group's part may move by so many points before the years are told to have asked different people. */
export const MOST_SHIFT_POINTS = 15;

/** Who answered in each year. A year too small for percentages (fewer than ten answers) has no shift either. */
export function groupMixOf(now: readonly GroupRow[], before: readonly GroupRow[]): GroupMix {
  const counts = groupsOf(now, before).map((value) => ({
    value,
    now: rowOf(now, value)?.n ?? 0,
    before: rowOf(before, value)?.n ?? 0,
  }));
  const [allNow, allBefore] = [sum(counts.map((row) => row.now)), sum(counts.map((row) => row.before))];
  const enough = Math.min(allNow, allBefore) >= SMALLEST_BASE_FOR_PERCENT;
  const nowShares = allNow >= SMALLEST_BASE_FOR_PERCENT ? wholePercents(counts.map((row) => row.now)) : null;
  const beforeShares = allBefore >= SMALLEST_BASE_FOR_PERCENT ? wholePercents(counts.map((row) => row.before)) : null;
  const rows = counts.map((row, place) => ({
    ...row,
    nowShare: nowShares?.[place] ?? null,
    beforeShare: beforeShares?.[place] ?? null,
    isShifted:
      enough && 100 * Math.abs(row.now * allBefore - row.before * allNow) > MOST_SHIFT_POINTS * allNow * allBefore,
  }));
  return { rows, isShifted: rows.some(({ isShifted }) => isShifted), isJudged: enough };
}

/** Where an item stands among the ratings of each year. */
interface Places {
  readonly now: number;
  readonly before: number;
}

/** An item's figures within each group and what changed there, in the order of the mix. */
export function changesWithinGroups(
  now: readonly GroupRow[],
  before: readonly GroupRow[],
  places: Places,
): GroupChange[] {
  return groupsOf(now, before).map((value) => {
    const then = rowOf(now, value)?.ratings[places.now] ?? NOBODY;
    const last = rowOf(before, value)?.ratings[places.before] ?? NOBODY;
    const shown = (distribution: Distribution) => (distribution.base < FEW_BELOW ? null : ratingFigures(distribution));
    return { value, now: shown(then), before: shown(last), change: changeOf(then, last) };
  });
}

/** Each stated group's answers to an item in both years. */
export function statedPairs(now: readonly GroupRow[], before: readonly GroupRow[], places: Places) {
  return groupsOf(now, before)
    .filter((value) => value !== null)
    .map((value) => {
      const [then, last] = [rowOf(now, value)?.ratings[places.now], rowOf(before, value)?.ratings[places.before]];
      return [then ?? NOBODY, last ?? NOBODY] as const;
    });
}

/** What a breakdown by group shows of a year, to whoever may not see each group. */
type ShownGroups = Pick<Crosstab, "rows" | "rest">;

/** The groups that both years show apart, and all others of each in one row; nothing where there is no such group. */
export function groupsShownInBoth(
  now: ShownGroups | undefined,
  before: ShownGroups | undefined,
): readonly [now: readonly GroupRow[], before: readonly GroupRow[]] {
  const isIn = (year: ShownGroups | undefined, value: string | null) => year?.rows.some((row) => row.value === value);
  const both = (now?.rows ?? []).filter(({ value }) => isIn(before, value)).map(({ value }) => value);
  if (!now || !before || both.length === 0) return [[], []];
  const rowsOf = ({ rows, rest }: ShownGroups): GroupRow[] => {
    const others: Others[] = [...rows.filter(({ value }) => !both.includes(value)), ...(rest ? [rest] : [])];
    const apart = rows.filter(({ value }) => both.includes(value));
    return others.length === 0 ? apart : [...apart, { value: null, ...others.reduce(together) }];
  };
  return [rowsOf(now), rowsOf(before)];
}

type Others = Omit<GroupRow, "value">;
const together = (one: Others, other: Others): Others => ({
  n: one.n + other.n,
  ratings: one.ratings.map((rated, place) => added(rated, other.ratings[place] ?? NOBODY)),
});

/** Every group of either year, once, in the report's order; those in no group last. */
function groupsOf(now: readonly GroupRow[], before: readonly GroupRow[]): (string | null)[] {
  const known: readonly (string | null)[] = STAKEHOLDER_GROUPS;
  const place = (value: string | null) => (value === null ? Infinity : known.indexOf(value));
  const values = [...new Set([...now, ...before].map(({ value }) => value))];
  return values.toSorted((a, b) => (a === b ? 0 : place(a) - place(b)));
}

const NOBODY: Distribution = { counts: { 5: 0, 4: 0, 3: 0, 2: 0, 1: 0 }, base: 0, missing: 0 };
const rowOf = (year: readonly GroupRow[], value: string | null) => year.find((row) => row.value === value);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
