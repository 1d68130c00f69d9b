import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  EVERYBODY,
  type ResultsFilter,
  hasPart,
  hidesWords,
  isNarrowed,
  listedPart,
  notedPart,
  readResultsFilter,
  resultsQuery,
} from "@/lib/analysis/results-filter";
import { LOCALES } from "@/lib/locale";
import { partWords } from "@/lib/part-words";
import { BUILT_IN_CHANNELS } from "@/lib/survey/channel";
import { NONE } from "@/lib/survey/response-filter";
import { STAKEHOLDER_GROUPS } from "@/lib/survey/stakeholder-group";

const orNull = <T>(values: readonly T[]) => fc.constantFrom<T | null>(null, ...values);
const someFilter: fc.Arbitrary<ResultsFilter> = fc.record({
  group: orNull([...STAKEHOLDER_GROUPS, NONE] as const),
  channel: fc.oneof(orNull([NONE]), fc.stringMatching(/^[a-z0-9-]{1,32}$/)),
  language: orNull(LOCALES),
  compare: orNull(["none"] as const),
});
const addressed = (filter: ResultsFilter) =>
  readResultsFilter(Object.fromEntries(new URLSearchParams(resultsQuery(filter)).entries()));

describe("the filter of results", () => {
  test("comes back from the address that it gives", () => {
    fc.assert(
      fc.property(someFilter, (filter) => {
        expect(addressed(filter)).toEqual(filter);
      }),
    );
  });

  test("narrows nothing by what it cannot be, as by a form's empty fields", () => {
    fc.assert(
      fc.property(fc.constantFrom("group", "channel", "language", "compare"), fc.string(), (field, value) => {
        const filter = readResultsFilter({ [field]: value });
        expect([EVERYBODY, readResultsFilter(resultsQuery(filter))]).toContainEqual(filter);
      }),
    );
    for (const value of ["", "全部", "＿none", "_all", "𠮷", "\0", "everybody", "zh"])
      expect(readResultsFilter({ group: value, channel: value, language: value, compare: value })).toEqual(
        value === "everybody" || value === "zh" ? { ...EVERYBODY, channel: value } : EVERYBODY,
      );
  });

  test("is of a part where anything but last year is limited, and says the part in words", () => {
    fc.assert(
      fc.property(someFilter, fc.constantFrom(...LOCALES), (filter, locale) => {
        expect(isNarrowed(filter)).toBe(isNarrowed({ ...EVERYBODY, ...listedPart(filter) }));
        expect(partWords(filter, BUILT_IN_CHANNELS, locale) !== "").toBe(isNarrowed(filter));
        expect(Object.keys(notedPart(filter)).length > 0).toBe(isNarrowed(filter));
      }),
    );
    const part = { group: "employee", channel: "wechat", language: "en", compare: null } as const;
    expect(partWords(part, BUILT_IN_CHANNELS, "zh-CN")).toBe("利益相关方类别：员工；渠道：微信；语言：英文");
    expect(partWords({ ...EVERYBODY, group: NONE }, [], "en")).toBe("Stakeholder group: No group stated");
  });

  test("has no part of a year that knows no such channel", () => {
    const asked = (channel: string | null) => hasPart({ ...EVERYBODY, channel }, BUILT_IN_CHANNELS);
    expect([asked(null), asked(NONE), asked("wechat"), asked("fair-2025")]).toEqual([true, true, true, false]);
  });
});

test("the words of a group of fewer than eight are not listed, those of a channel or of everybody are", () => {
  const group = { ...EVERYBODY, group: "employee" as const };
  expect([0, 7, 8].map((valid) => hidesWords(group, valid))).toEqual([true, true, false]);
  expect([EVERYBODY, { ...EVERYBODY, channel: "wechat" }].map((part) => hidesWords(part, 3))).toEqual([false, false]);
});
