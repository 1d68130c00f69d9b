import { Figure, Table } from "@/app/_ui/desk/table";
import type { YearComparison } from "@/lib/analysis/comparison";
import { FEW_BELOW } from "@/lib/analysis/coverage";
import type { Distribution } from "@/lib/analysis/distribution";
import { goodWords } from "@/lib/charts/good-words";
import { yearIn } from "@/lib/charts/rating-rows";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { groupWords } from "@/lib/charts/group-words";

/** Each group beside itself, where the years asked different people: this year's 好评, and last year's below. */
export function WithinGroups({ comparison, locale }: { comparison: YearComparison; locale: Locale }) {
  const t = translator(locale, "results");
  const items = comparison.items.filter(({ withinGroups }) => withinGroups !== null);
  const columns = [
    { head: t("mix.group") },
    ...items.map(({ now }) => ({ head: t("mix.item", { n: now.number }), numeric: true })),
  ];
  const years = { slug: yearIn(comparison.slug), before: yearIn(comparison.slugBefore) };
  return (
    <Table caption={t("mix.within", years)} columns={columns}>
      {comparison.mix.rows.map(({ value }) => (
        <tr key={value}>
          <th scope="row">{groupWords(value, locale)}</th>
          {items.map(({ key, withinGroups }) => {
            const own = withinGroups?.find((group) => group.value === value);
            return (
              <Figure key={key} base={goodOf(own?.before ?? null, locale)}>
                {goodOf(own?.now ?? null, locale)}
              </Figure>
            );
          })}
        </tr>
      ))}
    </Table>
  );
}

/** 好评 of a group; below five answers no figure. */
function goodOf(distribution: Distribution | null, locale: Locale): string {
  return distribution
    ? goodWords(distribution, locale)
    : translator(locale, "results")("mix.hidden", { few: FEW_BELOW });
}
