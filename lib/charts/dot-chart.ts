import { SCORES, type Score } from "../survey/scale";
import { CHART_MARGIN, type ChartContent, type ChartRow, type ChartYear } from "./chart-content";
import { type DrawnRow, LINE_HEIGHT, SMALL, framedChart, rowWords } from "./chart-frame";
import { SCORE_COLOUR } from "./palette";
import { dotsOf } from "./dots";
import { element, label } from "./svg";
import { wrapped } from "./wrapped";

const [TEXT_WIDTH, YEAR_AT, DOTS_AT, COLUMN, FIGURE_AT] = [290, 378, 392, 104, 920] as const;
// Nine dots end within their column, a gap before the next count.
const [RADIUS, STEP, FIRST] = [4.2, 9.2, 16] as const;

/**
 * The picture of a year with fewer than ten answers: each answer a dot in its score's column, filled this year and a
 * ring last year, its count before it, alone where last year's are too many. Nothing in it looks like a rate (domain.md §3.1).
 */
export function dotChart(content: ChartContent): string {
  return framedChart(content, {
    heads: (y) => [
      ...SCORES.map((score, place) => label(content.scores[score], DOTS_AT + place * COLUMN, y, SMALL)),
      label(content.heads.top, FIGURE_AT, y, SMALL),
    ],
    row: drawnRow,
  });
}

function drawnRow(row: ChartRow, y: number): DrawnRow {
  const words = rowWords(row, y, TEXT_WIDTH);
  const { thisYear, lastYear, change } = row;
  const baseline = y + 31;
  const changes = change === "" ? [] : wrapped(change, TEXT_WIDTH / SMALL["font-size"]);
  const belowWords = y + words.height - 2;
  return {
    height: Math.max(words.height + changes.length * LINE_HEIGHT, baseline + (lastYear ? LINE_HEIGHT : 0) + 18 - y),
    parts: [
      ...words.parts,
      ...changes.map((line, place) => label(line, CHART_MARGIN, belowWords + place * LINE_HEIGHT, SMALL)),
      ...yearOf(thisYear, baseline, { "font-weight": 600 }, filled),
      ...(lastYear ? yearOf(lastYear, baseline + LINE_HEIGHT, SMALL, ring) : []),
    ],
  };
}

type Words = Readonly<Record<string, string | number>>;
type Dot = (score: Score) => Words;

const filled: Dot = (score) => ({ r: RADIUS, fill: SCORE_COLOUR[score] });
const ring: Dot = (score) => ({ r: RADIUS - 1, fill: "none", stroke: SCORE_COLOUR[score], "stroke-width": 2 });

function yearOf({ year, counts, fraction }: ChartYear, y: number, words: Words, dot: Dot): string[] {
  const columns = SCORES.flatMap((score, place) => {
    const x = DOTS_AT + place * COLUMN;
    const dots = Array.from({ length: dotsOf(counts[score]) }, (_, nth) =>
      element("circle", { cx: x + FIRST + nth * STEP, cy: y - 5, ...dot(score) }),
    );
    return [label(String(counts[score]), x, y, words), ...dots];
  });
  return [
    label(year, YEAR_AT - 12, y, { ...words, "text-anchor": "end" }),
    ...columns,
    label(fraction, FIGURE_AT, y, words),
  ];
}
