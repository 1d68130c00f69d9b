import Form from "next/form";
import { FilterSelect } from "@/app/_ui/desk/filter-controls";
import styles from "@/app/_ui/desk/filter-controls.module.css";
import type { Edition } from "@/db/editions";
import { DIMENSIONS, type Dimension } from "@/lib/analysis/crosstab";
import type { ResultsFilter } from "@/lib/analysis/results-filter";
import { LOCALES, type Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { valueWords } from "@/lib/part-words";
import { NONE } from "@/lib/survey/response-filter";
import { STAKEHOLDER_GROUPS } from "@/lib/survey/stakeholder-group";
import { PendingWords } from "./pending-words";
import { ResponseExports } from "./response-exports";
import { editionBefore } from "./results-view";

interface ResultsFilterFormProps {
  readonly edition: Edition;
  readonly editions: readonly Edition[];
  readonly by: Dimension | null;
  readonly filter: ResultsFilter;
  readonly locale: Locale;
  /** Without a single response there is nothing to export. */
  readonly exportable: boolean;
}

/** Of which round and part the results are: a plain form, whose address can be kept and shared; beside it the exports. */
export function ResultsFilterForm({ edition, editions, by, filter, locale, exportable }: ResultsFilterFormProps) {
  const t = translator(locale, "part");
  const word = translator(locale, "department");
  const rounds = editions.map(({ slug }) => [slug, word("round", { slug })] as const);
  return (
    <Form action="/admin/results" prefetch={false} className={styles.filter} aria-label={t("label")} role="search">
      {rounds.length > 1 ? (
        <FilterSelect name="edition" label={t("edition")} value={edition.slug} options={rounds} />
      ) : (
        <input type="hidden" name="edition" value={edition.slug} />
      )}
      {DIMENSIONS.map((dimension) => (
        <FilterSelect
          key={dimension}
          name={dimension}
          label={translator(locale, "crosstab")(`head.${dimension}`)}
          value={filter[dimension]}
          options={[["", t("all")], ...optionsOf(dimension, edition, filter[dimension], locale)]}
        />
      ))}
      {editionBefore(edition, editions) && (
        <FilterSelect
          name="compare"
          label={t("lastYear")}
          value={filter.compare}
          options={[
            ["", t("compared")],
            ["none", t("leftOut")],
          ]}
        />
      )}
      {by && <input type="hidden" name="by" value={by} />}
      <p className={styles.acts}>
        <button className="btn btn-2">{t("apply")}</button>
        <PendingWords words={t("pending")} />
      </p>
      {exportable && <ResponseExports {...{ edition, filter, locale }} />}
    </Form>
  );
}

/** What a dimension can be narrowed to, what it is narrowed to always among it. */
function optionsOf(by: Dimension, { channels }: Edition, chosen: string | null, locale: Locale) {
  const values = { group: STAKEHOLDER_GROUPS, channel: channels.map(({ code }) => code), language: LOCALES }[by];
  const offered: readonly string[] = by === "language" ? values : [...values, NONE];
  const all = chosen === null || offered.includes(chosen) ? offered : [...offered, chosen];
  return all.map((value) => [value, valueWords(by, value === NONE ? null : value, channels, locale)] as const);
}
