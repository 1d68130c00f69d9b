import { Figure, Table } from "@/app/_ui/desk/table";
import type { ItemComparison, ItemTests } from "@/lib/analysis/comparison";
import { SMALLEST_EXPECTED } from "@/lib/analysis/contingency";
import { pText } from "@/lib/analysis/presentation";
import type { RatingResult } from "@/lib/analysis/results";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import styles from "./method-section.module.css";

const figures = (heads: readonly string[]) => heads.map((head) => ({ head, numeric: true }));

/** The items' mean scores with what they vary by; nothing where no base carries a mean. */
export function MeansTable({ ratings, locale }: { ratings: readonly RatingResult[]; locale: Locale }) {
  const t = translator(locale, "results");
  const carried = ratings.filter(({ mean }) => mean !== null);
  if (carried.length === 0) return null;
  const heads = figures([t("method.mean"), t("method.deviation"), t("method.meanInterval")]);
  return (
    <Table caption={t("method.meansCaption")} columns={[{ head: t("method.item") }, ...heads]}>
      {carried.map(({ key, text, base, mean, standardDeviation, meanInterval }) => (
        <tr key={key}>
          <th scope="row">{text[locale]}</th>
          <Figure base={`n=${base.toLocaleString(locale)}`}>{mean?.toFixed(1)}</Figure>
          <Figure>{standardDeviation?.toFixed(2)}</Figure>
          <Figure>{meanInterval && `${meanInterval.low.toFixed(2)}–${meanInterval.high.toFixed(2)}`}</Figure>
        </tr>
      ))}
    </Table>
  );
}

/** The tests that were made of two years' answers, and what they are; nothing where none was. */
export function TestsTable({ items, locale }: { items: readonly ItemComparison[]; locale: Locale }) {
  const t = translator(locale, "results");
  const tested = items.flatMap(({ tests, ...item }) => (tests ? [{ ...item, tests }] : []));
  if (tested.length === 0) return null;
  const heads = [t("method.u"), t("method.p"), t("method.pHolm"), t("method.a12"), t("method.independence")];
  return (
    <>
      <Table caption={t("method.testsCaption")} columns={[{ head: t("method.item") }, ...figures(heads)]}>
        {tested.map(({ key, now, tests }) => (
          <tr key={key}>
            <th scope="row">{now.text[locale]}</th>
            <Figure>{tests.u.toLocaleString(locale)}</Figure>
            <Figure base={tests.isExact ? t("method.exact") : null}>{pText(tests.p)}</Figure>
            <Figure>{pText(tests.pHolm)}</Figure>
            <Figure>{tests.a12.toFixed(2)}</Figure>
            <Independence {...tests} locale={locale} />
          </tr>
        ))}
      </Table>
      <p className={styles.note}>{t("method.testsNote", { expected: SMALLEST_EXPECTED })}</p>
    </>
  );
}

function Independence({ independence, locale }: Pick<ItemTests, "independence"> & { locale: Locale }) {
  const t = translator(locale, "results");
  const name = independence?.kind === "chi-square" ? t("method.chiSquare") : t("method.fisher");
  return <Figure base={independence && name}>{independence && pText(independence.p)}</Figure>;
}
