import { EditionHead } from "@/app/_ui/desk/edition-head";
import { SealNotes } from "@/app/_ui/desk/seal-notes";
import type { Edition } from "@/db/editions";
import type { Dimension } from "@/lib/analysis/crosstab";
import { SMALLEST_BASE_FOR_PERCENT } from "@/lib/analysis/share";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Staff } from "@/lib/staff";
import { ArrivalsSection } from "./arrivals-section";
import { CrosstabSection } from "./crosstab-section";
import { DoubtsSection } from "./doubts-section";
import { FilterBar } from "./filter-bar";
import { MethodSection } from "./method-section";
import { MixSection } from "./mix-section";
import { QuarantineSection } from "./quarantine-section";
import { ResultsBody } from "./results-body";
import { readResults } from "./read-results";
import { editionBefore } from "./results-view";
import { TakeAwaySection } from "./take-away-section";

interface AllResultsProps {
  readonly staff: Staff;
  readonly edition: Edition;
  readonly editions: readonly Edition[];
  readonly by: Dimension | null;
  readonly locale: Locale;
}

/** The results of this moment, with the words and what was kept apart, for analysts and administrators. */
export async function AllResults({ staff, edition, editions, by, locale }: AllResultsProps) {
  const before = editionBefore(edition, editions);
  const { doubts, ...view } = await readResults(staff, { edition, before, by });
  const { results, comparison } = view;
  const bar = { staff, edition, editions, locale, exportable: results.received > 0 };
  return (
    <>
      <EditionHead title={translator(locale, "department")("nav.results")} {...{ edition, results, locale }} />
      <SealNotes {...{ staff, edition, locale }} />
      <FilterBar {...bar} />
      <ResultsBody {...{ ...view, edition, locale }}>
        <MixSection {...{ comparison, locale }} />
        <CrosstabSection {...{ results, edition, locale }} k={null} />
      </ResultsBody>
      <ArrivalsSection {...{ staff, edition, locale }} />
      <DoubtsSection {...{ doubts, locale }} ratings={results.ratings} slug={edition.slug} />
      {results.valid >= SMALLEST_BASE_FOR_PERCENT && <MethodSection {...{ ...view, edition, locale }} />}
      {results.valid > 0 && <TakeAwaySection slug={edition.slug} locale={locale} />}
      <QuarantineSection {...{ results, locale, edition }} readable />
    </>
  );
}
