import { EditionHead } from "@/app/_ui/desk/edition-head";
import { SealNotes } from "@/app/_ui/desk/seal-notes";
import type { Edition } from "@/db/editions";
import type { Dimension } from "@/lib/analysis/crosstab";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Staff } from "@/lib/staff";
import { CrosstabSection } from "./crosstab-section";
import { FilterBar } from "./filter-bar";
import { QuarantineSection } from "./quarantine-section";
import { ResultsBody } from "./results-body";
import { editionBefore, readResults } from "./results-view";

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
  const { results, verbatims, comparison } = await readResults(staff, { edition, before, by });
  const bar = { staff, edition, editions, locale, exportable: results.received > 0 };
  return (
    <>
      <EditionHead title={translator(locale, "department")("nav.results")} {...{ edition, results, locale }} />
      <SealNotes {...{ staff, edition, locale }} />
      <FilterBar {...bar} />
      <ResultsBody {...{ edition, results, verbatims, comparison, locale }} />
      {results.valid > 0 && <CrosstabSection {...{ results, edition, locale }} k={null} />}
      <QuarantineSection {...{ results, locale, edition }} readable />
    </>
  );
}
