import { Figure, Table } from "@/app/_ui/desk/table";
import type { Crosstab } from "@/lib/analysis/crosstab";
import type { RatingFigures } from "@/lib/analysis/rating-figures";
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

interface CrosstabTableProps extends CrosstabView {
  /** Everybody who is in the rows. */
  readonly valid: number;
}

/** Top-2-box and bottom-2-box of every item by row, each with its base, and of all rows together. */
export function CrosstabTable({ crosstab, ratings, valid, edition, locale }: CrosstabTableProps) {
  const t = translator(locale, "crosstab");
  const items = ratings.map(({ number }) => ({ head: t("item", { n: number }), numeric: true }));
  const columns = [{ head: t(`head.${crosstab.by}`) }, { head: t("n"), numeric: true }, ...items];
  return (
    <Table caption={t("caption")} columns={columns}>
      {crosstabRows(crosstab, edition.channels, locale).map(({ name, row, isRest }) => (
        <tr key={name} className={isRest ? styles.rest : undefined}>
          <th scope="row">{name}</th>
          <Figure>{row.n.toLocaleString(locale)}</Figure>
          {row.ratings.map((figures, place) => (
            <Rated key={ratings[place]?.key ?? place} figures={figures} locale={locale} />
          ))}
        </tr>
      ))}
      <tr className={styles.total}>
        <th scope="row">{t("total")}</th>
        <Figure>{valid.toLocaleString(locale)}</Figure>
        {ratings.map((figures) => (
          <Rated key={figures.key} figures={figures} locale={locale} />
        ))}
      </tr>
    </Table>
  );
}

function Rated({ figures, locale }: { figures: RatingFigures; locale: Locale }) {
  const { base, bottomTwo: bottom } = figures;
  if (base === 0) return <Figure>{translator(locale, "department")("ratings.notComputed")}</Figure>;
  return (
    <Figure base={translator(locale, "crosstab")("bottom", { bottom, base })}>
      <span className={styles.rated}>{goodWords(figures, locale)}</span>
    </Figure>
  );
}
