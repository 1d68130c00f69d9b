import { z } from "zod";
import type { Company } from "./company";

/** A text that may still be empty, while an edition is prepared. */
const Draft = z.strictObject({ "zh-CN": z.string().trim(), en: z.string().trim() });
const DraftNumber = z.int().positive().nullable();

/** What only the company can know of its privacy notice; the notice's other words stand in the messages. */
export const PrivacyNotice = z.strictObject({
  version: z.string().trim(),
  effectiveOn: z.iso.date().or(z.literal("")),
  /** Whom to ask about personal information. */
  dataContact: Draft,
  /** Where the answers lie: “存储于…”. */
  storage: Draft,
  /** Who processes them on the company's behalf, or that nobody does; a sentence. */
  processors: Draft,
  /** What happens to answers from abroad; a sentence. */
  crossBorder: Draft,
  contactMonths: DraftNumber,
  responseYears: DraftNumber,
  networkLogMonths: DraftNumber,
  backupDays: DraftNumber,
  replyWorkingDays: DraftNumber,
});
export type PrivacyNotice = z.infer<typeof PrivacyNotice>;

/** The elements of a privacy notice in its order: those of PIPL 第十七条 and 网络数据安全管理条例 第二十一条. */
export const PRIVACY_ELEMENTS = [
  "controller",
  "purposes",
  "categories",
  "methods",
  "basis",
  "retention",
  "sharing",
  "sensitive",
  "minors",
  "rights",
  "crossBorder",
  "complaints",
  "changes",
] as const;
export type PrivacyElement = (typeof PRIVACY_ELEMENTS)[number];

type Settings = { company: Pick<Company, "address" | "complaints">; privacyNotice: PrivacyNotice };

/** The settings that an element needs; an element that is not here is made of the messages alone. */
const NEEDS: Partial<Record<PrivacyElement, (settings: Settings) => readonly unknown[]>> = {
  controller: ({ company, privacyNotice }) => [company.address, privacyNotice.dataContact],
  methods: ({ privacyNotice }) => [privacyNotice.storage],
  retention: ({ privacyNotice: { contactMonths, responseYears, networkLogMonths, backupDays } }) => [
    contactMonths,
    responseYears,
    networkLogMonths,
    backupDays,
  ],
  sharing: ({ privacyNotice }) => [privacyNotice.processors],
  rights: ({ privacyNotice }) => [privacyNotice.replyWorkingDays],
  crossBorder: ({ privacyNotice }) => [privacyNotice.crossBorder],
  complaints: ({ company }) => [company.complaints],
  changes: ({ privacyNotice }) => [privacyNotice.version, privacyNotice.effectiveOn],
};

/** The elements of an edition's notice that would say nothing, or nothing in one of the languages. */
export function emptyElementsOf(settings: Settings): PrivacyElement[] {
  return PRIVACY_ELEMENTS.filter((element) => NEEDS[element]?.(settings).some(isEmpty) ?? false);
}

function isEmpty(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.values(value).some(isEmpty);
  return value === undefined || value === null || value === "";
}
