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

/** Fewer than so many answers on a day are no crowd. */
export const SMALLEST_CROWD = 10;

/**
 * The days that brought ten answers of a group and at least half of all it gave, in the order of days. It may be a meeting
 * or an invitation as well as somebody who wants a result, above all among employees: worth a look, no flag on an answer.
 */
export function crowdedDays(days: readonly DayCount[]): CrowdedDay[] {
  const all = new Map<StakeholderGroup, number>();
  for (const { group, count } of days) all.set(group, (all.get(group) ?? 0) + count);
  return days
    .map((day) => ({ ...day, all: all.get(day.group) ?? 0 }))
    .filter((day) => day.count >= SMALLEST_CROWD && 2 * day.count >= day.all)
    .toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
}
