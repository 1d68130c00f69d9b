import type { ItemTests } from "../analysis/comparison";
import { SMALLEST_EXPECTED } from "../analysis/contingency";
import { pText } from "../analysis/presentation";
import type { RatingResult } from "../analysis/results";
import { translator } from "../messages/translator";
import type { Cell, Table } from "./response-table";
import type { ShownResults } from "./results-workbook";

/**
 * The method section's figures to check by, rounded as there: a row for each item with its mean and the tests of both
 * years; below, that they are not for publication, the scale's alpha, and what the tests are. Null where there are none.
 */
export function methodTable({ results, comparison, locale }: ShownResults): Table | null {
  const [t, words] = [translator(locale, "results"), translator(locale, "export")];
  const { reliability } = results;
  const rows = results.ratings.flatMap((rating): Cell[][] => {
    const tests = comparison?.items.find(({ key }) => key === rating.key)?.tests ?? null;
    if (rating.mean === null && !tests) return [];
    const testWords = tests && t(tests.isExact ? "workbook.exactTest" : "workbook.rankTest");
    return [
      [rating.number, rating.text[locale], rating.base, ...meanFigures(rating), testWords, ...testFigures(tests)],
    ];
  });
  if (rows.length === 0 && !reliability) return null;
  const alpha = reliability && {
    items: reliability.items,
    n: reliability.base,
    alpha: reliability.alpha.toFixed(2),
  };
  const isTested = comparison?.items.some(({ tests }) => tests !== null);
  return [
    [
      ...(["number", "question", "base"] as const).map((name) => words(`distribution.${name}`)),
      ...(["method.mean", "method.deviation", "workbook.meanLow", "workbook.meanHigh"] as const).map((key) => t(key)),
      ...(["workbook.test", "method.u", "method.p", "method.pHolm", "method.a12"] as const).map((key) => t(key)),
      ...(["method.independence", "workbook.independenceP"] as const).map((key) => t(key)),
    ],
    ...rows,
    [],
    [null, t("workbook.internal")],
    ...(alpha ? [[null, t("method.alpha", alpha) + (reliability.isHalo ? t("method.halo") : "")]] : []),
    ...(isTested ? [[null, t("method.testsNote", { expected: SMALLEST_EXPECTED })]] : []),
  ];
}

function meanFigures({ mean, standardDeviation, meanInterval }: RatingResult): Cell[] {
  return [mean, hundredths(standardDeviation), hundredths(meanInterval?.low), hundredths(meanInterval?.high)];
}

function testFigures(tests: ItemTests | null): Cell[] {
  if (!tests) return [];
  const { u, p, pHolm, a12, independence } = tests;
  const [name, ofTable] = independence ? [KINDS[independence.kind], pCell(independence.p)] : [null, null];
  return [u, pCell(p), pCell(pHolm), hundredths(a12), name, ofTable];
}

const KINDS = { "chi-square": "χ²", fisher: "Fisher" } as const;

const hundredths = (figure: number | null | undefined): Cell =>
  figure === null || figure === undefined ? null : Number(figure.toFixed(2));

/** A number but for `<0.001`: no test says 0. */
const pCell = (p: number): Cell => (Number.isNaN(Number(pText(p))) ? pText(p) : Number(pText(p)));
