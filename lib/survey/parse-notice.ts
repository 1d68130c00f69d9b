import { z } from "zod";
import { auditedChanges } from "../audited-changes";
import { type Result, fail, ok } from "../result";
import { isColour, isReadable } from "./accent";
import { Company } from "./company";
import type { EditionState } from "./edition";
import { NOTICE_SETTINGS, type NoticeSetting, type NoticeSettings, fieldsOf } from "./notice-settings";
import { PrivacyNotice } from "./privacy-notice";
import { countCharacters, isBlank, isStorable } from "./text";

/** What can be wrong with a field; `newVersion`: readers were told otherwise under this version of the notice. */
export type NoticeProblem =
  | "missing"
  | "missingInOne"
  | "tooLong"
  | "unstorable"
  | "notAnEmail"
  | "notAUrl"
  | "notADay"
  | "notANumber"
  | "notAColour"
  | "tooPale"
  | "newVersion";

export interface NoticeError {
  readonly field: string;
  readonly setting: NoticeSetting;
  readonly problem: NoticeProblem;
}

/** How long a line and a sentence or two may be. */
export const LONGEST = { line: 200, text: 1000 };

/** What is there as a whole or not at all. */
const WHOLES = ["company.address", "company.complaints"];

/**
 * Reads what was typed, by field, over an edition's company and notice `before`; everything wrong with it comes back. A
 * draft may leave elements of the notice empty, an open edition none; and what readers were told changes with a new
 * version only.
 */
export function parseNotice(
  typed: Readonly<Record<string, string>>,
  before: NoticeSettings & { readonly state: EditionState },
): Result<NoticeSettings, NoticeError[]> {
  const errors = NOTICE_SETTINGS.flatMap((setting) =>
    fieldsOf(setting).flatMap((field): NoticeError[] => {
      const problem = problemOf(setting, field, typed, before.state === "open");
      return problem ? [{ field, setting, problem }] : [];
    }),
  );
  if (errors.length > 0) return fail(errors);
  const { company, privacyNotice } = nested(typed);
  const { owners, logo } = before.company;
  const settings = {
    // Who invites whom is set elsewhere, and so is the logo.
    company: { ...Company.parse(company), ...(owners && { owners }), ...(logo && { logo }) },
    privacyNotice: PrivacyNotice.parse(privacyNotice),
  };
  const isOtherwise = Object.keys(auditedChanges(toldBy(before), toldBy(settings)).after).length > 0;
  const isSameVersion = settings.privacyNotice.version === before.privacyNotice.version;
  if (before.state !== "draft" && isOtherwise && isSameVersion) {
    const setting = NOTICE_SETTINGS.find(({ name }) => name === VERSION);
    if (setting) return fail([{ field: VERSION, setting, problem: "newVersion" }]);
  }
  return ok(settings);
}

const VERSION = "privacyNotice.version";

/** What readers are told by the notice, but for its version. */
function toldBy({ company, privacyNotice }: NoticeSettings) {
  const { name, address, department, phone, email, complaints } = company;
  const { version: _version, effectiveOn: _effectiveOn, ...elements } = privacyNotice;
  return { name, address, department, phone, email, complaints, elements };
}

function problemOf(
  setting: NoticeSetting,
  field: string,
  typed: Readonly<Record<string, string>>,
  isOpen: boolean,
): NoticeProblem | null {
  const text = typed[field] ?? "";
  const isNeeded = setting.need === "always" || (setting.need === "open" && isOpen);
  if (isBlank(text)) return isNeeded ? "missing" : isPartOfWhole(field, typed) ? "missingInOne" : null;
  if (!isStorable(text)) return "unstorable";
  switch (setting.kind) {
    case "email":
      return z.email().safeParse(text).success ? null : "notAnEmail";
    case "url":
      return /^https?:/.test(text) && z.url().safeParse(text).success ? null : "notAUrl";
    case "date":
      return z.iso.date().safeParse(text).success ? null : "notADay";
    case "colour":
      if (!isColour(text)) return "notAColour";
      return isReadable(text) ? null : "tooPale";
    case "number":
      return /^[1-9]\d{0,3}$/.test(text) ? null : "notANumber";
    default:
      return countCharacters(text) > LONGEST[setting.kind] ? "tooLong" : null;
  }
}

/** Whether another field of the same whole was filled in. */
function isPartOfWhole(field: string, typed: Readonly<Record<string, string>>): boolean {
  const whole = WHOLES.find((name) => field.startsWith(`${name}.`));
  return Object.entries(typed).some(([name, text]) => whole && name.startsWith(`${whole}.`) && !isBlank(text));
}

function valueOf({ kind }: NoticeSetting, text: string): string | number | null {
  if (kind === "number") return isBlank(text) ? null : Number(text);
  return kind === "colour" ? text.toLowerCase() : text;
}

/** The typed texts as the settings they stand for; what is optional and empty is left out. */
function nested(typed: Readonly<Record<string, string>>): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  for (const setting of NOTICE_SETTINGS) {
    for (const field of fieldsOf(setting)) {
      const text = typed[field] ?? "";
      if (isBlank(text) && field.startsWith("company.")) continue;
      const value = valueOf(setting, text);
      const path = field.split(".");
      const leaf = path.pop() ?? "";
      const parent = path.reduce<Record<string, unknown>>(
        (part, key) => (part[key] ??= {}) as Record<string, unknown>,
        settings,
      );
      parent[leaf] = value;
    }
  }
  return settings;
}
