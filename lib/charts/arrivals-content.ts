import { type Arrivals, MOST_WEEKS, isFirstOfYear, largestChannels } from "../analysis/arrivals";
import type { Locale } from "../locale";
import { shortDay } from "../messages/calendar";
import { translator } from "../messages/translator";
import type { Channel } from "../survey/channel";
import { type DrawnArrivals, MOST_SHADES } from "./arrivals-chart";

/** Arrivals with every word that stands with them: on the page, in a chart that leaves and in the workbook. */
export interface ArrivalsContent {
  readonly title: string;
  readonly say: string;
  readonly description: string;
  /** The largest channels, and the others in one. */
  readonly drawn: DrawnArrivals;
  readonly table: ArrivalsTable;
}

/** All channels, whose counts are as many as the rows. */
export interface ArrivalsTable {
  readonly head: string;
  /** Each week's Monday or each month, e.g. `2026-11-23`, `2026-11`. */
  readonly rows: readonly string[];
  readonly channels: readonly (DrawnArrivals["channels"][number] & { readonly code: string | null })[];
}

/** When answers came and by which channel, in words; `channels` are those of the edition. */
export function arrivalsContent(
  arrivals: Arrivals,
  channels: readonly Pick<Channel, "code" | "name">[],
  locale: Locale,
): ArrivalsContent {
  const t = translator(locale, "results");
  const { unit, periods } = arrivals;
  const inWords = ({ code, counts }: Arrivals["channels"][number]) => ({
    code,
    name: code === null ? t("arrivals.noChannel") : (channels.find((one) => one.code === code)?.name[locale] ?? code),
    counts,
  });
  const largest = largestChannels(arrivals, MOST_SHADES);
  const others = largest.others ? [{ name: t("arrivals.others"), counts: largest.others }] : [];
  return {
    title: t(`arrivals.${unit}.chart`),
    say: t(`arrivals.${unit}.say`, { most: MOST_WEEKS }),
    description: t(`arrivals.${unit}.spoken`, { n: periods.length }),
    drawn: { periods: namesOf(arrivals, locale), channels: [...largest.channels.map(inWords), ...others] },
    table: {
      head: t(`arrivals.${unit}.from`),
      rows: periods.map((from) => (unit === "week" ? from : from.slice(0, "2026-12".length))),
      channels: arrivals.channels.map(inWords),
    },
  };
}

/** What stands below the bars: day or month, and the year where another begins. */
function namesOf({ unit, periods }: Arrivals, locale: Locale): DrawnArrivals["periods"] {
  return periods.map((from, place) => ({
    name: shortDay(from, unit, locale),
    year: isFirstOfYear(periods, place) ? shortDay(from, "year", locale) : null,
  }));
}
