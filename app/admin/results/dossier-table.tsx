import { FinePrint } from "@/app/_ui/desk/fine-print";
import { Section } from "@/app/_ui/desk/section";
import { Figure, Table } from "@/app/_ui/desk/table";
import { translator } from "@/lib/messages/translator";
import { scoreLabel } from "@/lib/survey/instrument";
import { SCORES, type Score } from "@/lib/survey/scale";
import styles from "./dossier-table.module.css";
import { MixedNote } from "./mixed-note";
import type { ResultsView } from "./results-view";
import { poles } from "./scale-words";

const DOTS: Record<Score, string | undefined> = {
  5: styles.s5,
  4: styles.s4,
  3: styles.s3,
  2: styles.s2,
  1: styles.s1,
};

/** Fewer than ten answers: each one a dot beside its count, and nothing that looks like a rate. */
export function DossierTable({ results, edition, locale }: ResultsView) {
  const t = translator(locale, "department");
  const scores = SCORES.map((score) => ({ head: scoreLabel(edition.instrument, score, locale) }));
  const last = { head: t("ratings.top"), numeric: true };
  return (
    <Section id="ratings" title={t("ratings.title")}>
      <Table
        caption={t("ratings.dossierCaption")}
        columns={[{ head: t("ratings.item") }, ...scores, { head: t("ratings.missing") }, last]}
      >
        {results.ratings.map(({ key, text, counts, missing, topTwo, base }) => (
          <tr key={key} className={styles.row}>
            <th scope="row">{text[locale]}</th>
            {SCORES.map((score) => (
              <Count key={score} count={counts[score]} dots={DOTS[score]} />
            ))}
            <Count count={missing} />
            <Figure strong>{base === 0 ? t("ratings.notComputed") : `${topTwo}/${base}`}</Figure>
          </tr>
        ))}
      </Table>
      <FinePrint>
        <p>{t("ratings.topNote", poles(edition.instrument, locale))}</p>
        <p>{t("ratings.selfSelected")}</p>
        <MixedNote items={results.ratings} locale={locale} />
      </FinePrint>
    </Section>
  );
}

function Count({ count, dots }: { count: number; dots?: string | undefined }) {
  return (
    <td>
      <span className={styles.cell}>
        <span className={count > 0 ? styles.count : styles.none}>{count}</span>
        {dots && count > 0 && (
          <svg className={styles.dots} width={count * 16} height="16" aria-hidden="true" focusable="false">
            {Array.from({ length: count }, (_, place) => (
              <circle key={place} className={dots} cx={7 + place * 16} cy="8" r="6.5" />
            ))}
          </svg>
        )}
      </span>
    </td>
  );
}
