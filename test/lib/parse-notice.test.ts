import { describe, expect, test } from "vitest";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { NOTICE_FIELDS, typedNoticeOf } from "@/lib/survey/notice-settings";
import { parseNotice } from "@/lib/survey/parse-notice";
import { emptyElementsOf } from "@/lib/survey/privacy-notice";

const { company, privacyNotice } = JINCHEN_2024;
const draft = { company, privacyNotice, state: "draft" as const };
const open = { ...draft, state: "open" as const };
const typed = (changes: Record<string, string> = {}) => ({ ...typedNoticeOf(draft), ...changes });
const problems = (changes: Record<string, string>, before: Parameters<typeof parseNotice>[1] = draft) => {
  const parsed = parseNotice(typed(changes), before);
  return parsed.ok ? [] : parsed.error.map(({ field, problem }) => `${field}: ${problem}`);
};

describe("company and notice", () => {
  test("have a field for every setting that the edition can hold", () => {
    const leaves = (value: object, path: string): string[] =>
      Object.entries(value).flatMap(([key, part]) =>
        typeof part === "object" && part !== null ? leaves(part as object, `${path}${key}.`) : [`${path}${key}`],
      );
    const filings = ["company.icpFiling", "company.publicSecurityFiling", "company.accent"];
    const settings = leaves({ company, privacyNotice }, "");
    expect(new Set(NOTICE_FIELDS)).toEqual(new Set([...settings, ...filings]));
  });

  test("come back as they were shown", () => {
    expect(parseNotice(typed(), open)).toEqual({ ok: true, value: { company, privacyNotice } });
  });

  test("keep who invites whom, which is set elsewhere", () => {
    const owners = { supplier: { "zh-CN": "采购部", en: "Purchasing" } };
    const parsed = parseNotice(typed(), { ...open, company: { ...company, owners } });
    expect(parsed).toEqual({ ok: true, value: { company: { ...company, owners }, privacyNotice } });
  });

  test("of a draft may have empty elements, which the notice then names", () => {
    const parsed = parseNotice(
      typed({
        "company.address.zh-CN": "",
        "company.address.en": "",
        "privacyNotice.backupDays": "",
        "privacyNotice.storage.en": "",
      }),
      draft,
    );
    expect(parsed.ok && emptyElementsOf(parsed.value)).toEqual(["controller", "methods", "retention"]);
    expect(parsed.ok && "address" in parsed.value.company).toBe(false);
  });

  test.each<[Record<string, string>, string]>([
    [{ "company.name.en": " " }, "company.name.en: missing"],
    [{ "company.phone": "𠮷".repeat(201) }, "company.phone: tooLong"],
    [{ "company.email": "jc_irm" }, "company.email: notAnEmail"],
    [{ "company.website": "javascript:alert(1)" }, "company.website: notAUrl"],
    [{ "company.address.en": "" }, "company.address.en: missingInOne"],
    [{ "company.accent": "red" }, "company.accent: notAColour"],
    [{ "company.accent": "#d4af37" }, "company.accent: tooPale"],
    [{ "company.complaints.channel.zh-CN": "" }, "company.complaints.channel.zh-CN: missingInOne"],
    [{ "privacyNotice.effectiveOn": "2026-02-30" }, "privacyNotice.effectiveOn: notADay"],
    [{ "privacyNotice.backupDays": "３５" }, "privacyNotice.backupDays: notANumber"],
    [{ "privacyNotice.backupDays": "0" }, "privacyNotice.backupDays: notANumber"],
    [{ "privacyNotice.storage.zh-CN": "a\0" }, "privacyNotice.storage.zh-CN: unstorable"],
  ])("are refused by field: %j", (changes, problem) => {
    expect(problems(changes)).toEqual([problem]);
  });

  test("of an open edition have no empty element", () => {
    expect(problems({ "privacyNotice.backupDays": "" }, open)).toEqual(["privacyNotice.backupDays: missing"]);
  });

  test("do not change what readers were told without a new version", () => {
    const longer = { "privacyNotice.responseYears": "10" };
    expect(problems(longer, open)).toEqual(["privacyNotice.version: newVersion"]);
    expect(problems(longer, { ...open, state: "closed" })).toEqual(["privacyNotice.version: newVersion"]);
    expect(problems({ ...longer, "privacyNotice.version": "9.9" }, open)).toEqual([]);
    expect(problems(longer, draft)).toEqual([]);
    expect(problems({ "company.website": "https://jinchen.example/" }, open)).toEqual([]);
  });
});
