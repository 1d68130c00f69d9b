import { FinePrint } from "@/app/_ui/desk/fine-print";
import { Section } from "@/app/_ui/desk/section";
import { Figure, Table } from "@/app/_ui/desk/table";
import type { ItemComparison } from "@/lib/analysis/comparison";
import type { RatingResult } from "@/lib/analysis/results";
import { SMALLEST_BASE_FOR_PERCENT } from "@/lib/analysis/share";
import { changeWords, signed } from "@/lib/charts/rating-rows";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { scoreLabel } from "@/lib/survey/instrument";
import { SCORES } from "@/lib/survey/scale";
import { MixedNote } from "./mixed-note";
import type { ResultsView } from "./results-view";
import { medianText, poles } from "./scale-words";

/** Every rating item with counts and whole percentages; an item with too few answers keeps its counts alone. */
export function RatingTable({ results, edition, comparison, locale }: ResultsView) {
  const t = translator(locale, "department");
  const words = translator(locale, "results");
  const { instrument } = edition;
  const scores = SCORES.map((score) => scoreLabel(instrument, score, locale));
  const figures = [...scores, t("ratings.topShare"), t("ratings.bottomShare"), t("ratings.median")];
  const last = comparison ? [words("table.lastShare"), words("table.points")] : [];
  const heads = [...figures, t("ratings.base"), t("ratings.missing"), ...last].map((head) => ({ head, numeric: true }));
  const someSmall = results.ratings.some(({ shares }) => shares === null);
  return (
    <Section id="figures" title={words("table.title")}>
      <Table caption={t("ratings.caption")} columns={[{ head: t("ratings.item") }, ...heads]}>
        {results.ratings.map((item) => (
          <tr key={item.key}>
            <th scope="row">{item.text[locale]}</th>
            <RatingFigures item={item} notComputed={t("ratings.notComputed")} locale={locale}>
              {item.median !== null ? medianText(instrument, item.median, locale) : null}
            </RatingFigures>
            {comparison && <LastYear item={comparison.items.find(({ key }) => key === item.key)} locale={locale} />}
          </tr>
        ))}
      </Table>
      <FinePrint>
        <p>{t("ratings.shareNote", poles(instrument, locale))}</p>
        {someSmall && <p>{t("ratings.smallBaseNote", { percentFrom: SMALLEST_BASE_FOR_PERCENT })}</p>}
        <p>{t("ratings.selfSelected")}</p>
        <MixedNote items={results.ratings} locale={locale} />
      </FinePrint>
    </Section>
  );
}

interface RatingFiguresProps {
  readonly item: RatingResult;
  readonly notComputed: string;
  readonly locale: Locale;
  readonly children: string | null;
}

function RatingFigures({ item, notComputed, locale, children: median }: RatingFiguresProps) {
  const words = translator(locale, "results");
  const number = (count: number) => count.toLocaleString(locale);
  const shareOf = (share: number | null, count: number) => {
    const fraction = item.base === 0 ? notComputed : `${number(count)}/${number(item.base)}`;
    return share === null ? { children: fraction } : { children: `${share}%`, base: fraction };
  };
  return (
    <>
      {SCORES.map((score) => (
        <Figure key={score} base={item.shares && `${item.shares[score]}%`}>
          {number(item.counts[score])}
        </Figure>
      ))}
      <Figure strong {...shareOf(item.topTwoShare, item.topTwo)} />
      <Figure {...shareOf(item.bottomTwoShare, item.bottomTwo)} />
      <Figure base={item.quartiles && <span className="nb">{words("table.quartiles", { ...item.quartiles })}</span>}>
        {Number.isInteger(item.median) ? <span className="nb">{median}</span> : (median ?? notComputed)}
      </Figure>
      <Figure isApart>{number(item.base)}</Figure>
      <Figure>{number(item.missing)}</Figure>
    </>
  );
}

/** Last year's 好评率 with its counts, and the points between; in words where the item stands beside nothing. */
function LastYear({ item, locale }: { item: ItemComparison | undefined; locale: Locale }) {
  const notComputed = translator(locale, "department")("ratings.notComputed");
  if (!item?.before || item.before.base === 0)
    return <td colSpan={2}>{(item && changeWords(item, locale)) || notComputed}</td>;
  const { topTwo, base, topTwoShare } = item.before;
  const fraction = `${topTwo.toLocaleString(locale)}/${base.toLocaleString(locale)}`;
  return (
    <>
      <Figure base={topTwoShare === null ? null : fraction}>
        {topTwoShare === null ? fraction : `${topTwoShare}%`}
      </Figure>
      <Figure>{item.change ? signed(item.change.points) : notComputed}</Figure>
    </>
  );
}
