import { FinePrint } from "@/app/_ui/desk/fine-print";
import { Section } from "@/app/_ui/desk/section";
import { Figure, Table } from "@/app/_ui/desk/table";
import type { YearComparison } from "@/lib/analysis/comparison";
import { MOST_SHIFT_POINTS } from "@/lib/analysis/group-mix";
import { SMALLEST_BASE_FOR_PERCENT } from "@/lib/analysis/share";
import { yearIn } from "@/lib/charts/rating-rows";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { mixGroupWords } from "@/lib/charts/group-words";
import { WithinGroups } from "./within-groups";

interface MixSectionProps {
  readonly comparison: YearComparison | null;
  readonly locale: Locale;
  /** For viewers: of the groups that both years show apart; all others are one row. */
  readonly isOfShown?: boolean;
}

/** Who responded in both years, since a difference may come from that; nothing where there is no year to compare. */
export function MixSection({ comparison, locale, isOfShown = false }: MixSectionProps) {
  const t = translator(locale, "results");
  if (!comparison) return null;
  if (comparison.mix.rows.length === 0)
    return isOfShown && <Section id="mix" title={t("mix.title")} say={t("mix.noneShown")} />;
  const nameOf = (value: string | null) => mixGroupWords(value, locale, isOfShown);
  const { slug, slugBefore, mix } = comparison;
  const years = [yearIn(slug), yearIn(slugBefore)].map((head) => ({ head, numeric: true }));
  const shifted = mix.rows.filter(({ isShifted }) => isShifted).map(({ value }) => nameOf(value));
  const groups = new Intl.ListFormat(locale, { type: "conjunction" }).format(shifted);
  const figure = (count: number, share: number | null) => (
    <Figure base={share === null ? null : `${share}%`}>{count.toLocaleString(locale)}</Figure>
  );
  return (
    <Section id="mix" title={t("mix.title")}>
      {mix.isShifted && (
        <p className="notice notice-caution">{t("mix.shifted", { groups, points: MOST_SHIFT_POINTS })}</p>
      )}
      <Table caption={t("mix.caption")} columns={[{ head: t("mix.group") }, ...years]}>
        {mix.rows.map(({ value, now, before, nowShare, beforeShare }) => (
          <tr key={value}>
            <th scope="row">{nameOf(value)}</th>
            {figure(now, nowShare)}
            {figure(before, beforeShare)}
          </tr>
        ))}
      </Table>
      <FinePrint>
        {isOfShown && <p>{t("mix.ofShown")}</p>}
        {!mix.isJudged && <p>{t("mix.notJudged", { from: SMALLEST_BASE_FOR_PERCENT })}</p>}
        {mix.isJudged && !mix.isShifted && <p>{t("mix.notShifted", { points: MOST_SHIFT_POINTS })}</p>}
        {mix.rows.some((row) => row.nowShare ?? row.beforeShare) && <p>{t("mix.rounding")}</p>}
      </FinePrint>
      {mix.isShifted && <WithinGroups comparison={comparison} nameOf={nameOf} locale={locale} />}
    </Section>
  );
}
