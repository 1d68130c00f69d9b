import { Caution } from "@/app/_ui/desk/caution";
import { EditionHead } from "@/app/_ui/desk/edition-head";
import { FinePrint } from "@/app/_ui/desk/fine-print";
import { ReportHead } from "@/app/_ui/desk/report-head";
import { SealNotes } from "@/app/_ui/desk/seal-notes";
import type { Edition } from "@/db/editions";
import type { Dimension } from "@/lib/analysis/crosstab";
import { EVERYBODY } from "@/lib/analysis/results-filter";
import { SMALLEST_BASE_FOR_PERCENT } from "@/lib/analysis/share";
import { batchWords } from "@/lib/batch-words";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Staff } from "@/lib/staff";
import { CrosstabSection } from "./crosstab-section";
import { FilterBar } from "./filter-bar";
import { MethodSection } from "./method-section";
import { MixSection } from "./mix-section";
import { ResultsBody } from "./results-body";
import { editionBefore } from "./results-view";
import { readShownResults } from "./shown-view";
import { TakeAwaySection } from "./take-away-section";

interface ShownResultsProps {
  readonly staff: Staff;
  readonly edition: Edition;
  readonly editions: readonly Edition[];
  readonly by: Dimension;
  readonly locale: Locale;
}

/** The results as viewers are shown them: batch by batch, so that nobody's answer can be told from two looks. */
export async function ShownResults({ staff, edition, editions, by, locale }: ShownResultsProps) {
  const t = translator(locale, "crosstab");
  const title = translator(locale, "department")("nav.results");
  const [now, k] = [new Date(), env().SMALLEST_CELL];
  const shown = await readShownResults(staff, { edition, before: editionBefore(edition, editions), by }, now);
  const bar = <FilterBar {...{ edition, editions, locale }} />;
  if (!shown)
    return (
      <>
        <ReportHead {...{ title, edition, now, locale }}>{null}</ReportHead>
        {bar}
        <p className="notice">{t("notYet", { k })}</p>
      </>
    );
  const { results, comparison } = shown;
  const since = batchWords(shown.since, locale);
  return (
    <>
      <EditionHead {...{ title, edition, results, locale, since }} />
      <SealNotes {...{ staff, edition, locale }} />
      {shown.since.isBehindSeal && <Caution>{t("behindSeal", { k })}</Caution>}
      {bar}
      <ResultsBody {...{ edition, results, comparison, locale }} verbatims={null}>
        <MixSection {...{ comparison, locale }} isOfShown />
        <CrosstabSection {...{ results, edition, locale, k }} filter={EVERYBODY} />
      </ResultsBody>
      {results.valid >= SMALLEST_BASE_FOR_PERCENT && (
        <MethodSection {...{ edition, results, comparison, locale }} verbatims={null} />
      )}
      <TakeAwaySection {...{ edition, locale }} filter={EVERYBODY} />
      <FinePrint>
        <p>{t("batchNote", { k })}</p>
      </FinePrint>
    </>
  );
}
