import { describe, expect, test } from "vitest";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { PRIVACY_ELEMENTS, type PrivacyElement, PrivacyNotice, emptyElementsOf } from "@/lib/survey/privacy-notice";

const { company, privacyNotice } = JINCHEN_2024;
const { address: _address, ...withoutAddress } = company;
const { complaints: _complaints, ...withoutComplaints } = company;
const blank = { "zh-CN": "", en: "" };
const without = (change: Partial<PrivacyNotice>) => ({
  company,
  privacyNotice: PrivacyNotice.parse({ ...privacyNotice, ...change }),
});

describe("a privacy notice", () => {
  test("of the built-in edition has every element", () => {
    expect(emptyElementsOf(JINCHEN_2024)).toEqual([]);
  });

  test.each<[string, Parameters<typeof emptyElementsOf>[0], PrivacyElement]>([
    ["the company's address", { company: withoutAddress, privacyNotice }, "controller"],
    ["whom to ask", without({ dataContact: blank }), "controller"],
    ["where answers lie", without({ storage: blank }), "methods"],
    ["how long contact details are kept", without({ contactMonths: null }), "retention"],
    ["how long answers are kept", without({ responseYears: null }), "retention"],
    ["how long network logs are kept", without({ networkLogMonths: null }), "retention"],
    ["how long backups are kept", without({ backupDays: null }), "retention"],
    ["who processes them", without({ processors: blank }), "sharing"],
    ["when a request is answered", without({ replyWorkingDays: null }), "rights"],
    ["what happens to answers from abroad", without({ crossBorder: blank }), "crossBorder"],
    ["where complaints go", { company: withoutComplaints, privacyNotice }, "complaints"],
    ["its version", without({ version: "" }), "changes"],
    ["its date", without({ effectiveOn: "" }), "changes"],
    ["one language", without({ storage: { "zh-CN": "公司机房", en: "" } }), "methods"],
    ["more than spaces", without({ storage: { "zh-CN": "　 ", en: " " } }), "methods"],
  ])("without %s has an empty element", (_, settings, element) => {
    expect(emptyElementsOf(settings)).toEqual([element]);
  });

  test("names its empty elements in its own order", () => {
    const nothing = without({ version: "", backupDays: null, dataContact: blank });
    expect(emptyElementsOf(nothing)).toEqual(["controller", "retention", "changes"]);
    expect(PRIVACY_ELEMENTS).toHaveLength(13);
  });
});
