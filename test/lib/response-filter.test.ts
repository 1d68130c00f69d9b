import { describe, expect, test } from "vitest";
import { excerptOf } from "@/lib/survey/excerpt";
import { filterQuery, foldedForSearch, readResponseFilter, searchPattern } from "@/lib/survey/response-filter";

describe("a filter in an address", () => {
  test("comes back from the address that it gives", () => {
    const query = { search: "供应链 50%", status: "quarantined", reason: "BURST", channel: "_none", group: "supplier" };
    const days = { language: "en", from: "2025-05-06", until: "2025-12-31" };
    expect(filterQuery(readResponseFilter({ ...query, ...days }))).toEqual({ ...query, ...days });
  });

  test.each([
    ["status", "gone"],
    ["reason", "'; drop"],
    ["channel", "_all"],
    ["search", "\0"],
    ["group", "everybody"],
    ["language", "zh"],
    ["from", "2025-02-30"],
    ["until", "yesterday"],
    ["search", "　 "],
  ])("narrows nothing by what it cannot be: %s", (field, value) => {
    expect(filterQuery(readResponseFilter({ [field]: value }))).toEqual({});
  });

  test.each(["a.b*", "50%", "***=x", "[\\]^$(|)?+{1}", "𠮷👍"])("looks for %s and nothing else", (words) => {
    const pattern = new RegExp(searchPattern(words));
    expect(pattern.test(`前${words}后`)).toBe(true);
    expect(pattern.test("aXbb 50 x 吉")).toBe(false);
  });

  test.each([
    ["ｅｓｇ", "ESG"],
    ["Esg 2024", "ＥＳＧ　２０２４"],
    ["（a）", "(A)"],
  ])("finds %s in %s", (words, text) => expect(text).toMatch(new RegExp(searchPattern(words))));

  test("compares texts whatever their width and case", () => {
    expect(foldedForSearch("ＥＳＧ报告")).toBe(foldedForSearch("esg报告"));
  });
});

describe("an excerpt", () => {
  test("is the whole of a short text, in one line", () => {
    expect(excerptOf(" 第一行\n\n第二行 ", null)).toBe("第一行 第二行");
  });

  test("never cuts a character in two", () => {
    expect(excerptOf("𠮷".repeat(200), null)).toBe(`${"𠮷".repeat(90)}…`);
  });

  test("shows what was searched for, however far down, however wide", () => {
    const text = `${"前".repeat(300)}ＥＳＧ评级${"后".repeat(300)}`;
    const shown = excerptOf(text, "esg");
    expect(shown).toMatch(/^…前+ＥＳＧ评级后+…$/);
    expect([...shown]).toHaveLength(92);
  });

  test("begins at the beginning where the search stands there", () => {
    expect(excerptOf(`供应链${"后".repeat(300)}`, "供应链")).toMatch(/^供应链后/);
  });
});
