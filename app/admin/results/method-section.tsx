import { Section } from "@/app/_ui/desk/section";
import { Figure, Table } from "@/app/_ui/desk/table";
import type { ItemComparison } from "@/lib/analysis/comparison";
import { SMALLEST_BASE_FOR_MEAN, pText } from "@/lib/analysis/presentation";
import { scoreLabel } from "@/lib/survey/instrument";
import { translator } from "@/lib/messages/translator";
import styles from "./method-section.module.css";
import { OpenedInPrint } from "./opened-in-print";
import type { ResultsView } from "./results-view";

/** How the figures were made and what they do not say, closed until somebody asks; and the tests, to check by. */
export function MethodSection({ results, comparison, edition, locale }: ResultsView) {
  const t = translator(locale, "results");
  const { instrument } = edition;
  const tested = comparison?.items.filter(({ tests }) => tests !== null) ?? [];
  const { reliability } = results;
  return (
    <Section id="method" title={t("method.title")}>
      <OpenedInPrint className={styles.method}>
        <summary>{t("method.open")}</summary>
        <ul>
          <li>
            {t("method.coding", { best: scoreLabel(instrument, 5, locale), worst: scoreLabel(instrument, 1, locale) })}
          </li>
          <li>{t("method.shares")}</li>
          <li>{t("method.wilson")}</li>
          <li>{t("method.selection")}</li>
          {comparison && <li>{t("method.noTests", { from: SMALLEST_BASE_FOR_MEAN })}</li>}
          {reliability && (
            <li>
              {t("method.alpha", {
                items: reliability.items,
                n: reliability.base,
                alpha: reliability.alpha.toFixed(2),
              })}
              {reliability.isHalo && t("method.halo")}
            </li>
          )}
        </ul>
        {tested.length > 0 && <Tests items={tested} locale={locale} />}
      </OpenedInPrint>
    </Section>
  );
}

function Tests({ items, locale }: { items: readonly ItemComparison[]; locale: ResultsView["locale"] }) {
  const t = translator(locale, "results");
  const heads = [t("method.u"), t("method.p"), t("method.pHolm"), t("method.a12")];
  return (
    <>
      <Table
        caption={t("method.testsCaption")}
        columns={[{ head: t("method.item") }, ...heads.map((head) => ({ head, numeric: true }))]}
      >
        {items.map(({ key, now, tests }) => (
          <tr key={key}>
            <th scope="row">{now.text[locale]}</th>
            <Figure>{tests?.u.toLocaleString(locale)}</Figure>
            <Figure>{tests && pText(tests.p)}</Figure>
            <Figure>{tests && pText(tests.pHolm)}</Figure>
            <Figure>{tests?.a12.toFixed(2)}</Figure>
          </tr>
        ))}
      </Table>
      <p className={styles.note}>{t("method.a12Note")}</p>
    </>
  );
}
