import type { ReactNode } from "react";
import { Caution } from "@/app/_ui/desk/caution";
import { cautionOf } from "@/lib/analysis/presentation";
import { EVERYBODY, isNarrowed } from "@/lib/analysis/results-filter";
import { SMALLEST_BASE_FOR_PERCENT } from "@/lib/analysis/share";
import { cautionWords } from "@/lib/caution-words";
import { DossierTable } from "./dossier-table";
import { DraftMark } from "./draft-mark";
import { Headline } from "./headline";
import { NoResults } from "./no-results";
import { RatingBars } from "./rating-bars";
import { RatingTable } from "./rating-table";
import type { ResultsView } from "./results-view";
import { VerbatimSection } from "./verbatim-section";

interface ResultsBodyProps extends ResultsView {
  /** Who responded, and how each of them: after the words of few, and before the words of many. */
  readonly children?: ReactNode;
}

/** The results as their number allows: nothing yet, a dossier of counts, or percentages with or without a caution. */
export function ResultsBody({ children, ...view }: ResultsBodyProps) {
  const { valid } = view.results;
  const isPart = isNarrowed(view.filter ?? EVERYBODY);
  const caution = cautionWords(valid, isPart, view.locale);
  if (valid === 0) return <NoResults {...view} />;
  if (valid < SMALLEST_BASE_FOR_PERCENT)
    return (
      <>
        <DraftMark {...view} />
        <Caution>{caution}</Caution>
        <DossierTable {...view} />
        <VerbatimSection {...view} />
        {children}
      </>
    );
  const isSmall = cautionOf(valid) === "small";
  return (
    <>
      <DraftMark {...view} />
      {caution && <Caution>{caution}</Caution>}
      <Headline {...view} />
      <RatingBars {...view} />
      <RatingTable {...view} />
      {!isSmall && children}
      <VerbatimSection {...view} />
      {isSmall && children}
    </>
  );
}
