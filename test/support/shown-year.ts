import { compareYears } from "@/lib/analysis/comparison";
import type { RatingPattern } from "@/lib/analysis/patterns";
import { resultsOf } from "@/lib/analysis/results";
import type { Locale } from "@/lib/locale";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";

const asOf = new Date("2026-11-23T07:04:59Z");
export const { instrument } = JINCHEN_2024;
export const thisYear: RatingPattern[] = [
  { ratings: [5, 4, 3, null, 5], count: 24 },
  { ratings: [4, 2, 1, 5, 4], count: 11 },
];
export const lastYear: RatingPattern[] = [{ ratings: [5, 5, 2, 4, 3], count: 30 }];
export const results = (patterns: RatingPattern[]) => {
  const received = patterns.reduce((sum, { count }) => sum + count, 0);
  return resultsOf(instrument, { asOf, received, patterns, verbatims: {}, quarantined: {} });
};
/** What a results page of these answers shows beside last year, to be taken away. */
export const shownOf = (patterns: RatingPattern[], locale: Locale = "zh-CN", state: "open" | "sealed" = "open") => {
  const now = { form: { slug: "2025", instrument }, results: results(patterns), groups: [] };
  const before = { form: { slug: "2024", instrument }, results: results(lastYear), groups: [] };
  const edition = { ...JINCHEN_2024, state };
  return { edition, slug: "2025", results: now.results, comparison: compareYears(now, before), locale };
};
