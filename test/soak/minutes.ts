import { middleOf } from "@/test/support/middle-of";
import type { Visit } from "./visits";

/** One minute of the soak; times in milliseconds, memory in megabytes, the event loop's delay in milliseconds. */
export interface Minute {
  readonly visits: number;
  readonly page: Times;
  readonly submission: Times;
  readonly memory: number;
  readonly delay: number;
}

interface Times {
  readonly middle: number;
  readonly slowest1percent: number;
}

/** The times of some visits. */
export function minuteOf(visits: readonly Visit[], process: Pick<Minute, "memory" | "delay">): Minute {
  const times = (what: "page" | "submission"): Times => {
    const sorted = visits.map((one) => one[what]).toSorted((one, other) => one - other);
    const at = (part: number) => sorted[Math.floor(part * sorted.length)] ?? 0;
    return { middle: at(0.5), slowest1percent: at(0.99) };
  };
  return { visits: visits.length, page: times("page"), submission: times("submission"), ...process };
}

/** A minute as a row of a table. */
export function rowOf(minute: Minute, place: number): string {
  const cells = [
    place + 1,
    minute.visits,
    ...[minute.page, minute.submission].flatMap((times) => [times.middle, times.slowest1percent]),
    minute.delay,
    minute.memory,
  ];
  return `| ${cells.map((cell) => cell.toFixed(cell < 10 && !Number.isInteger(cell) ? 1 : 0)).join(" | ")} |`;
}

export const HEAD =
  "| minute | visits | page ms, half | page ms, 99 % | submission ms, half | submission ms, 99 % | loop ms, 99 % | MB |";

/** What each figure may grow from the second sixth of the time to the last, in its own unit. */
const MAY_GROW: readonly (readonly [name: string, of: (minute: Minute) => number, times: number, more: number])[] = [
  ["the page's time", ({ page }) => page.middle, 1.5, 5],
  ["the submission's time", ({ submission }) => submission.middle, 1.5, 5],
  ["the slowest pages' time", ({ page }) => page.slowest1percent, 2, 50],
  ["the slowest submissions' time", ({ submission }) => submission.slowest1percent, 2, 50],
  ["memory", ({ memory }) => memory, 1, 60],
];

/** What is not flat, in words: the middle minute of the last sixth beside that of the second. */
export function growth(minutes: readonly Minute[]): string[] {
  const sixth = Math.max(1, Math.floor(minutes.length / 6));
  return MAY_GROW.flatMap(([name, of, times, more]) => {
    const [early, late] = [middleOf(minutes.slice(sixth, 2 * sixth).map(of)), middleOf(minutes.slice(-sixth).map(of))];
    // Of a minute alone there is no second sixth, and nothing to compare.
    if (!(late > early * times + more)) return [];
    return [`${name} grows from ${early.toFixed(1)} to ${late.toFixed(1)}`];
  });
}
