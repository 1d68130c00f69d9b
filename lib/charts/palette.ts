import type { Score } from "../survey/scale";

/** The colours of a chart that leaves the page, on white: those of app/_ui/tokens.css in light. */
export const INK = "#14201b";
export const INK_2 = "#46534d";
export const LINE = "#cbd3cf";
export const PAPER = "#ffffff";

export const SCORE_COLOUR: Readonly<Record<Score, string>> = {
  5: "#17497a",
  4: "#4c90c9",
  3: "#7c827f",
  2: "#cb7a24",
  1: "#8a3b08",
};

/** What is legible on a score's colour, at least 4.5 : 1. */
export const ON_SCORE: Readonly<Record<Score, string>> = {
  5: "#ffffff",
  4: "#0b1512",
  3: "#0b1512",
  2: "#0b1512",
  1: "#ffffff",
};

/** The face that `lib/charts/font` brings; elsewhere whatever Chinese face the machine has. */
export const CHART_FACE = "Noto Sans CJK SC, Noto Sans SC, Microsoft YaHei, PingFang SC, sans-serif";
