import { z } from "zod";
import type { Localized } from "../locale";

/**
 * The seven groups of the report's stakeholder table, in its order, and 其他, since the report's list ends in 等. The
 * codes are those of the form and of the report's own data (`investor`, not `shareholder`: 股东/投资者 are both).
 */
export const STAKEHOLDER_GROUPS = [
  "investor",
  "customer",
  "supplier",
  "employee",
  "regulator",
  "community",
  "academia",
  "other",
] as const;
export const StakeholderGroup = z.enum(STAKEHOLDER_GROUPS);
export type StakeholderGroup = z.infer<typeof StakeholderGroup>;

/** What a group is called. */
export const STAKEHOLDER_GROUP_NAMES: Readonly<Record<StakeholderGroup, Localized>> = {
  investor: { "zh-CN": "股东/投资者", en: "Shareholders / investors" },
  customer: { "zh-CN": "客户", en: "Customers" },
  supplier: { "zh-CN": "供应商", en: "Suppliers" },
  employee: { "zh-CN": "员工", en: "Employees" },
  regulator: { "zh-CN": "政府/监管机构", en: "Government / regulators" },
  community: { "zh-CN": "社区", en: "Communities" },
  academia: { "zh-CN": "高校/科研机构", en: "Universities / research institutions" },
  other: { "zh-CN": "其他", en: "Other (e.g. media, NGO, rating agency)" },
};
