import { LOCALES } from "../locale";
import type { Company } from "./company";
import type { PrivacyNotice } from "./privacy-notice";

/** What of an edition its page of company and notice changes. */
export interface NoticeSettings {
  readonly company: Company;
  readonly privacyNotice: PrivacyNotice;
}

type Kind = "line" | "text" | "email" | "url" | "date" | "number" | "colour";
/** `always`; `open`: while the edition is open, as a part of the notice; `never`. */
type Need = "always" | "open" | "never";

const one = <Name extends string>(name: Name, kind: Kind, need: Need) => ({ name, kind, need, inBoth: false }) as const;
const both = <Name extends string>(name: Name, kind: Kind, need: Need) => ({ name, kind, need, inBoth: true }) as const;

/** The settings in the page's order, by their place in the edition; `inBoth` stands in both languages. */
export const NOTICE_SETTINGS = [
  both("company.name", "line", "always"),
  both("company.shortName", "line", "always"),
  both("company.department", "line", "always"),
  one("company.ticker", "line", "always"),
  one("company.phone", "line", "always"),
  one("company.email", "email", "always"),
  one("company.website", "url", "always"),
  both("company.address", "line", "open"),
  both("company.complaints.department", "line", "open"),
  both("company.complaints.channel", "line", "open"),
  one("company.icpFiling", "line", "never"),
  one("company.publicSecurityFiling", "line", "never"),
  one("company.accent", "colour", "never"),
  one("privacyNotice.version", "line", "open"),
  one("privacyNotice.effectiveOn", "date", "open"),
  both("privacyNotice.dataContact", "text", "open"),
  both("privacyNotice.storage", "text", "open"),
  both("privacyNotice.processors", "text", "open"),
  both("privacyNotice.crossBorder", "text", "open"),
  one("privacyNotice.contactMonths", "number", "open"),
  one("privacyNotice.responseYears", "number", "open"),
  one("privacyNotice.networkLogMonths", "number", "open"),
  one("privacyNotice.backupDays", "number", "open"),
  one("privacyNotice.replyWorkingDays", "number", "open"),
] as const;
export type NoticeSetting = (typeof NOTICE_SETTINGS)[number];

/** The fields of a setting: itself, or one for each language. */
export function fieldsOf({ name, inBoth }: NoticeSetting): string[] {
  return inBoth ? LOCALES.map((locale) => `${name}.${locale}`) : [name];
}

/** Every field of the page. */
export const NOTICE_FIELDS: readonly string[] = NOTICE_SETTINGS.flatMap(fieldsOf);

/** An edition's company and notice as a form shows them, by field. */
export function typedNoticeOf({ company, privacyNotice }: NoticeSettings): Record<string, string> {
  const settings = { company, privacyNotice };
  return Object.fromEntries(
    NOTICE_FIELDS.map((field) => {
      const value = field.split(".").reduce<unknown>((part, key) => (isRecord(part) ? part[key] : undefined), settings);
      return [field, typeof value === "string" || typeof value === "number" ? String(value) : ""];
    }),
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
