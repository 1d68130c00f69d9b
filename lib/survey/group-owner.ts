import type { Localized } from "../locale";
import type { StakeholderGroup } from "./stakeholder-group";

const owner = (zh: string, en: string): Localized => ({ "zh-CN": zh, en });
const SECURITIES = owner("证券事务部", "Securities Affairs Department");

/** The department that is in touch with a group and invites it, as the 2024 report tells who does what. */
export const GROUP_OWNERS: Readonly<Record<StakeholderGroup, Localized>> = {
  investor: SECURITIES,
  customer: owner("营销运营中心", "Marketing Operations Centre"),
  supplier: owner("集团供应链中心", "Group Supply Chain Centre"),
  employee: owner("人力行政中心", "Human Resources and Administration Centre"),
  regulator: SECURITIES,
  community: owner("人力行政中心", "Human Resources and Administration Centre"),
  academia: owner("标准化中心", "Standardisation Centre"),
  other: SECURITIES,
};
