import Form from "next/form";
import { FilterSelect } from "@/app/_ui/desk/filter-controls";
import { PendingWords } from "@/app/_ui/desk/pending-words";
import styles from "@/app/_ui/desk/filter-controls.module.css";
import type { Edition } from "@/db/editions";
import type { Dimension } from "@/lib/analysis/crosstab";
import type { ResultsFilter } from "@/lib/analysis/results-filter";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { PartSelects } from "./part-selects";
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
  return (
    <Form action="/admin/results" prefetch={false} className={styles.filter} aria-label={t("label")} role="search">
      <PartSelects {...{ edition, editions, filter, locale }} />
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
