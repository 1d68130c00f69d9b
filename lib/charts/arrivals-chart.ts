import { BarChart } from "echarts/charts";
import { GridComponent, LegendComponent, TitleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { CHART_WIDTH } from "./chart-content";
import { CHART_FACE, INK, INK_2, LINE, PAPER } from "./palette";
import { element, textIn } from "./svg";

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

/** On white, for a chart that leaves the page: neighbours differ in grey, and none is a score's colour. */
const ON_WHITE: ArrivalsColours = {
  ink: INK,
  words: INK_2,
  line: LINE,
  paper: PAPER,
  channels: ["#14201b", "#98a49f", "#5f6b65", "#cbd3cf"],
};

/**
 * The picture of arrivals by week or month and channel, as an SVG of 1000 units; drawn by ECharts without a browser. A title and a
 * description are what a screen reader says of it.
 */
export function arrivalsChart(
  { periods, channels }: DrawnArrivals,
  words: { readonly title: string; readonly description: string },
  colours: ArrivalsColours = ON_WHITE,
): string {
  const labelled = labelledPlaces(periods);
  const chart = init(null, null, { renderer: "svg", ssr: true, width: CHART_WIDTH, height: 300 });
  const text = { color: colours.words, fontSize: 13, fontFamily: CHART_FACE };
  const axis = { axisLabel: text, axisTick: { show: false } };
  chart.setOption({
    animation: false,
    backgroundColor: colours.paper,
    color: [...colours.channels],
    title: {
      text: words.title,
      left: 12,
      top: 8,
      textStyle: { color: colours.ink, fontSize: 18, fontFamily: CHART_FACE },
    },
    legend: { left: 12, top: 40, itemWidth: 12, itemHeight: 12, textStyle: text },
    grid: { left: 16, right: 16, top: 80, bottom: 12, outerBounds: { left: 12, right: 12, top: 72, bottom: 8 } },
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
      data: [...counts],
    })),
  });
  // Its style sheet is for a pointer's hover alone, and a page's policy may forbid styles within elements.
  const svg = chart
    .renderToSVGString()
    .replace(/<style[^]*?<\/style>/, "")
    .replaceAll(/ style="([^"]*)"/g, (_, style: string) => asAttributes(style));
  chart.dispose();
  const named = element("title", {}, textIn(words.title)) + element("desc", {}, textIn(words.description));
  return svg.replace(">", ` role="img">${named}`);
}

/** So many names stand beside one another. */
const MOST_NAMES = 13;

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
