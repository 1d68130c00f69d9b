import type { Edition } from "@/db/editions";
import type { Verbatim } from "@/db/verbatims";
import type { YearComparison } from "@/lib/analysis/comparison";
import type { Dimension } from "@/lib/analysis/crosstab";
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

/** The round of the report before, where there is one. */
export function editionBefore({ slug }: Edition, editions: readonly Edition[]): Edition | null {
  const before = slugBefore(
    slug,
    editions.map((other) => other.slug),
  );
  return editions.find((other) => other.slug === before) ?? null;
}
