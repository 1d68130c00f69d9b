import { z } from "zod";
import type { Localized } from "../locale";

/** The questions an edition may ask after its instrument's items, in the order of the form. */
export const OPTIONAL_QUESTIONS = ["stakeholder_group", "topics", "quote", "contact"] as const;
export const OptionalQuestion = z.enum(OPTIONAL_QUESTIONS);
export type OptionalQuestion = z.infer<typeof OptionalQuestion>;

/** An edition's setting: which of them it asks, each at most once. */
export const Asks = z.array(OptionalQuestion).refine((asks) => new Set(asks).size === asks.length, {
  error: "an optional question is asked twice",
});
export type Asks = readonly OptionalQuestion[];

/** Their wording. It is ours, not the report's. */
export const OPTIONAL_QUESTION_TEXTS: Readonly<Record<OptionalQuestion, Localized>> = {
  stakeholder_group: {
    "zh-CN": "您属于以下哪类利益相关方？（选填）",
    en: "Which stakeholder group do you belong to? (optional)",
  },
  topics: {
    "zh-CN": "您最关注哪些议题？最多选5项（选填）",
    en: "Which topics matter most to you? Choose up to five (optional)",
  },
  quote: {
    "zh-CN": "是否同意公司在报告中匿名引用您的意见？（选填）",
    en: "May we quote your comment anonymously in our report? (optional)",
  },
  contact: {
    "zh-CN": "如需回复，请留下联系方式（选填）",
    en: "If you would like a reply, leave contact details (optional)",
  },
};

/** The longest contact, in characters: an e-mail address has at most 254, one that people type far fewer. */
export const LONGEST_CONTACT = 200;

/** The fields of a submission that belong to a question; a consent travels with its contact. */
const FIELDS: Readonly<Record<OptionalQuestion, readonly string[]>> = {
  stakeholder_group: ["stakeholder_group"],
  topics: ["topics"],
  quote: ["quote"],
  contact: ["contact", "contact_consent"],
};

/** What an edition asks, in the order of the form. */
export function askedIn(asks: Asks): OptionalQuestion[] {
  return OPTIONAL_QUESTIONS.filter((question) => asks.includes(question));
}

/** The names of the fields of some optional questions, in the order of the form. */
export function optionalFieldsOf(asks: Asks): string[] {
  return askedIn(asks).flatMap((question) => FIELDS[question]);
}
