import type { Edition } from "@/db/editions";
import { readShownFigures } from "@/db/viewer-figures";
import { compareYears } from "@/lib/analysis/comparison";
import { DIMENSIONS, type Crosstab, type Dimension } from "@/lib/analysis/crosstab";
import { groupsShownInBoth } from "@/lib/analysis/group-mix";
import { resultsOf } from "@/lib/analysis/results";
import { isEnough } from "@/lib/analysis/suppression";
import { publishedCounts } from "@/lib/analysis/suppression-view";
import type { ShownBatch } from "@/lib/batch-words";
import { env } from "@/lib/env";
import type { Staff } from "@/lib/staff";
import type { RequestedResults, ResultsView } from "./results-view";

/** What viewers are shown: the results of a batch, in the place of those of a moment. */
export interface ShownView extends Pick<ResultsView, "results" | "comparison"> {
  readonly since: ShownBatch;
  /** Every breakdown that they may be shown. */
  readonly crosstabs: readonly Crosstab[];
}

/** The figures that viewers may see of a round and beside it of the one before; null while there are none. */
export async function readShownResults(
  staff: Staff,
  { edition, before, by }: RequestedResults<Dimension>,
  now: Date,
): Promise<ShownView | null> {
  const view = await readShown(staff, edition, by, now);
  if (!view) return null;
  const last = before && (await readShown(staff, before, null, now));
  const { form, ...shown } = view;
  const byGroup = (year: typeof last) => year?.crosstabs.find((crosstab) => crosstab.by === "group");
  const [groups, groupsBefore] = groupsShownInBoth(byGroup(view), byGroup(last));
  const comparison = last && compareYears({ form, results: shown.results, groups }, { ...last, groups: groupsBefore });
  return { ...shown, comparison };
}

async function readShown(staff: Staff, edition: Edition, by: Dimension | null, now: Date) {
  const k = env().SMALLEST_CELL;
  const { instrument, shown } = await readShownFigures(staff, edition, k, now);
  // A page of fewer was made while k was smaller.
  if (!shown || !isEnough(shown.figures.total, k)) return null;
  const { figures, shownOn, isBehindSeal } = shown;
  const results = resultsOf(instrument, publishedCounts(figures, { asOf: now, by, k }));
  const crosstabs = DIMENSIONS.flatMap((one) => publishedCounts(figures, { asOf: now, by: one, k }).crosstab ?? []);
  const since = { batch: figures.batch, shownOn, isBehindSeal };
  return { results, crosstabs, form: { slug: edition.slug, instrument }, since };
}
