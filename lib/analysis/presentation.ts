import { FEW_BELOW } from "./coverage";
import { SMALLEST_BASE_FOR_PERCENT } from "./share";

/** From this base on a mean stands second, and two years are tested (domain notes §3.1). */
export const SMALLEST_BASE_FOR_MEAN = 30;

/**
 * How much a base carries: nothing; a few answers, told to the department alone and to nobody by group (1–4); counts,
 * each answer a dot (5–9); whole percentages, marked as a small sample (10–29); everything.
 */
export type Carries = "nothing" | "few" | "counts" | "small" | "everything";

/** What two years say of each other: nothing, both counts, the interval of the difference, that and a test. */
export type YearOnYear = "nothing" | "counts" | "interval" | "test";

/** What may be shown of a base; counts always, where there are any. */
export interface Presentation {
  readonly carries: Carries;
  /** Whole percentages, with 好评率 and 差评率. */
  readonly percent: boolean;
  /** With the quartiles. */
  readonly median: boolean;
  /** On the screen, never in what is published. */
  readonly interval: boolean;
  readonly mean: boolean;
}

/** What may be shown of an item or a group with so many answers (domain notes §3.1). */
export function presentationOf(base: number): Presentation {
  const carries = carriedBy(base);
  const percent = carries === "small" || carries === "everything";
  return {
    carries,
    percent,
    median: percent,
    interval: percent,
    mean: carries === "everything",
  };
}

/** What two years' bases say of each other: as much as the smaller one carries (domain notes §3.4). */
export function yearOnYearOf(now: number, before: number): YearOnYear {
  const YEARS = { nothing: "nothing", few: "counts", counts: "counts", small: "interval", everything: "test" } as const;
  return YEARS[carriedBy(Math.min(now, before))];
}

/**
 * What is said first of the results of so many valid answers, wherever they are shown: that they are a dossier of counts
 * (1–9), a small sample (10–29); null for nobody, whose page says so, and where nothing needs to be said.
 */
export function cautionOf(valid: number): "dossier" | "small" | null {
  const CAUTIONS = { nothing: null, few: "dossier", counts: "dossier", small: "small", everything: null } as const;
  return CAUTIONS[carriedBy(valid)];
}

/** A p value as it is written: three decimals, and never 0.000. */
export const pText = (p: number): string => (p < 0.001 ? "<0.001" : p.toFixed(3));

function carriedBy(base: number): Carries {
  if (base === 0) return "nothing";
  if (base < FEW_BELOW) return "few";
  if (base < SMALLEST_BASE_FOR_PERCENT) return "counts";
  return base < SMALLEST_BASE_FOR_MEAN ? "small" : "everything";
}
