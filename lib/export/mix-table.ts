import type { YearComparison } from "../analysis/comparison";
import type { RatingFigures } from "../analysis/rating-figures";
import { mixGroupWords } from "../charts/group-words";
import { yearIn } from "../charts/rating-rows";
import type { Locale } from "../locale";
import { translator } from "../messages/translator";
import type { Cell, Table } from "./response-table";
import type { ShownResults } from "./results-workbook";

/** Who responded in both years; null where the page shows no such table. */
export function mixTable({ comparison, locale, since }: ShownResults): Table | null {
  if (!comparison || comparison.mix.rows.length === 0) return null;
  const t = translator(locale, "results");
  const [now, before] = [yearIn(comparison.slug), yearIn(comparison.slugBefore)];
  const share = (year: string) => t("workbook.share", { score: year });
  return [
    [t("mix.group"), now, share(now), before, share(before)],
    ...comparison.mix.rows.map((row) => [
      mixGroupWords(row.value, locale, Boolean(since)),
      row.now,
      row.nowShare,
      row.before,
      row.beforeShare,
    ]),
  ];
}

/**
 * A row for each group and item, this year beside last, where the page sets groups beside themselves because the years
 * asked different people; else null. A year that has fewer than five answers of a group is empty.
 */
export function withinGroupsTable({ comparison, locale, since }: ShownResults): Table | null {
  if (!comparison?.mix.isShifted) return null;
  const t = translator(locale, "results");
  const rows = comparison.mix.rows.flatMap(({ value }) =>
    comparison.items.flatMap(({ now, withinGroups }): Cell[][] => {
      const own = withinGroups?.find((group) => group.value === value);
      if (!own) return [];
      const years = [own.now, own.before].flatMap(goodFigures);
      return [[mixGroupWords(value, locale, Boolean(since)), now.number, now.text[locale], ...years]];
    }),
  );
  return [[t("mix.group"), ...itemHeads(locale), ...goodHeads(comparison, locale)], ...rows];
}

function itemHeads(locale: Locale): string[] {
  const words = translator(locale, "export");
  return [words("distribution.number"), words("distribution.question")];
}

function goodHeads({ slug, slugBefore }: YearComparison, locale: Locale): string[] {
  const [t, words] = [translator(locale, "results"), translator(locale, "export")];
  const figures = ["distribution.topTwo", "distribution.base", "distribution.topTwoShare"] as const;
  return [slug, slugBefore].flatMap((one) =>
    figures.map((figure) => t("workbook.ofYear", { year: yearIn(one), figure: words(figure) })),
  );
}

function goodFigures(figures: RatingFigures | null): Cell[] {
  return figures ? [figures.topTwo, figures.base, figures.topTwoShare] : [null, null, null];
}
