import { SCORES, type Score } from "../survey/scale";

/** How often each score was chosen. */
export type ScoreCounts = Readonly<Record<Score, number>>;

/** Where the parts of a diverging chart lie, in hundredths of its width; all its rows share one, so that lengths compare. */
export interface DivergingScale {
  /** The line that parts 较差 and 很差 on its left from 较好 and 很好 on its right. */
  readonly zero: number;
  /** Where 一般 begins, in a column of its own. */
  readonly neutralZero: number;
  /** The width of one percent of a row's answers. */
  readonly perPercent: number;
}

/** One score's part of a bar, in hundredths of the chart's width. */
export interface Segment {
  readonly score: Score;
  readonly x: number;
  readonly width: number;
}

/** Both poles' longest bars are rounded up to this many percent, so that a new answer seldom moves the zero line. */
const ROUND_TO = 5;
/** Between the good answers and the column of 一般, in percent. */
const GAP = 5;

const baseOf = (counts: ScoreCounts) => SCORES.reduce((sum, score) => sum + counts[score], 0);

/** The scale that holds every row, of both years; rows without an answer ask for no room. */
export function divergingScaleOf(rows: readonly ScoreCounts[]): DivergingScale {
  const widest = (scores: readonly Score[]) => {
    const percents = rows.map((counts) => {
      const base = baseOf(counts);
      return base === 0 ? 0 : (100 * scores.reduce((sum, score) => sum + counts[score], 0)) / base;
    });
    return Math.max(ROUND_TO, ROUND_TO * Math.ceil(Math.max(0, ...percents) / ROUND_TO));
  };
  const [left, right, neutral] = [widest([1, 2]), widest([4, 5]), widest([3])];
  const perPercent = 100 / (left + right + GAP + neutral);
  return { zero: left * perPercent, neutralZero: (left + right + GAP) * perPercent, perPercent };
}

/** A row's bars on the scale, from left to right and 一般 last; a score that nobody chose has none. */
export function segmentsOf(counts: ScoreCounts, { zero, neutralZero, perPercent }: DivergingScale): Segment[] {
  const base = baseOf(counts);
  if (base === 0) return [];
  const width = (score: Score) => ((100 * counts[score]) / base) * perPercent;
  const segments = [
    { score: 1 as const, x: zero - width(2) - width(1) },
    { score: 2 as const, x: zero - width(2) },
    { score: 4 as const, x: zero },
    { score: 5 as const, x: zero + width(4) },
    { score: 3 as const, x: neutralZero },
  ];
  return segments
    .filter(({ score }) => counts[score] > 0)
    .map((segment) => ({ ...segment, width: width(segment.score) }));
}

/** From so many percent on a segment is wide enough to carry its percentage. */
export const SMALLEST_LABELLED = 8;
