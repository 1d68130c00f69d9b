import type { Arrivals } from "../analysis/arrivals";
import type { Locale } from "../locale";
import { minuteIn } from "../messages/calendar";
import { translator } from "../messages/translator";
import type { EditionDefinition } from "../survey/edition";
import { isSealed } from "../survey/edition-life";
import { arrivalsChart } from "./arrivals-chart";
import { type ArrivalsTable, arrivalsContent } from "./arrivals-content";

/** What a picture of arrivals that leaves the page is made of: the page's own counts, and the round that they are of. */
export interface ChartedArrivals {
  readonly edition: Pick<EditionDefinition, "reportTitle" | "timeZone" | "state" | "channels">;
  readonly arrivals: Arrivals;
  readonly asOf: Date;
  readonly locale: Locale;
  /** Of which part of the answers, in words; empty for everybody. */
  readonly part: string;
  /** Of the demo: the picture says so. */
  readonly isDemo: boolean;
}

/** When answers came and by which channel, as a picture that says of what it is, as of when, and that it is a draft. */
export function arrivalsPicture({ edition, arrivals, asOf, locale, part, isDemo }: ChartedArrivals): string {
  const t = translator(locale, "results");
  const { title: chart, drawn, table } = arrivalsContent(arrivals, edition.channels, locale);
  const report = edition.reportTitle[locale];
  const title = part ? t("arrivals.filePart", { report, chart, part }) : t("arrivals.file", { report, chart });
  const valid = arrivals.channels.flatMap(({ counts }) => counts).reduce((sum, count) => sum + count, 0);
  const notes = [
    ...(isDemo ? [translator(locale, "demo")("mark")] : []),
    ...(isSealed(edition) ? [] : [t("chart.draft")]),
    t("chart.asOf", { moment: minuteIn(edition.timeZone, asOf), n: valid }),
  ];
  return arrivalsChart(drawn, { title, description: spokenCounts(table, locale), notes });
}

/** Every count that is not 0, for those who hear the picture: no table stands beside it. */
function spokenCounts({ rows, channels }: ArrivalsTable, locale: Locale): string {
  const t = translator(locale, "results");
  const spoken = channels.map(({ name, counts }) => {
    const parts = rows.flatMap((from, place) => {
      const n = counts[place] ?? 0;
      return n === 0 ? [] : [t("arrivals.spokenCount", { from, n })];
    });
    return t("chart.row", { text: name, counts: parts.join(t("doubts.comma")) });
  });
  return spoken.join("\n");
}
