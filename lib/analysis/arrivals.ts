/** How many valid answers came in a week or a month by a channel; null by none. */
export interface ArrivalCount {
  /** The first day, `YYYY-MM-DD`: of a week its Monday. */
  readonly from: string;
  readonly channel: string | null;
  readonly count: number;
}

/** The same answers counted both ways. */
export interface CountedArrivals {
  readonly weeks: readonly ArrivalCount[];
  readonly months: readonly ArrivalCount[];
}

/** Answers by week or month and channel: every one from the first to the last, those without an answer too. */
export interface Arrivals {
  readonly unit: "week" | "month";
  /** The first day of each, `YYYY-MM-DD`. */
  readonly periods: readonly string[];
  /** With most answers first; `counts` as many as periods. */
  readonly channels: readonly { readonly code: string | null; readonly counts: readonly number[] }[];
}

/** More weeks than this nobody reads one by one. */
export const MOST_WEEKS = 60;

/** The channels with most answers, and the others in one; as they are where there are no more than `most`. */
export function largestChannels({ periods, channels }: Pick<Arrivals, "periods" | "channels">, most: number) {
  if (channels.length <= most) return { channels, others: null };
  const rest = channels.slice(most - 1);
  const others = periods.map((_, place) => rest.reduce((total, { counts }) => total + (counts[place] ?? 0), 0));
  return { channels: channels.slice(0, most - 1), others };
}

/** What was counted, as a table of weeks and channels; of months beyond `MOST_WEEKS`. Empty without an answer. */
export function arrivalsOf({ weeks, months }: CountedArrivals): Arrivals {
  const all = periodsOf(weeks, "week");
  const unit = all.length > MOST_WEEKS ? "month" : "week";
  const [counted, periods] = unit === "week" ? [weeks, all] : [months, periodsOf(months, "month")];
  const places = new Map(periods.map((from, place) => [from, place]));
  const byChannel = new Map<string | null, number[]>();
  for (const { from, channel, count } of counted) {
    const counts = byChannel.get(channel) ?? periods.map(() => 0);
    const place = places.get(from) ?? 0;
    counts[place] = (counts[place] ?? 0) + count;
    byChannel.set(channel, counts);
  }
  const channels = [...byChannel].map(([code, counts]) => ({ code, counts }));
  return { unit, periods, channels: channels.toSorted((a, b) => sum(b.counts) - sum(a.counts)) };
}

/** Whether a period is the first of those shown that begin in its year, so that its head says the year. */
export const isFirstOfYear = (periods: readonly string[], place: number): boolean =>
  periods[place]?.slice(0, 4) !== periods[place - 1]?.slice(0, 4);

function periodsOf(counted: readonly ArrivalCount[], unit: Arrivals["unit"]): string[] {
  const days = counted.map(({ from }) => from).toSorted();
  const last = days.at(-1) ?? "";
  const periods: string[] = [];
  for (let from = days[0] ?? "-"; from <= last; from = following(from, unit)) periods.push(from);
  return periods;
}

function following(day: string, unit: Arrivals["unit"]): string {
  const next = new Date(day);
  if (unit === "week") next.setUTCDate(next.getUTCDate() + 7);
  else next.setUTCMonth(next.getUTCMonth() + 1);
  return next.toISOString().slice(0, 10);
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
