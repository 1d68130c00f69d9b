import { FinePrint } from "@/app/_ui/desk/fine-print";
import { Section } from "@/app/_ui/desk/section";
import { Figure, Table } from "@/app/_ui/desk/table";
import type { Edition } from "@/db/editions";
import { FEW_BELOW } from "@/lib/analysis/coverage";
import type { Doubts } from "@/lib/analysis/doubts";
import type { Headline } from "@/lib/analysis/quality";
import type { RatingResult } from "@/lib/analysis/results";
import type { ResultsFilter } from "@/lib/analysis/results-filter";
import { signed } from "@/lib/charts/rating-rows";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { CrowdedDayList } from "./crowded-day-list";
import { FlaggedList } from "./flagged-list";
import type { DaysView } from "./read-results";
import { SetAsideList } from "./set-aside-list";

interface DoubtsSectionProps {
  readonly doubts: Doubts;
  readonly days: Promise<DaysView>;
  readonly ratings: readonly RatingResult[];
  readonly edition: Edition;
  readonly filter: ResultsFilter;
  readonly locale: Locale;
}

/** What was set aside and why, what looks odd and counts, and whether a headline would say otherwise with it, or with groups weighing the same. */
export async function DoubtsSection({ doubts, days, ratings, edition, filter, locale }: DoubtsSectionProps) {
  const t = translator(locale, "results");
  const { crowded } = await days;
  const { bases, items } = doubts;
  const flipped = items.filter(({ flips }) => flips).map(({ key }) => ratings.find((item) => item.key === key)?.number);
  const nothing = [doubts.setAside, doubts.flagged.flags, crowded, bases].every(({ length }) => length === 0);
  if (nothing) return null;
  return (
    <Section id="doubts" title={t("doubts.title")} say={t("doubts.say")}>
      <SetAsideList {...{ edition, filter, locale }} setAside={doubts.setAside} />
      <FlaggedList {...{ edition, filter, locale }} flagged={doubts.flagged} />
      <CrowdedDayList {...{ crowded, edition, filter, locale }} />
      {flipped.length > 0 && (
        <p className="notice notice-caution">
          {t("doubts.flips", { items: flipped.map((n) => t("mix.item", { n: n ?? 0 })).join(t("doubts.comma")) })}
        </p>
      )}
      {bases.length > 1 && (
        <Table
          caption={t("doubts.caption")}
          columns={[
            { head: t("method.item") },
            ...bases.map((basis) => ({ head: t(`doubts.basis.${basis}`), numeric: true })),
          ]}
        >
          {items.map(({ key, headlines }) => (
            <tr key={key}>
              <th scope="row">{ratings.find((item) => item.key === key)?.text[locale]}</th>
              {bases.map((basis) => (
                <HeadlineFigure key={basis} headline={headlines.find((one) => one.basis === basis)} locale={locale} />
              ))}
            </tr>
          ))}
        </Table>
      )}
      <FinePrint>
        <p>{t("doubts.note")}</p>
        {bases.includes("groups-alike") && <p>{t("doubts.noteAlike", { few: FEW_BELOW })}</p>}
      </FinePrint>
    </Section>
  );
}

function HeadlineFigure({ headline, locale }: { headline: Headline | undefined; locale: Locale }) {
  const t = translator(locale, "results");
  if (!headline || headline.base === 0)
    return <Figure>{translator(locale, "department")("ratings.notComputed")}</Figure>;
  const { share, topTwo, base, weights } = headline;
  const number = (n: number) => n.toLocaleString(locale);
  const of = weights
    ? t("doubts.weights", { groups: weights.groups, effective: weights.effective, n: base })
    : `${number(topTwo ?? 0)}/${number(base)}`;
  const beside = headline.points === null ? "" : t("doubts.points", { points: signed(headline.points) });
  return share === null ? <Figure>{of}</Figure> : <Figure base={`${of}${beside}`}>{share}%</Figure>;
}
