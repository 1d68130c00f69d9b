import { SCORES } from "../survey/scale";
import { CHART_MARGIN, CHART_WIDTH, type ChartContent, type ChartRow } from "./chart-content";
import { INK, INK_2, LINE, SCORE_COLOUR } from "./palette";
import { element, label, picture } from "./svg";
import { halfWidth, widthOf, wrapped } from "./wrapped";

/** Smaller words of a chart. */
export const SMALL = { "font-size": 13, fill: INK_2 };
export const LINE_HEIGHT = 20;

const [TITLE_SIZE, TITLE_LINE] = [20, 28];
const INNER_WIDTH = CHART_WIDTH - 2 * CHART_MARGIN;

/** What is drawn of a row whose upper edge is at y, and how high it became. */
export interface DrawnRow {
  readonly height: number;
  readonly parts: readonly string[];
}

/** How a kind of chart draws its columns' heads, with their baseline at y, and its rows. */
export interface ChartKind {
  readonly heads: (y: number) => readonly string[];
  readonly row: (row: ChartRow, y: number) => DrawnRow;
}

/** A whole chart: title, legend and heads above, rows between rules, and below what qualifies the figures. */
export function framedChart(content: ChartContent, kind: ChartKind): string {
  const { title, subtitle, description, rows, notes } = content;
  const titles = wrapped(halfWidth(title), INNER_WIDTH / TITLE_SIZE).map((line, place) =>
    label(line, CHART_MARGIN, 44 + place * TITLE_LINE, { "font-size": TITLE_SIZE, "font-weight": 600 }),
  );
  const top = 24 + titles.length * TITLE_LINE;
  const parts = [...titles, label(subtitle, CHART_MARGIN, top + 12, SMALL), ...legendOf(content, top + 26)];
  parts.push(...kind.heads(top + 68), rule(top + 80, 2, INK));
  let y = top + 84;
  for (const row of rows) {
    const drawn = kind.row(row, y);
    parts.push(...drawn.parts, rule(y + drawn.height - 1, 1, LINE));
    y += drawn.height;
  }
  const lines = notes.flatMap((note) => wrapped(halfWidth(note), INNER_WIDTH / SMALL["font-size"]));
  parts.push(...lines.map((line, place) => label(line, CHART_MARGIN, y + 28 + place * LINE_HEIGHT, SMALL)));
  const height = y + 28 + lines.length * LINE_HEIGHT;
  return picture({ width: CHART_WIDTH, height, title, description }, parts);
}

/** A row's wording and base at the left, in `width` units. */
export function rowWords({ text, base }: ChartRow, y: number, width: number): DrawnRow {
  const lines = wrapped(halfWidth(text), width / 15);
  const words = lines.map((line, place) =>
    label(line, CHART_MARGIN, y + 30 + place * LINE_HEIGHT, { "font-size": 15 }),
  );
  const below = label(base, CHART_MARGIN, y + 30 + lines.length * LINE_HEIGHT, SMALL);
  return { height: 32 + (lines.length + 1) * LINE_HEIGHT, parts: [...words, below] };
}

/** The scores from the worst to the best, as they lie in the bars. */
function legendOf({ scores }: ChartContent, y: number): string[] {
  let x = CHART_MARGIN;
  return SCORES.toReversed().flatMap((score) => {
    const at = x;
    x += 42 + widthOf(scores[score]) * SMALL["font-size"];
    return [
      element("rect", { x: at, y, width: 12, height: 12, fill: SCORE_COLOUR[score] }),
      label(scores[score], at + 18, y + 11, { "font-size": 13 }),
    ];
  });
}

const rule = (y: number, height: number, fill: string) =>
  element("rect", { x: CHART_MARGIN, y, width: INNER_WIDTH, height, fill });
