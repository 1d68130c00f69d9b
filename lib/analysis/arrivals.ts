/** How many valid answers came in a week by a channel; null by none. */
export interface ArrivalCount {
  /** The week's Monday, `YYYY-MM-DD`. */
  readonly week: string;
  readonly channel: string | null;
  readonly count: number;
}

/** Answers by week and channel: every week from the first to the last, those without an answer too. */
export interface Arrivals {
  readonly weeks: readonly string[];
  /** With most answers first; `counts` as many as weeks. */
  readonly channels: readonly { readonly code: string | null; readonly counts: readonly number[] }[];
}

/** The channels with most answers, and the others in one; as they are where there are no more than `most`. */
export function largestChannels({ weeks, channels }: Arrivals, most: number) {
  if (channels.length <= most) return { weeks, channels, others: null };
  const rest = channels.slice(most - 1);
  const others = weeks.map((_, place) => rest.reduce((total, { counts }) => total + (counts[place] ?? 0), 0));
  return { weeks, channels: channels.slice(0, most - 1), others };
}

const WEEK_MS = 7 * 86_400_000;

/** What the database counted, as a table of weeks and channels. Empty without an answer. */
export function arrivalsOf(counted: readonly ArrivalCount[]): Arrivals {
  const weeks = weeksBetween(counted.map(({ week }) => week).toSorted());
  const codes = [...new Set(counted.map(({ channel }) => channel))];
  const channels = codes.map((code) => ({
    code,
    counts: weeks.map((week) => sum(counted.filter((one) => one.channel === code && one.week === week))),
  }));
  const all = ({ counts }: { counts: readonly number[] }) => counts.reduce((total, count) => total + count, 0);
  return { weeks, channels: channels.toSorted((a, b) => all(b) - all(a)) };
}

function weeksBetween(days: readonly string[]): string[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const weeks = Math.round((Date.parse(last) - Date.parse(first)) / WEEK_MS);
  return Array.from({ length: weeks + 1 }, (_, nth) =>
    new Date(Date.parse(first) + nth * WEEK_MS).toISOString().slice(0, 10),
  );
}

const sum = (counted: readonly ArrivalCount[]) => counted.reduce((total, { count }) => total + count, 0);
