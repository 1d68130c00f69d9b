import { groupWords } from "../charts/group-words";
import { translator } from "../messages/translator";
import type { Cell, Table } from "./response-table";
import type { ShownResults } from "./results-workbook";

/** A row for each rating item on each basis, with whether its conclusion rests on that; null where the page shows none. */
export function basisTable({ doubts, results, locale }: ShownResults): Table | null {
  const t = translator(locale, "results");
  const words = translator(locale, "export");
  if (!doubts || doubts.bases.length < 2) return null;
  const rows = doubts.items.flatMap(({ key, headlines, flips }) => {
    const item = results.ratings.find((rating) => rating.key === key);
    return headlines.map(({ basis, topTwo, base, share, weights }): Cell[] => [
      item?.number ?? null,
      item?.text[locale] ?? key,
      t(`doubts.basis.${basis}`),
      topTwo,
      base,
      share,
      weights && weights.groups,
      weights && Number(weights.effective.toFixed(1)),
      t(flips ? "workbook.flipsYes" : "workbook.flipsNo"),
    ]);
  });
  const head = [
    words("distribution.number"),
    words("distribution.question"),
    t("workbook.basis"),
    words("distribution.topTwo"),
    words("distribution.base"),
    words("distribution.topTwoShare"),
    t("workbook.groups"),
    t("workbook.effective"),
    t("workbook.flips"),
  ];
  return [head, ...rows];
}

/** How many responses are not counted and why; for analysts also how many are and look odd, and the crowded days. */
export function doubtRows({ doubts, crowded = [], results, locale }: ShownResults): Cell[][] {
  const t = translator(locale, "results");
  const words = translator(locale, "export");
  if (!doubts)
    return results.quarantined.map(({ reason, count }) => [
      `${words("status.quarantined")} · ${words(`reason.${reason}`)}`,
      count,
    ]);
  const flags = translator(locale, "flags");
  return [
    ...doubts.setAside.map(({ status, reason, count }) => [
      words(`status.${status}`) + (reason ? ` · ${words(`reason.${reason}`)}` : ""),
      count,
    ]),
    [t("workbook.flaggedAll"), doubts.flagged.responses],
    ...doubts.flagged.flags.map(({ flag, count }) => [flags("words", { flags: flags(`name.${flag}`) }), count]),
    ...crowded.map(({ day, group, count, all }) => [
      t("workbook.crowdedDay", { day, group: groupWords(group, locale), all }),
      count,
    ]),
  ];
}
