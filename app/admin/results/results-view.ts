import { noteAct } from "@/db/audit";
import type { Edition } from "@/db/editions";
import { withEditionSnapshot } from "@/db/snapshot";
import type { Verbatim } from "@/db/verbatims";
import { type Dimension, crosstabOf } from "@/lib/analysis/crosstab";
import { type YearComparison, compareYears } from "@/lib/analysis/comparison";
import { type Results, resultsOf } from "@/lib/analysis/results";
import { SMALLEST_BASE_FOR_PERCENT } from "@/lib/analysis/share";
import type { Locale } from "@/lib/locale";
import type { Staff } from "@/lib/staff";
import { ratingItemsOf } from "@/lib/survey/instrument";
import { slugBefore } from "@/lib/survey/lineage";

/** What every part of the results page shows: one moment of one edition, in one language. */
export interface ResultsView {
  readonly results: Results;
  /** By open item: all of them in a small sample, else the newest. Null for who may read aggregates only. */
  readonly verbatims: Readonly<Record<string, readonly Verbatim[]>> | null;
  /** Beside last year, where there is one to stand beside. */
  readonly comparison: YearComparison | null;
  readonly edition: Edition;
  readonly locale: Locale;
}

/** Few enough to read on from the figures; the rest has a page of its own. */
export const NEWEST_VERBATIMS = 10;

/** What is asked for: a round, the one to stand beside it, and by what it is broken down. */
export interface RequestedResults<By = Dimension | null> {
  readonly edition: Edition;
  readonly before: Edition | null;
  readonly by: By;
}

/**
 * Reads the figures and the words beside them in one snapshot, so that they agree while answers arrive. For analysts;
 * viewers get theirs from `readShownResults`. A breakdown that is asked for is noted in the audit log.
 */
export async function readResults(
  staff: Staff,
  { edition, before, by }: RequestedResults,
): Promise<Pick<ResultsView, "results" | "verbatims" | "comparison">> {
  if (by) await noteAct(staff, { act: "crosstab.viewed", subject: edition.slug, after: { breakdown: by } });
  const now = await withEditionSnapshot(staff, edition.id, async ({ counts, instrument, patternsBy, verbatims }) => {
    const crosstab = by && crosstabOf(by, await patternsBy(by), ratingItemsOf(instrument).length);
    const results = resultsOf(instrument, { ...counts, crosstab });
    const form = { slug: edition.slug, instrument };
    const limit = results.valid < SMALLEST_BASE_FOR_PERCENT ? SMALLEST_BASE_FOR_PERCENT : NEWEST_VERBATIMS;
    const texts: Record<string, readonly Verbatim[]> = {};
    for (const { key } of results.open) texts[key] = await verbatims(key, { limit });
    return { results, form, verbatims: texts };
  });
  const { results, form, verbatims } = now;
  if (!before || results.valid === 0) return { results, verbatims, comparison: null };
  const last = await withEditionSnapshot(staff, before.id, async ({ counts, instrument }) => ({
    results: resultsOf(instrument, counts),
    form: { slug: before.slug, instrument },
  }));
  const comparison = compareYears({ form, results, groups: [] }, { ...last, groups: [] });
  return { results, verbatims, comparison: last.results.valid === 0 ? null : comparison };
}

/** The round of the report before, where there is one. */
export function editionBefore({ slug }: Edition, editions: readonly Edition[]): Edition | null {
  const before = slugBefore(
    slug,
    editions.map((other) => other.slug),
  );
  return editions.find((other) => other.slug === before) ?? null;
}
