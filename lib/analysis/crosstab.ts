import { LOCALES } from "../locale";
import { STAKEHOLDER_GROUPS } from "../survey/stakeholder-group";
import { type Tally, distributionsOf, isWithin, minus, plus, tallyOf } from "./crosstab-tally";
import { type RatingFigures, ratingFigures } from "./rating-figures";

/** By what ratings are broken down, one at a time: two at once would make cells of single people. */
export const DIMENSIONS = ["group", "channel", "language"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The dimension of a name, or null. */
export function findDimension(name: unknown): Dimension | null {
  return DIMENSIONS.find((dimension) => dimension === name) ?? null;
}

/** The answers that have a value in a dimension: a group, a channel's code, a language; null is none. */
export interface DimensionTally {
  readonly value: string | null;
  readonly tally: Tally;
}

/** The answers of one value, item by item in the order of the instrument's rating items, as their bases carry them. */
export interface CrosstabRow {
  readonly value: string | null;
  readonly n: number;
  readonly ratings: readonly RatingFigures[];
}

/** Ratings by a dimension. Its rows and the rest are disjoint, and together they are everybody counted. */
export interface Crosstab {
  readonly by: Dimension;
  readonly rows: readonly CrosstabRow[];
  /** Those who are in no row, for whoever may not see each of them; null where every answer is in a row. */
  readonly rest: Omit<CrosstabRow, "value"> | null;
}

/** Every value with its answers, those of no value last; a value's tallies add up. For analysts. */
export function crosstabOf(by: Dimension, answers: readonly DimensionTally[]): Crosstab {
  const tallies = new Map<string | null, Tally>();
  for (const { value, tally } of answers) {
    const sum = tallies.get(value);
    tallies.set(value, sum ? plus(sum, tally) : tally);
  }
  const values = inOrder(by, [...tallies.keys()]);
  return { by, rows: values.flatMap((value) => rowsOf(value, tallies.get(value))), rest: null };
}

/** Some cells of a whole, and all the others in one. Null where they are not within the whole. */
export function crosstabOfCells(by: Dimension, cells: readonly DimensionTally[], whole: Tally): Crosstab | null {
  const none = tallyOf([], whole.items.length);
  const rest = minus(whole, cells.map(({ tally }) => tally).reduce(plus, none));
  if (!isWithin(none, rest)) return null;
  const tallies = new Map<string | null, Tally>(cells.map(({ value, tally }) => [value, tally]));
  const rows = inOrder(by, [...tallies.keys()]).flatMap((value) => rowsOf(value, tallies.get(value)));
  return { by, rows, rest: { n: rest.n, ratings: figuresOf(rest) } };
}

function rowsOf(value: string | null, tally: Tally | undefined): CrosstabRow[] {
  return tally ? [{ value, n: tally.n, ratings: figuresOf(tally) }] : [];
}

const figuresOf = (tally: Tally) => distributionsOf(tally).map(ratingFigures);

/** Groups as the report has them, languages ours first, channels by code; none is last. */
function inOrder(by: Dimension, values: readonly (string | null)[]): (string | null)[] {
  const known: readonly string[] = by === "group" ? STAKEHOLDER_GROUPS : by === "language" ? LOCALES : [];
  const rank = (value: string | null) => (value === null ? Infinity : known.indexOf(value));
  return values.toSorted((a, b) => {
    const [one, other] = [rank(a), rank(b)];
    return one === other ? (a ?? "").localeCompare(b ?? "", "en") : one - other;
  });
}
