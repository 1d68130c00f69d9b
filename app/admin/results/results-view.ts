import { mayActAs } from "@/app/_session/staff";
import type { Edition } from "@/db/editions";
import { withEditionSnapshot } from "@/db/snapshot";
import type { Verbatim } from "@/db/verbatims";
import { type Results, resultsOf } from "@/lib/analysis/results";
import { SMALLEST_BASE_FOR_PERCENT } from "@/lib/analysis/share";
import type { Locale } from "@/lib/locale";
import type { Staff } from "@/lib/staff";

/** What every part of the results page shows: one moment of one edition, in one language. */
export interface ResultsView {
  readonly results: Results;
  /** By open item: all of them in a small sample, else the newest. Null for who may read aggregates only. */
  readonly verbatims: Readonly<Record<string, readonly Verbatim[]>> | null;
  readonly edition: Edition;
  readonly locale: Locale;
}

/** Few enough to read on from the figures; the rest has a page of its own. */
export const NEWEST_VERBATIMS = 10;

/** Reads the figures and the words beside them in one snapshot, so that they agree while answers arrive. */
export function readResults(staff: Staff, edition: Edition): Promise<Pick<ResultsView, "results" | "verbatims">> {
  return withEditionSnapshot(staff, edition.id, async ({ counts, instrument, verbatims }) => {
    const results = resultsOf(instrument, counts);
    if (!mayActAs(staff, "analyst")) return { results, verbatims: null };
    const limit = results.valid < SMALLEST_BASE_FOR_PERCENT ? SMALLEST_BASE_FOR_PERCENT : NEWEST_VERBATIMS;
    const texts: Record<string, readonly Verbatim[]> = {};
    for (const { key } of results.open) texts[key] = await verbatims(key, { limit });
    return { results, verbatims: texts };
  });
}
