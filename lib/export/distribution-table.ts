import type { Results } from "../analysis/results";
import { SMALLEST_BASE_FOR_PERCENT } from "../analysis/share";
import type { Locale } from "../locale";
import { minuteIn } from "../messages/calendar";
import { translator } from "../messages/translator";
import type { EditionDefinition } from "../survey/edition";
import { scoreLabel } from "../survey/instrument";
import { SCORES } from "../survey/scale";
import type { Table } from "./response-table";
import { sampleRows, stateRow } from "./results-notes";

/**
 * The results of an edition as a table: a row for each rating item (counts from 很好 to 很差, base, 未作答, 好评 and
 * 差评 with their whole percentages where the results have them), a row for each open item (base, 未作答), then of which
 * and how many responses they are, as of when, and what they do not say. Says what the results say and counts nothing.
 */
export function distributionTable(
  edition: Pick<EditionDefinition, "instrument" | "timeZone" | "state">,
  results: Results,
  locale: Locale,
): Table {
  const t = translator(locale, "export");
  const counts = SCORES.map((score) =>
    t("distribution.count", { label: scoreLabel(edition.instrument, score, locale), score }),
  );
  return [
    [
      t("distribution.number"),
      t("distribution.item"),
      t("distribution.question"),
      ...counts,
      t("distribution.base"),
      t("distribution.missing"),
      t("distribution.topTwo"),
      t("distribution.topTwoShare"),
      t("distribution.bottomTwo"),
      t("distribution.bottomTwoShare"),
    ],
    ...results.ratings.map((item) => [
      item.number,
      item.key,
      item.text[locale],
      ...SCORES.map((score) => item.counts[score]),
      item.base,
      item.missing,
      item.topTwo,
      item.topTwoShare,
      item.bottomTwo,
      item.bottomTwoShare,
    ]),
    ...results.open.map((item) => [
      item.number,
      item.key,
      item.text[locale],
      ...SCORES.map(() => null),
      item.base,
      item.missing,
    ]),
    [],
    [null, ...stateRow(edition, locale)],
    [null, t("distribution.asOf"), minuteIn(edition.timeZone, results.asOf)],
    [null, t("distribution.received"), results.received],
    [null, t("distribution.valid"), results.valid],
    [null, t("distribution.basis"), t("distribution.basisText", { smallest: SMALLEST_BASE_FOR_PERCENT })],
    ...sampleRows(results.valid, false, locale).map(([name, words]) => [null, name || null, words]),
  ];
}
