import { FinePrint } from "@/app/_ui/desk/fine-print";
import { Section } from "@/app/_ui/desk/section";
import { Figure, Table } from "@/app/_ui/desk/table";
import type { RatingResult } from "@/lib/analysis/results";
import { MOST_DOTS, hasUndrawn } from "@/lib/charts/dots";
import { ratingRows, yearIn } from "@/lib/charts/rating-rows";
import { translator } from "@/lib/messages/translator";
import { scoreLabel } from "@/lib/survey/instrument";
import { SCORES } from "@/lib/survey/scale";
import { AnswerDots } from "./answer-dots";
import styles from "./dossier-table.module.css";
import { MixedNote } from "./mixed-note";
import type { ResultsView } from "./results-view";
import { poles } from "./scale-words";

/** Fewer than ten answers: each one a dot beside its count, last year's a ring below, and nothing that looks like a rate. */
export function DossierTable(view: ResultsView) {
  const { results, edition, comparison, locale } = view;
  const t = translator(locale, "department");
  const words = translator(locale, "results");
  const last = comparison && yearIn(comparison.slugBefore);
  const year = yearIn(edition.slug);
  const years = last === null ? [] : [{ head: words("dossier.year") }];
  const scores = SCORES.map((score) => ({ head: scoreLabel(edition.instrument, score, locale) }));
  const columns = [...years, ...scores, { head: t("ratings.missing") }, { head: t("ratings.top"), numeric: true }];
  const caption = last ? words("dossier.captionTwoYears", { slug: year, last }) : t("ratings.dossierCaption");
  return (
    <Section id="ratings" title={t("ratings.title")}>
      <Table caption={caption} columns={[{ head: t("ratings.item") }, ...columns]}>
        {ratingRows({ ...view, slug: edition.slug }).map(({ result, item, text, change }) => (
          <tr key={result.key} className={styles.row}>
            <th scope="row">
              {text}
              {change && <span className={styles.change}>{change}</span>}
            </th>
            {last && (
              <td className="num">
                <b>{year}</b>
                {item?.before && <span className={styles.last}>{last}</span>}
              </td>
            )}
            {SCORES.map((score) => (
              <td key={score}>
                <AnswerDots count={result.counts[score]} score={score} />
                {item?.before && <AnswerDots count={item.before.counts[score]} score={score} isLast />}
              </td>
            ))}
            <td>
              <AnswerDots count={result.missing} />
              {item?.before && <AnswerDots count={item.before.missing} isLast />}
            </td>
            <Figure strong base={item?.before && topOf(item.before, t("ratings.notComputed"))}>
              {topOf(result, t("ratings.notComputed"))}
            </Figure>
          </tr>
        ))}
      </Table>
      <FinePrint>
        {hasUndrawn(comparison) && <p>{words("dossier.many", { most: MOST_DOTS })}</p>}
        <p>{t("ratings.topNote", poles(edition.instrument, locale))}</p>
        <p>{t("ratings.selfSelected")}</p>
        <MixedNote items={results.ratings} locale={locale} />
      </FinePrint>
    </Section>
  );
}

function topOf({ topTwo, base }: RatingResult, notComputed: string): string {
  return base === 0 ? notComputed : `${topTwo}/${base}`;
}
