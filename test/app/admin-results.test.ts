import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { fieldPeriodText, momentText } from "@/app/_ui/desk/dates";
import { DossierTable } from "@/app/admin/results/dossier-table";
import { Headline } from "@/app/admin/results/headline";
import { RatingTable } from "@/app/admin/results/rating-table";
import type { ResultsView } from "@/app/admin/results/results-view";
import { medianText } from "@/app/admin/results/scale-words";
import type { Edition } from "@/db/editions";
import type { RatingPattern } from "@/lib/analysis/patterns";
import { resultsOf } from "@/lib/analysis/results";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { theEdition } from "@/test/support/editions";

const asOf = new Date("2026-11-23T07:04:59Z");
let edition: Edition;
beforeAll(async () => {
  edition = await theEdition();
});

const viewOf = (patterns: RatingPattern[], locale: ResultsView["locale"] = "zh-CN"): ResultsView => {
  const received = patterns.reduce((sum, { count }) => sum + count, 0);
  const results = resultsOf(edition.instrument, { asOf, received, patterns, verbatims: {}, quarantined: {} });
  return { edition, locale, results, comparison: null, verbatims: {} };
};
/** The cells of each row of the body as a person reads them, the lines of a cell joined by a space. */
const rowsOf = (html: string) =>
  [...(html.split("<tbody>")[1] ?? "").matchAll(/<tr.*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<t[hd].*?<\/t[hd]>/g)].map(([cell]) =>
      cell
        .replace(/<wbr\/?>/g, "")
        .replace(/<[^>]+>/g, " ")
        .trim()
        .replace(/\s+/g, " "),
    ),
  );

describe("a dossier of fewer than ten answers", () => {
  const view = () =>
    viewOf([
      { ratings: [5, 4, null, 1, 5], count: 3 },
      { ratings: [3, 4, null, null, 4], count: 4 },
    ]);

  test("has counts and no percentage, mean or median", () => {
    const html = renderToStaticMarkup(createElement(DossierTable, view()));
    expect(html).not.toContain("%");
    expect(rowsOf(html).map((row) => row.slice(1))).toEqual([
      ["3", "0", "4", "0", "0", "0", "3/7"],
      ["0", "7", "0", "0", "0", "0", "7/7"],
      ["0", "0", "0", "0", "0", "7", "不计算"],
      ["0", "0", "0", "0", "3", "4", "0/3"],
      ["3", "4", "0", "0", "0", "0", "7/7"],
    ]);
  });

  test("has a dot for every answer, hidden from those who hear the counts", () => {
    const html = renderToStaticMarkup(createElement(DossierTable, view()));
    expect(html.match(/<circle/g)).toHaveLength(7 + 7 + 3 + 7);
    expect(html.match(/<svg/g)).toEqual(html.match(/<svg[^>]*aria-hidden="true"/g)?.map(() => "<svg"));
  });
});

describe("the table from ten answers on", () => {
  const view = () =>
    viewOf([
      { ratings: [5, 5, 5, null, 5], count: 7 },
      { ratings: [4, 4, null, null, 4], count: 6 },
      { ratings: [3, 3, null, null, 3], count: 1 },
      { ratings: [1, 1, null, null, 1], count: 1 },
    ]);

  test("gives whole percentages of those who answered, with their counts", () => {
    const [impact] = rowsOf(renderToStaticMarkup(createElement(RatingTable, view())));
    expect(impact?.slice(1)).toEqual([
      "7 47%",
      "6 40%",
      "1 7%",
      "0 0%",
      "1 6%",
      "87% 13/15",
      "7% 1/15",
      "较好 四分位 4–5",
      "15",
      "0",
    ]);
  });

  test("keeps to counts in a row of fewer than ten", () => {
    const rows = rowsOf(renderToStaticMarkup(createElement(RatingTable, view())));
    expect(rows[2]?.slice(1)).toEqual(["7", "0", "0", "0", "0", "7/7", "0/7", "不计算", "7", "8"]);
    expect(rows[3]?.slice(1)).toEqual(["0", "0", "0", "0", "0", "不计算", "不计算", "不计算", "0", "15"]);
  });

  test("is headed by the overall item, in counts alone when few answered it", () => {
    const textOf = (shown: ResultsView) =>
      renderToStaticMarkup(createElement(Headline, shown)).replace(/<[^>]+>/g, " ");
    expect(textOf(view())).toContain("综合性评价好评率，15 份中 13 份选“很好”或“较好”。");
    const few = viewOf([
      { ratings: [4, 4, 4, 4, null], count: 9 },
      { ratings: [4, 4, 4, 4, 5], count: 3 },
    ]);
    expect(textOf(few)).toContain("3 份作答，3 份选“很好”或“较好”。作答不足 10 份，不计算比例。");
    expect(textOf(few)).not.toContain("%");
  });
});

describe("the words of a figure", () => {
  test.each([
    [5, "很好"],
    [4, "较好"],
    [4.5, "较好与很好之间"],
    [1.5, "很差与较差之间"],
  ])("a median of %d is %s", (median, words) => {
    expect(medianText(JINCHEN_2024.instrument, median, "zh-CN")).toBe(words);
  });

  test("a moment is given to the minute, with its time zone by name", () => {
    expect(momentText("zh-CN", edition, asOf)).toBe("2026年11月23日 15:04（北京时间）");
    expect(momentText("en", edition, asOf)).toBe("23 November 2026, 15:04 (Beijing time)");
    expect(momentText("en", { timeZone: "UTC" }, asOf)).toBe("23 November 2026, 07:04 (Coordinated Universal Time)");
  });

  test.each([
    [
      "2026-05-05T16:00:00Z",
      "2026-12-31T16:00:00Z",
      "征集期 2026年5月6日至12月31日",
      "Field period 6 May to 31 December 2026",
    ],
    [
      "2025-12-01T00:00:00Z",
      "2026-03-31T16:00:00Z",
      "征集期 2025年12月1日至2026年3月31日",
      "Field period 1 December 2025 to 31 March 2026",
    ],
    ["2026-05-05T16:00:00Z", null, "征集期 自2026年5月6日起", "Field period from 6 May 2026"],
    [null, "2026-12-31T16:00:00Z", "征集期 至2026年12月31日", "Field period until 31 December 2026"],
    [null, null, "征集期 未设起止", "Field period not set"],
  ])("a field period from %s to %s ends on its last day", (opens, closes, zh, en) => {
    const period = {
      timeZone: "Asia/Shanghai",
      opensAt: opens === null ? null : new Date(opens),
      closesAt: closes === null ? null : new Date(closes),
    };
    expect([fieldPeriodText("zh-CN", period), fieldPeriodText("en", period)]).toEqual([zh, en]);
  });
});
