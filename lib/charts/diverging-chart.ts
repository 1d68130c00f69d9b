import { CHART_MARGIN, CHART_WIDTH, type ChartContent, type ChartRow, type ChartYear } from "./chart-content";
import { type DrawnRow, SMALL, framedChart, rowWords } from "./chart-frame";
import { type DivergingScale, SMALLEST_LABELLED, divergingScaleOf, segmentsOf } from "./diverging";
import { INK, ON_SCORE, PAPER, SCORE_COLOUR } from "./palette";
import { drawnCounts } from "./rating-rows";
import { SCORES } from "../survey/scale";
import { element, label } from "./svg";
import { wrapped } from "./wrapped";

const [TEXT_WIDTH, BARS_AT, BARS_WIDTH, FIGURE_AT] = [290, 380, 400, 796] as const;
const FIGURE_WIDTH = CHART_WIDTH - CHART_MARGIN - FIGURE_AT;
const [THICK, BETWEEN, THIN] = [28, 5, 14] as const;

/** The core picture, whole: 很差 较差 | 较好 很好 from one zero line, 一般 apart, two years a row (domain.md §3.2). */
export function divergingChart(content: ChartContent): string {
  const scale = divergingScaleOf(drawnCounts(content.rows));
  const { bottom, top, neutral, figure } = content.heads;
  return framedChart(content, {
    heads: (y) => [
      label(bottom, across(scale.zero) - 6, y, { ...SMALL, "text-anchor": "end" }),
      label(top, across(scale.zero) + 6, y, SMALL),
      label(neutral, across(scale.neutralZero), y, SMALL),
      ...linesOf(figure).map((line, place, all) => label(line, FIGURE_AT, y - (all.length - 1 - place) * 16, SMALL)),
    ],
    row: (row, y) => drawnRow(row, scale, content.scores, y),
  });
}

const linesOf = (text: string) => wrapped(text, FIGURE_WIDTH / SMALL["font-size"]);
const across = (hundredths: number) => BARS_AT + (hundredths / 100) * BARS_WIDTH;

function drawnRow(row: ChartRow, scale: DivergingScale, scores: ChartContent["scores"], y: number): DrawnRow {
  const { thisYear, lastYear, change } = row;
  const [bars, figures] = [y + 16, y + 36];
  const changes = linesOf(change);
  const words = rowWords(row, y, TEXT_WIDTH);
  const end = bars + THICK + (lastYear ? BETWEEN + THIN : 0);
  // Counts in the place of a bar that the base does not carry.
  const counted = ({ counts, shares, fraction }: ChartYear, at: number) =>
    shares || !fraction
      ? []
      : [label(SCORES.map((score) => `${scores[score]} ${counts[score]}`).join(" · "), BARS_AT, at, SMALL)];
  const isDrawn = thisYear.shares !== null || lastYear?.shares;
  const axis = (x: number) => element("line", { x1: x, x2: x, y1: bars - 4, y2: end + 4, stroke: INK });
  const last = lastYear && [
    label(lastYear.year, BARS_AT - 12, bars + THICK + BETWEEN + 12, { ...SMALL, "text-anchor": "end" }),
    ...barOf(lastYear, scale, { y: bars + THICK + BETWEEN, height: THIN }),
    ...counted(lastYear, bars + THICK + BETWEEN + 12),
    label(`${lastYear.figure} ${lastYear.fraction}`.trim(), FIGURE_AT, figures + 21, SMALL),
  ];
  return {
    height: Math.max(words.height, end + 16 - y, figures + 36 + changes.length * 18 - y),
    parts: [
      ...words.parts,
      label(thisYear.year, BARS_AT - 12, bars + 19, { "text-anchor": "end", "font-weight": 600 }),
      ...barOf(thisYear, scale, { y: bars, height: THICK, isLabelled: true }),
      ...counted(thisYear, bars + 19),
      ...(last ?? []),
      ...(isDrawn ? [axis(across(scale.zero)), axis(across(scale.neutralZero))] : []),
      label(thisYear.figure, FIGURE_AT, figures, { "font-size": 18, "font-weight": 600 }),
      label(thisYear.fraction, FIGURE_AT + 58, figures, SMALL),
      ...changes.map((line, place) => label(line, FIGURE_AT, figures + 42 + place * 18, SMALL)),
    ],
  };
}

interface Place {
  readonly y: number;
  readonly height: number;
  readonly isLabelled?: boolean;
}

function barOf({ counts, shares }: ChartYear, scale: DivergingScale, { y, height, isLabelled }: Place): string[] {
  if (!shares) return [];
  return segmentsOf(counts, scale).flatMap(({ score, x, width: hundredths }) => {
    const width = (hundredths / 100) * BARS_WIDTH;
    const share = isLabelled ? shares[score] : 0;
    const bar = { x: across(x), y, width, height, fill: SCORE_COLOUR[score], stroke: PAPER, "stroke-width": 2 };
    if (share < SMALLEST_LABELLED) return [element("rect", bar)];
    const centre = { "text-anchor": "middle", "font-size": 13, fill: ON_SCORE[score] };
    return [element("rect", bar), label(`${share}%`, across(x) + width / 2, y + 19, centre)];
  });
}
