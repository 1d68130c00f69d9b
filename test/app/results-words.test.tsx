import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { EditionHead } from "@/app/_ui/desk/edition-head";
import { Figure } from "@/app/_ui/desk/table";
import { elementNames } from "@/app/admin/editions/element-names";
import { barWords } from "@/app/admin/results/bar-words";
import { Headline } from "@/app/admin/results/headline";
import { IntervalLine } from "@/app/admin/results/interval-line";
import { Participation } from "@/app/admin/results/participation";
import { RatingBars } from "@/app/admin/results/rating-bars";
import type { Edition } from "@/db/editions";
import type { RatingPattern } from "@/lib/analysis/patterns";
import { LOCALES } from "@/lib/locale";
import { PRIVACY_ELEMENTS } from "@/lib/survey/privacy-notice";
import { alike, by, rowsBy } from "@/test/support/a-year";
import { instrument, shownOf, thisYear } from "@/test/support/shown-year";

const figureOf = (base: string) => renderToStaticMarkup(<Figure base={base}>71%</Figure>);

test("a fraction stays on its line, unless it is of thousands", () => {
  expect(figureOf("340/481")).not.toContain("<wbr");
  expect(figureOf("614,141/941,205")).toContain("614,141/<wbr/>941,205");
});

test("bars beside counts of last year alone do not explain what a change is called", () => {
  const barsBeside = (answers: RatingPattern[]) => {
    const { edition, ...shown } = shownOf(answers);
    const view = { ...shown, edition: { ...edition, slug: shown.slug } as unknown as Edition, verbatims: null };
    return renderToStaticMarkup(<RatingBars {...view} />);
  };
  expect(barsBeside(thisYear)).toContain("两年之差的区间");
  expect(barsBeside([alike(4, 9)])).not.toContain("两年之差的区间");
});

test("a headline's two sentences stand without a gap in Chinese", () => {
  const { edition, ...shown } = shownOf(thisYear);
  const view = { ...shown, edition: edition as unknown as Edition, verbatims: null };
  expect(renderToStaticMarkup(<Headline {...view} />)).toContain("。上年");
});

test("a headline says that its conclusion depends on who is counted, and only then", () => {
  const { results, comparison, edition } = shownOf(thisYear);
  const view = {
    results,
    comparison,
    edition: edition as unknown as Edition,
    verbatims: null,
    locale: "zh-CN" as const,
  };
  expect(renderToStaticMarkup(<Headline {...view} flips />)).toContain("换一种口径，这一结论会变");
  expect(renderToStaticMarkup(<Headline {...view} />)).not.toContain("口径");
});

test.each(LOCALES)("an interval is spoken in percent at both ends (%s)", (locale) => {
  const line = <IntervalLine share={0.7} interval={{ low: 0.454, high: 0.937 }} locale={locale} />;
  expect(renderToStaticMarkup(line)).toMatch(/45% \S+ 94%"/);
});

test("a head that names one answer of 2,000 as excluded does not call all of them valid", () => {
  const { edition, results } = shownOf(thisYear);
  const head = (valid: number) => {
    const counted = { asOf: results.asOf, received: 2000, valid, quarantined: 0, excluded: 2000 - valid };
    const of = { ...edition, opensAt: results.asOf, closesAt: results.asOf } as unknown as Edition;
    return renderToStaticMarkup(<EditionHead title="结果" edition={of} results={counted} locale="zh-CN" />);
  };
  expect([head(1999), head(2000)]).toEqual([
    expect.stringMatching(/有效率 99%.*已剔除 1 份/),
    expect.stringContaining("有效率 100%"),
  ]);
});

test("a head says of all received answers where they are: valid, in quarantine, on hold, excluded", () => {
  const { edition, results } = shownOf(thisYear);
  const counted = { asOf: results.asOf, received: 63, valid: 59, quarantined: 2, onHold: 1, excluded: 1 };
  const of = { ...edition, opensAt: results.asOf, closesAt: results.asOf } as unknown as Edition;
  const head = renderToStaticMarkup(<EditionHead title="结果" edition={of} results={counted} locale="zh-CN" />);
  expect(head).toMatch(/有效 59 份.*回收 63 份.*已隔离 2 份.*待复核 1 份.*已剔除 1 份/);
});

test("who took part stands in words, a group of fewer than five without its number", () => {
  const groups = rowsBy([by("customer", alike(5, 5)), by("investor", alike(4, 2)), by(null, alike(4, 1))]);
  const words = (locale: "zh-CN" | "en") => renderToStaticMarkup(<Participation {...{ groups, locale }} />);
  expect(words("zh-CN")).toContain(
    "7 份填写了利益相关方类别，1 份未填写。其中客户 5 份。少于 5 份的不单列份数：股东/投资者。尚未收到供应商、",
  );
  expect(words("en")).toContain(
    "Of these: Customers (5). Groups with fewer than 5 are named without their number: Shareholders / investors.",
  );
});

test("what is listed in words is parted, in Chinese too: the counts of a bar, the elements that a notice lacks", () => {
  const { counts } = barWords(instrument, "2025", "zh-CN");
  const year = { year: "2025", counts: { 5: 1, 4: 6, 3: 2, 2: 0, 1: 0 }, shares: null, figure: "", fraction: "7/9" };
  expect(counts(year)).toBe("很好 1 份、较好 6 份、一般 2 份、较差 0 份、很差 0 份");
  const titles = PRIVACY_ELEMENTS.slice(0, 2).map((element) => elementNames([element], "zh-CN"));
  expect(elementNames(PRIVACY_ELEMENTS.slice(0, 2), "zh-CN")).toBe(titles.join("、"));
});
