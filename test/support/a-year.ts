import type { ComparedYear } from "@/lib/analysis/comparison";
import { distributionOf } from "@/lib/analysis/distribution";
import type { RatingPattern } from "@/lib/analysis/patterns";
import { resultsOf } from "@/lib/analysis/results";
import type { Instrument } from "@/lib/survey/instrument";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import type { Rating } from "@/lib/survey/scale";
import type { StakeholderGroup } from "@/lib/survey/stakeholder-group";

/** So many answers that rate every one of the five items alike. */
export const alike = (rating: Rating, count: number): RatingPattern => ({
  ratings: [rating, rating, rating, rating, rating],
  count,
});

/** So many answers of 较好 among so many, the others 较差, by every item. */
export const positive = (part: number, base: number): RatingPattern[] => [alike(4, part), alike(2, base - part)];

/** The answers of a group. */
export interface Group {
  readonly value: StakeholderGroup | null;
  readonly patterns: readonly RatingPattern[];
}

/** The answers of a group: `by("customer", alike(5, 7))`. */
export const by = (value: StakeholderGroup | null, ...patterns: RatingPattern[]): Group => ({ value, patterns });

/** Groups as rows of a crosstab of so many rating items. */
export const rowsBy = (groups: readonly Group[], items = 5): ComparedYear["groups"] =>
  groups.map(({ value, patterns }) => ({
    value,
    n: patterns.reduce((sum, { count }) => sum + count, 0),
    ratings: Array.from({ length: items }, (_, place) => distributionOf(patterns, place)),
  }));

/** A year of the built-in form, with its answers by group. */
export function aYear(slug: string, groups: readonly Group[], form?: Instrument): ComparedYear {
  const instrument = form ?? JINCHEN_2024.instrument;
  const patterns = groups.flatMap((group) => group.patterns);
  const counts = { asOf: new Date("2026-11-23T08:00:00Z"), received: 0, patterns, verbatims: {}, quarantined: {} };
  return { form: { slug, instrument }, results: resultsOf(instrument, counts), groups: rowsBy(groups) };
}
