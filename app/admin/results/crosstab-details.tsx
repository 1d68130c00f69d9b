import { Figure, Table } from "@/app/_ui/desk/table";
import { translator } from "@/lib/messages/translator";
import { crosstabRows } from "@/lib/part-words";
import { scoreLabel } from "@/lib/survey/instrument";
import { SCORES } from "@/lib/survey/scale";
import styles from "./crosstab-section.module.css";
import type { CrosstabView } from "./crosstab-table";

/** The full distribution of every item by row, for whoever opens it. */
export function CrosstabDetails({ crosstab, ratings, edition, locale }: CrosstabView) {
  const t = translator(locale, "crosstab");
  const scores = SCORES.map((score) => scoreLabel(edition.instrument, score, locale));
  const heads = [...scores, t("unanswered")].map((head) => ({ head, numeric: true }));
  const rows = crosstabRows(crosstab, edition.channels, locale);
  return (
    <details className={styles.full}>
      <summary>{t("full")}</summary>
      {ratings.map(({ key, number, text }, place) => (
        <Table
          key={key}
          caption={t("fullCaption", { n: number, text: text[locale] })}
          columns={[{ head: t(`head.${crosstab.by}`) }, ...heads]}
        >
          {rows.map(({ name, row, isRest }) => {
            const rated = row.ratings[place];
            return (
              <tr key={name} className={isRest ? styles.rest : undefined}>
                <th scope="row">{name}</th>
                {SCORES.map((score) => (
                  <Figure key={score}>{rated?.counts[score].toLocaleString(locale)}</Figure>
                ))}
                <Figure>{rated?.missing.toLocaleString(locale)}</Figure>
              </tr>
            );
          })}
        </Table>
      ))}
    </details>
  );
}
