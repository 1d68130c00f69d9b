import { BarChart } from "echarts/charts";
import { GridComponent, LegendComponent, TitleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { CHART_MARGIN, CHART_WIDTH } from "./chart-content";
import { LINE_HEIGHT, SMALL } from "./chart-frame";
import { CHART_FACE, INK, INK_2, LINE, PAPER } from "./palette";
import { element, label, textIn } from "./svg";
import { halfWidth, widthOf, wrapped } from "./wrapped";

use([BarChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

/** How many answers came in each week or month, by channel: `counts` as many as `periods`. */
export interface DrawnArrivals {
  /** Each one's first day or month in words, and a year where one begins. */
  readonly periods: readonly { readonly name: string; readonly year: string | null }[];
  readonly channels: readonly { readonly name: string; readonly counts: readonly number[] }[];
}

/** The colours of a chart of arrivals: values, or on a page its custom properties. Channels have greys of their own. */
export interface ArrivalsColours {
  readonly ink: string;
  readonly words: string;
  readonly line: string;
  readonly paper: string;
  readonly channels: readonly string[];
}

/** So many channels are told apart. */
export const MOST_SHADES = 4;

/** On white, for a chart that leaves the page: neighbours differ in grey, and none is a score's colour. */
const ON_WHITE: ArrivalsColours = {
  ink: INK,
  words: INK_2,
  line: LINE,
  paper: PAPER,
  channels: ["#14201b", "#b7c2bd", "#5f6b65", PAPER],
};

/** What is said with a picture of arrivals; notes stand below it where it leaves the page. */
export interface ArrivalsWords {
  readonly title: string;
  readonly description: string;
  readonly notes?: readonly string[];
}

/** How a chart of arrivals is drawn: as one that leaves the page, where nothing else is said. */
export interface ArrivalsLook {
  readonly colours?: ArrivalsColours;
  /** In units; its words are of one size, whatever it is. */
  readonly width?: number;
  /** Whether its title is drawn, and not only spoken. */
  readonly isTitled?: boolean;
}

const [TITLE_SIZE, TITLE_LINE] = [18, 26];

/**
 * The picture of arrivals by week or month and channel, as an SVG; drawn by ECharts without a browser. A title and a
 * description are what a screen reader says of it. Every bar has an outline of ink, so that the lightest is seen too.
 */
export function arrivalsChart(
  { periods, channels }: DrawnArrivals,
  { title, description, notes = [] }: ArrivalsWords,
  { colours = ON_WHITE, width = CHART_WIDTH, isTitled = true }: ArrivalsLook = {},
): string {
  const inner = width - 2 * CHART_MARGIN;
  const titles = isTitled ? wrapped(halfWidth(title), inner / TITLE_SIZE) : [];
  const below = notes.flatMap((note) => wrapped(halfWidth(note), inner / SMALL["font-size"]));
  const above = titles.length * TITLE_LINE;
  const plotted = 274 + above;
  const height = plotted + (below.length === 0 ? 0 : 16 + below.length * LINE_HEIGHT);
  const labelled = labelledPlaces(periods);
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  const text = { color: colours.words, fontSize: SMALL["font-size"], fontFamily: CHART_FACE };
  const axis = { axisLabel: text, axisTick: { show: false } };
  chart.setOption({
    animation: false,
    backgroundColor: colours.paper,
    color: [...colours.channels],
    title: {
      text: titles.join("\n"),
      left: 12,
      top: 8,
      textStyle: { color: colours.ink, fontSize: TITLE_SIZE, lineHeight: TITLE_LINE, fontFamily: CHART_FACE },
    },
    legend: { left: 12, top: 14 + above, itemWidth: 12, itemHeight: 12, textStyle: text },
    grid: {
      left: 16,
      right: 16,
      top: 54 + above,
      bottom: height - plotted + 12,
      outerBounds: { left: 12, right: 12, top: 46 + above, bottom: height - plotted + 8 },
    },
    xAxis: {
      type: "category",
      data: periods.map(({ name, year }) => (year === null ? name : `${name}\n${year}`)),
      axisTick: { show: false },
      axisLabel: { ...text, lineHeight: 18, interval: (place: number) => labelled.has(place) },
      axisLine: { lineStyle: { color: colours.ink } },
    },
    yAxis: { type: "value", minInterval: 1, ...axis, splitLine: { lineStyle: { color: colours.line } } },
    series: channels.map(({ name, counts }) => ({
      name,
      type: "bar",
      stack: "all",
      barMaxWidth: 28,
      itemStyle: { borderColor: colours.ink, borderWidth: 1 },
      // An outline of nothing would be a line upon its neighbour.
      data: counts.map((count) => (count === 0 ? "-" : count)),
    })),
  });
  // Its style sheet is for a pointer's hover alone, and a page's policy may forbid styles within elements.
  const svg = chart
    .renderToSVGString()
    .replace(/<style[^]*?<\/style>/, "")
    .replaceAll(/ style="([^"]*)"/g, (_, style: string) => asAttributes(style));
  chart.dispose();
  const named = element("title", {}, textIn(title)) + element("desc", {}, textIn(description));
  const noted = below.map((line, place) => label(line, 14, plotted + 24 + place * LINE_HEIGHT, NOTE));
  return svg.replace(">", ` role="img">${named}`).replace(/<\/svg>\s*$/, `${noted.join("")}</svg>`);
}

const NOTE = { ...SMALL, "font-family": CHART_FACE };

/** So many names stand beside one another in a whole width, each in so many units. */
const [MOST_NAMES, NAME_WIDTH] = [13, 72];

/** How wide a chart of few periods is, for each to be named and its channels to stand in one line: at most whole. */
export function widthNeeded({ periods, channels }: DrawnArrivals): number {
  const legend = channels
    .map(({ name }) => 28 + widthOf(name) * SMALL["font-size"])
    .reduce((sum, one) => sum + one, 24);
  return Math.ceil(Math.min(CHART_WIDTH, Math.max(NARROWEST, legend, 64 + periods.length * NAME_WIDTH)));
}
/** Whole on a telephone. */
const NARROWEST = 320;

/** Which periods are named on the axis: those with a year, and between them as many as have room. */
function labelledPlaces(periods: DrawnArrivals["periods"]): ReadonlySet<number> {
  const step = Math.ceil(periods.length / MOST_NAMES);
  const years = periods.flatMap(({ year }, place) => (year === null ? [] : [place]));
  const isNear = (place: number, other: number) => Math.abs(place - other) < step;
  const named = years.filter((place) => !years.some((later) => later > place && isNear(place, later)));
  for (const place of periods.keys()) if (!named.some((other) => isNear(place, other))) named.push(place);
  return new Set(named);
}

/** `font-size:13px;font-weight:bold;` as attributes of an SVG element. */
function asAttributes(style: string): string {
  const pairs = style.split(";").map((rule) => rule.split(":"));
  return pairs.flatMap(([name, value]) => (name && value ? [` ${name}="${value}"`] : [])).join("");
}
