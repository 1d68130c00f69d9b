import { describe, expect, test } from "vitest";
import { DEFAULT_LOCALE, LOCALES, Localized, findLocale } from "@/lib/locale";

describe("a locale", () => {
  test("is found by its exact name", () => {
    expect(LOCALES.map(findLocale)).toEqual([...LOCALES]);
    expect(LOCALES).toContain(DEFAULT_LOCALE);
  });

  test.each(["zh", "zh-cn", "EN", "en-US", "", "constructor", null, undefined, 1, ["en"]])(
    "is not found in %j",
    (name) => {
      expect(findLocale(name)).toBeNull();
    },
  );
});

test("a localized text has every language, none of them empty", () => {
  expect(Object.keys(Localized.shape)).toEqual([...LOCALES]);
  expect(Localized.safeParse({ "zh-CN": "好", en: "" }).success).toBe(false);
});
