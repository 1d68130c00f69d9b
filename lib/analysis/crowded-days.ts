import type { StakeholderGroup } from "../survey/stakeholder-group";

/** How many valid answers of a group came on a day. */
export interface DayCount {
  /** `YYYY-MM-DD`: no nearer time is kept. */
  readonly day: string;
  readonly group: StakeholderGroup;
  readonly count: number;
}

/** A day on which much of a group's voice was given; `all` are its answers of the whole round. */
export interface CrowdedDay extends DayCount {
  readonly all: number;
}

/** How many valid answers a group gave in the whole round; null stands for those who stated none. */
interface GroupCount {
  readonly value: string | null;
  readonly n: number;
}

/** Fewer than so many answers on a day are no crowd. */
const SMALLEST_CROWD = 10;

/**
 * The days that could be crowded, of how many answers came on each: a day cannot hold half of what a group gave without
 * as many answers. Of a million over a year it is none, and no answer need be counted by day and group.
 */
export function daysWorthCounting(days: readonly Omit<DayCount, "group">[], groups: readonly GroupCount[]): string[] {
  const least = Math.min(...groups.flatMap(({ value, n }) => (value === null || n < SMALLEST_CROWD ? [] : [n / 2])));
  return days.filter(({ count }) => count >= Math.max(SMALLEST_CROWD, least)).map(({ day }) => day);
}

/**
 * The days that brought ten answers of a group and at least half of all it gave, in the order of days. It may be a meeting
 * or an invitation as well as somebody who wants a result, above all among employees: worth a look, no flag on an answer.
 */
export function crowdedDays(days: readonly DayCount[], groups: readonly GroupCount[]): CrowdedDay[] {
  const all = new Map(groups.map(({ value, n }) => [value, n]));
  return days
    .map((day) => ({ ...day, all: all.get(day.group) ?? day.count }))
    .filter((day) => day.count >= SMALLEST_CROWD && 2 * day.count >= day.all)
    .toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
}
