import { EditionHead } from "@/app/_ui/desk/edition-head";
import { SealNotes } from "@/app/_ui/desk/seal-notes";
import type { Edition } from "@/db/editions";
import type { Dimension } from "@/lib/analysis/crosstab";
import { EVERYBODY, type ResultsFilter, isNarrowed } from "@/lib/analysis/results-filter";
import { OVERALL_ITEM } from "@/lib/analysis/results";
import { SMALLEST_BASE_FOR_PERCENT } from "@/lib/analysis/share";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Staff } from "@/lib/staff";
import { ArrivalsSection } from "./arrivals-section";
import { CrosstabSection } from "./crosstab-section";
import { DoubtsSection } from "./doubts-section";
import { MethodSection } from "./method-section";
import { MixSection } from "./mix-section";
import { QuarantineSection } from "./quarantine-section";
import { Participation } from "./participation";
import { PartNote } from "./part-note";
import { resultsAddress } from "./requested-results";
import { ResultsBody } from "./results-body";
import { ResultsFilterForm } from "./results-filter-form";
import { readResults } from "./read-results";
import { editionBefore } from "./results-view";
import { TakeAwaySection } from "./take-away-section";

interface AllResultsProps {
  readonly staff: Staff;
  readonly edition: Edition;
  readonly editions: readonly Edition[];
  readonly by: Dimension | null;
  readonly filter: ResultsFilter;
  readonly locale: Locale;
}

/** The results of this moment, with the words and what was kept apart, for analysts and administrators. */
export async function AllResults({ staff, edition, editions, by, filter, locale }: AllResultsProps) {
  const before = editionBefore(edition, editions);
  const { doubts, days, groups, lastYear, ...view } = await readResults(staff, { edition, before, by, filter });
  const { results, comparison } = view;
  const of = { edition, filter, locale };
  const whole = resultsAddress({ edition: edition.slug, by, filter: EVERYBODY });
  const flips = doubts.items.some((item) => item.key === OVERALL_ITEM && item.flips);
  const setAside = (as: "excluded" | "on_hold") =>
    doubts.setAside.reduce((sum, { status, count }) => sum + (status === as ? count : 0), 0);
  const head = { ...results, onHold: setAside("on_hold"), excluded: setAside("excluded") };
  const isEmptyPart = results.valid === 0 && isNarrowed(filter);
  return (
    <>
      <EditionHead
        title={translator(locale, "department")("nav.results")}
        {...{ edition, locale }}
        results={head}
        isHere
      />
      <SealNotes {...{ staff, edition, locale }} />
      <ResultsFilterForm {...{ ...of, editions, by }} exportable={results.received > 0} />
      <PartNote {...{ ...of, lastYear, whole }} valid={results.valid} />
      {!isEmptyPart && (
        <ResultsBody {...{ ...view, ...of, flips }}>
          {results.valid < SMALLEST_BASE_FOR_PERCENT ? (
            <Participation {...{ groups, locale }} />
          ) : (
            <MixSection {...{ comparison, locale }} />
          )}
          <CrosstabSection {...{ ...of, results }} k={null} />
        </ResultsBody>
      )}
      <ArrivalsSection {...of} days={days} />
      <DoubtsSection {...{ ...of, doubts, days }} ratings={results.ratings} />
      <QuarantineSection {...{ ...of, results }} />
      {results.valid >= SMALLEST_BASE_FOR_PERCENT && <MethodSection {...{ ...view, ...of }} />}
      {results.valid > 0 && <TakeAwaySection {...of} />}
    </>
  );
}
