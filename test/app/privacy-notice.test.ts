import { describe, expect, test } from "vitest";
import { legacyPage } from "@/app/[locale]/[edition]/legacy/legacy-page";
import { noticeElements } from "@/app/[locale]/[edition]/privacy/notice-elements";
import { LOCALES } from "@/lib/locale";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { PRIVACY_ELEMENTS } from "@/lib/survey/privacy-notice";

const receiptAddress = "https://esg.example.cn/2024/receipt";
const said = (locale: (typeof LOCALES)[number], edition = JINCHEN_2024) =>
  new Map(
    noticeElements(edition, locale, receiptAddress).map(({ id, list, sentences }) => [
      id,
      [...list, ...sentences].join("\n"),
    ]),
  );

describe.each(LOCALES)("the privacy notice in %s", (locale) => {
  test.each(PRIVACY_ELEMENTS)("says something of: %s", (element) => {
    expect(said(locale).get(element)?.length).toBeGreaterThan(20);
  });

  test("says what the settings say", () => {
    const { company, privacyNotice: notice } = JINCHEN_2024;
    const words = said(locale);
    expect(words.get("controller")).toContain(company.name[locale]);
    for (const part of [company.address?.[locale], company.phone, company.email, notice.dataContact[locale]])
      expect(words.get("controller")).toContain(part);
    expect(words.get("methods")).toContain(notice.storage[locale]);
    expect(words.get("sharing")).toContain(notice.processors[locale]);
    expect(words.get("crossBorder")).toBe(notice.crossBorder[locale]);
    expect(words.get("complaints")).toContain(company.complaints?.department[locale]);
    expect(words.get("rights")).toContain(receiptAddress);
    expect(words.get("changes")).toContain(notice.version);
  });

  test("says other periods when they are set", () => {
    const privacyNotice = {
      ...JINCHEN_2024.privacyNotice,
      contactMonths: 71,
      responseYears: 72,
      networkLogMonths: 73,
      backupDays: 74,
      replyWorkingDays: 75,
    };
    const words = said(locale, { ...JINCHEN_2024, privacyNotice });
    for (const figure of ["71", "72", "73", "74"]) expect(words.get("retention")).toContain(figure);
    expect(words.get("rights")).toContain("75");
  });
});

describe("the page for old browsers", () => {
  const links = {
    address: "https://esg.example.cn/2024",
    formIn: () => "/en/2024",
    print: "/2024/print",
    privacy: "/2024/privacy",
  };
  const page = (changes: Partial<typeof JINCHEN_2024> = {}) =>
    legacyPage({ ...JINCHEN_2024, ...changes }, "zh-CN", links, new Date("2026-11-23T00:00:00Z"));

  test("has telephone, e-mail and the form to print, and no script", () => {
    for (const way of ["0417-6682389", "jc_irm@jinchenmachine.com", 'href="/2024/print"', "审计与风控管理中心"])
      expect(page()).toContain(way);
    expect(page()).not.toMatch(/<script|var\(--|\son[a-z]+=/);
  });

  test("says that the round has closed", () => {
    const closed = page({ state: "closed", closesAt: new Date("2025-12-31T00:00:00Z") });
    expect(closed).toContain("本轮征集已于2025年12月31日截止");
    expect(closed).not.toContain("/2024/print");
  });

  test("writes what an edition holds as text", () => {
    const reportTitle = { "zh-CN": `<b>&"'`, en: "x" };
    expect(page({ reportTitle })).toContain("《&#60;b&#62;&#38;&#34;&#39;》");
    expect(page({ reportTitle })).not.toContain("<b>");
  });
});
