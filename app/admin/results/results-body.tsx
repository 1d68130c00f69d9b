import { Caution } from "@/app/_ui/desk/caution";
import { SMALLEST_BASE_FOR_PERCENT } from "@/lib/analysis/share";
import { translator } from "@/lib/messages/translator";
import { DossierTable } from "./dossier-table";
import { Headline } from "./headline";
import { NoResults } from "./no-results";
import { RatingBars } from "./rating-bars";
import { RatingTable } from "./rating-table";
import type { ResultsView } from "./results-view";
import { VerbatimSection } from "./verbatim-section";

/** Below this many valid responses percentages come with a caution (domain notes §3.1). */
const CAUTION_BELOW = 30;

/** The results as their number allows: nothing yet, a dossier of counts, or percentages with or without a caution. */
export function ResultsBody(view: ResultsView) {
  const t = translator(view.locale, "department");
  const { valid } = view.results;
  if (valid === 0) return <NoResults {...view} />;
  if (valid < SMALLEST_BASE_FOR_PERCENT)
    return (
      <>
        <Caution>{t("sample.dossier", { n: valid, percentFrom: SMALLEST_BASE_FOR_PERCENT })}</Caution>
        <DossierTable {...view} />
        <VerbatimSection {...view} />
      </>
    );
  return (
    <>
      {valid < CAUTION_BELOW && <Caution>{t("sample.small")}</Caution>}
      <Headline {...view} />
      <RatingBars {...view} />
      <RatingTable {...view} />
      <VerbatimSection {...view} />
    </>
  );
}
