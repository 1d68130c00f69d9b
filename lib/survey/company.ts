import { z } from "zod";
import { Localized } from "../locale";
import { Logo } from "./logo";
import { StakeholderGroup } from "./stakeholder-group";

/** Whose report it is and how its readers reach the department besides the form. What may be absent is optional. */
export const Company = z.strictObject({
  name: Localized,
  shortName: Localized,
  ticker: z.string().min(1),
  department: Localized,
  phone: z.string().min(1),
  email: z.email(),
  website: z.url(),
  address: Localized.optional(),
  /** Who takes complaints and whistleblowing (投诉、举报), and how to get there: they should not end up in the form. */
  complaints: z.strictObject({ department: Localized, channel: Localized }).optional(),
  /** Which department invites a group of stakeholders, where it is another than `ownerOf` supposes. */
  owners: z.partialRecord(StakeholderGroup, Localized).optional(),
  /** ICP备案号, and the number of the 公安备案, as granted; a footer shows them only when set. */
  icpFiling: z.string().min(1).optional(),
  publicSecurityFiling: z.string().min(1).optional(),
  /** The colour of links, buttons and the five cells, readable on white (lib/survey/accent.ts); ours where it is not set. */
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .optional(),
  /** The picture beside the company's name, on desk and paper and below what a reader sent; none where it is not set. */
  logo: Logo.optional(),
});
export type Company = z.infer<typeof Company>;
