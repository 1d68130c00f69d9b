import { STAKEHOLDER_GROUPS, type StakeholderGroup } from "../survey/stakeholder-group";
import { FEW_BELOW } from "./coverage";
import type { GroupRow } from "./group-mix";

/**
 * Who took part in a round of few answers, for words of analysts: a number below five stands beside no group's name,
 * though the sum of all may tell it.
 */
export interface Participation {
  /** How many stated a group. */
  readonly stated: number;
  readonly unstated: number;
  /** Groups with five answers or more, with their number. */
  readonly heard: readonly { readonly group: StakeholderGroup; readonly n: number }[];
  /** Groups with fewer. */
  readonly few: readonly StakeholderGroup[];
  /** The report's groups that nobody stated; 其他 is none of them. */
  readonly silent: readonly StakeholderGroup[];
}

/** Who took part, in the report's order of groups. */
export function participationOf(groups: readonly Pick<GroupRow, "value" | "n">[]): Participation {
  const counted = STAKEHOLDER_GROUPS.map((group) => ({
    group,
    n: groups.find(({ value }) => value === group)?.n ?? 0,
  }));
  const names = (some: typeof counted) => some.map(({ group }) => group);
  return {
    stated: counted.reduce((sum, { n }) => sum + n, 0),
    unstated: groups.find(({ value }) => value === null)?.n ?? 0,
    heard: counted.filter(({ n }) => n >= FEW_BELOW),
    few: names(counted.filter(({ n }) => n > 0 && n < FEW_BELOW)),
    silent: names(counted.filter(({ group, n }) => n === 0 && group !== "other")),
  };
}
