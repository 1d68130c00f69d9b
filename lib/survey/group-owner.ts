import type { Localized } from "../locale";
import type { Company } from "./company";
import type { StakeholderGroup } from "./stakeholder-group";

const owner = (zh: string, en: string): Localized => ({ "zh-CN": zh, en });
const SECURITIES = owner("证券事务部", "Securities Affairs Department");

/** Who is in touch with each group as the 2024 report tells who does what. */
const GROUP_OWNERS: Readonly<Record<StakeholderGroup, Localized>> = {
  investor: SECURITIES,
  customer: owner("营销运营中心", "Marketing Operations Centre"),
  supplier: owner("集团供应链中心", "Group Supply Chain Centre"),
  employee: owner("人力行政中心", "Human Resources and Administration Centre"),
  regulator: SECURITIES,
  community: owner("人力行政中心", "Human Resources and Administration Centre"),
  academia: owner("标准化中心", "Standardisation Centre"),
  other: SECURITIES,
};

/** The longest name of a department, in characters. */
export const LONGEST_OWNER = 60;

/** The department of a company that is in touch with a group and invites it: the one it has named, or the report's. */
export function ownerOf({ owners }: Pick<Company, "owners">, group: StakeholderGroup): Localized {
  return owners?.[group] ?? GROUP_OWNERS[group];
}
