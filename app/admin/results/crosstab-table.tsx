import { Figure, Table } from "@/app/_ui/desk/table";
import type { Crosstab } from "@/lib/analysis/crosstab";
import { type Distribution, bottomTwo } from "@/lib/analysis/distribution";
import { goodWords } from "@/lib/charts/good-words";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { crosstabRows } from "@/lib/part-words";
import styles from "./crosstab-section.module.css";
import type { ResultsView } from "./results-view";

export interface CrosstabView extends Pick<ResultsView, "edition" | "locale"> {
  readonly crosstab: Crosstab;
  readonly ratings: ResultsView["results"]["ratings"];
}

/** Top-2-box and bottom-2-box of every item by row, each with its base. */
export function CrosstabTable({ crosstab, ratings, edition, locale }: CrosstabView) {
  const t = translator(locale, "crosstab");
  const items = ratings.map(({ number }) => ({ head: t("item", { n: number }), numeric: true }));
  const columns = [{ head: t(`head.${crosstab.by}`) }, { head: t("n"), numeric: true }, ...items];
  return (
    <Table caption={t("caption")} columns={columns}>
      {crosstabRows(crosstab, edition.channels, locale).map(({ name, row, isRest }) => (
        <tr key={name} className={isRest ? styles.rest : undefined}>
          <th scope="row">{name}</th>
          <Figure>{row.n.toLocaleString(locale)}</Figure>
          {row.ratings.map((distribution, place) => (
            <Rated key={ratings[place]?.key ?? place} distribution={distribution} locale={locale} />
          ))}
        </tr>
      ))}
    </Table>
  );
}

function Rated({ distribution, locale }: { distribution: Distribution; locale: Locale }) {
  const { base } = distribution;
  if (base === 0) return <Figure>{translator(locale, "department")("ratings.notComputed")}</Figure>;
  const bottom = bottomTwo(distribution);
  return (
    <Figure base={translator(locale, "crosstab")("bottom", { bottom, base })}>
      <span className={styles.rated}>{goodWords(distribution, locale)}</span>
    </Figure>
  );
}
