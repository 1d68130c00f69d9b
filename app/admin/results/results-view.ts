import type { Edition } from "@/db/editions";
import type { Verbatim } from "@/db/verbatims";
import type { YearComparison } from "@/lib/analysis/comparison";
import type { Dimension } from "@/lib/analysis/crosstab";
import { SMALLEST_BASE_FOR_MEAN } from "@/lib/analysis/presentation";
import type { ResultsFilter } from "@/lib/analysis/results-filter";
import type { Results } from "@/lib/analysis/results";
import type { Locale } from "@/lib/locale";
import { slugBefore } from "@/lib/survey/lineage";

/** What every part of the results page shows: one moment of one edition, in one language. */
export interface ResultsView {
  readonly results: Results;
  /** By open item: all of them in a small sample, else the newest. Null for who may read aggregates only. */
  readonly verbatims: Readonly<Record<string, readonly Verbatim[]>> | null;
  /** Beside last year, where there is one to stand beside. */
  readonly comparison: YearComparison | null;
  /** What the overall item says depends on who is counted. */
  readonly flips?: boolean;
  readonly edition: Edition;
  readonly locale: Locale;
  /** Of which part they are; everybody where it is left out. */
  readonly filter?: ResultsFilter;
}

/**
 * How many of an item's words stand on the page: all of a dossier's, enough to read on of a small sample's, and of more
 * a taste; the rest has a page of its own.
 */
export function mostVerbatims(valid: number): number {
  return valid < SMALLEST_BASE_FOR_MEAN ? 10 : 3;
}

/** What is asked for: a round, the one to stand beside it, and by what it is broken down. */
export interface RequestedResults<By = Dimension | null> {
  readonly edition: Edition;
  readonly before: Edition | null;
  readonly by: By;
}

/** What analysts ask for besides: of which part of the answers, and whether last year stands beside. */
export interface AnalysedResults extends RequestedResults {
  readonly filter: ResultsFilter;
}

/** The round of the report before, where there is one. */
export function editionBefore({ slug }: Edition, editions: readonly Edition[]): Edition | null {
  const before = slugBefore(
    slug,
    editions.map((other) => other.slug),
  );
  return editions.find((other) => other.slug === before) ?? null;
}
