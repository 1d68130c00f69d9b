import { FinePrint } from "@/app/_ui/desk/fine-print";
import { Figure, Table } from "@/app/_ui/desk/table";
import type { YearComparison } from "@/lib/analysis/comparison";
import { FEW_BELOW } from "@/lib/analysis/coverage";
import type { GroupChange } from "@/lib/analysis/group-mix";
import { SMALLEST_BASE_FOR_MEAN } from "@/lib/analysis/presentation";
import type { RatingFigures } from "@/lib/analysis/rating-figures";
import { goodWords, hasStar } from "@/lib/charts/good-words";
import { signed, yearIn } from "@/lib/charts/rating-rows";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";

interface WithinGroupsProps {
  readonly comparison: YearComparison;
  /** What a group is called. */
  readonly nameOf: (value: string | null) => string;
  readonly locale: Locale;
}

/** Each group beside itself, where the years asked different people: this year's 好评, last year's below, and the change. */
export function WithinGroups({ comparison, nameOf, locale }: WithinGroupsProps) {
  const t = translator(locale, "results");
  const items = comparison.items.filter(({ withinGroups }) => withinGroups !== null);
  const columns = [
    { head: t("mix.group") },
    ...items.map(({ now }) => ({ head: t("mix.item", { n: now.number }), numeric: true })),
  ];
  const years = { slug: yearIn(comparison.slug), before: yearIn(comparison.slugBefore) };
  const cells = items.flatMap(({ withinGroups }) => withinGroups?.flatMap(({ now, before }) => [now, before]) ?? []);
  return (
    <>
      <Table caption={t("mix.within", years)} columns={columns}>
        {comparison.mix.rows.map(({ value }) => (
          <tr key={value}>
            <th scope="row">{nameOf(value)}</th>
            {items.map(({ key, withinGroups }) => {
              const own = withinGroups?.find((group) => group.value === value);
              return (
                <Figure key={key} base={<LastYear group={own} locale={locale} />}>
                  {goodOf(own?.now ?? null, locale)}
                </Figure>
              );
            })}
          </tr>
        ))}
      </Table>
      {hasStar(cells) && (
        <FinePrint>
          <p>{translator(locale, "crosstab")("starNote", { from: SMALLEST_BASE_FOR_MEAN })}</p>
        </FinePrint>
      )}
    </>
  );
}

function LastYear({ group, locale }: { group: GroupChange | undefined; locale: Locale }) {
  const t = translator(locale, "results");
  const change = group?.change;
  return (
    <>
      {goodOf(group?.before ?? null, locale)}
      {change && <br />}
      {change && t("change.points", { points: signed(change.points), verdict: t(`change.${change.verdict}`) })}
    </>
  );
}

/** 好评 of a group; below five answers no figure. */
function goodOf(figures: RatingFigures | null, locale: Locale): string {
  return figures ? goodWords(figures, locale) : translator(locale, "results")("mix.hidden", { few: FEW_BELOW });
}
