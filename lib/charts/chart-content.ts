import type { Score } from "../survey/scale";
import type { ScoreCounts } from "./diverging";

/** One year's bar: the words beside it are the page's own, so that chart and page never differ. */
export interface ChartYear {
  /** E.g. `2025`; empty where the chart shows one year only. */
  readonly year: string;
  readonly counts: ScoreCounts;
  /** Whole percentages by score; null where the base carries none: then there is no bar, only counts. */
  readonly shares: Readonly<Record<Score, number>> | null;
  /** 好评率, e.g. `73%`, and what it is made of, e.g. `43/59`. */
  readonly figure: string;
  readonly fraction: string;
}

export interface ChartRow {
  readonly text: string;
  /** E.g. `n=59，未作答 1`. */
  readonly base: string;
  readonly thisYear: ChartYear;
  readonly lastYear: ChartYear | null;
  /** The change in words; empty without one. */
  readonly change: string;
}

/** A chart that leaves the page: everything that it says in words, and the rows in the form's order. */
export interface ChartContent {
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  readonly scores: Readonly<Record<Score, string>>;
  readonly heads: { readonly bottom: string; readonly top: string; readonly neutral: string; readonly figure: string };
  readonly rows: readonly ChartRow[];
  /** What qualifies the figures, below the chart: state, as of, self-selection. */
  readonly notes: readonly string[];
}

/** The width of every chart that leaves the page, in units; lib/charts/font and the page's PNG are made for it. */
export const CHART_WIDTH = 1000;
/** White at both sides. */
export const CHART_MARGIN = 24;
