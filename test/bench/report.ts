import { middleOf } from "@/test/support/middle-of";

/** What was measured, by name, one value for each round. */
export type Figures = Record<string, number[]>;

/** What a process holds, in megabytes. */
export interface Memory {
  readonly before: number;
  readonly after: number;
  readonly peak: number;
}

/** One line of the table; `ratio` is to the reference of its kind, null where there is none. */
export interface Line {
  readonly median: number;
  readonly unit: string;
  readonly ratio: number | null;
}

/** A promise of the issues, and whether it holds. */
interface Promised {
  readonly what: string;
  readonly is: string;
  readonly holds: boolean;
}

/** The lines of results, in milliseconds; those of a million have a ratio, to a plain GROUP BY of the same answers. */
export function resultLines(measured: Figures): Record<string, Line> {
  const plain = middleOf(measured.plain ?? []);
  const lines = Object.entries(measured).map(([name, values]): [string, Line] => {
    const median = middleOf(values);
    return [name, { median, unit: "ms", ratio: /_(?:1k|100k)\b/.test(name) ? null : median / plain }];
  });
  return Object.fromEntries(lines);
}

/** The lines of readers, a second; their ratio is to bare Node's. */
export function readerLines(measured: Figures): Record<string, Line> {
  const lines = ["form_get", "page_and_submission", "submission"].flatMap((name): [string, Line][] => {
    const [app, bare] = [middleOf(measured[`${name} app`] ?? []), middleOf(measured[`${name} bare`] ?? [])];
    return [
      [name, { median: app, unit: "/s", ratio: app / bare }],
      [`${name}_bare_node`, { median: bare, unit: "/s", ratio: null }],
    ];
  });
  return Object.fromEntries(lines);
}

/** The lines of files, in seconds; their ratio is to the database's own COPY of the same rows. */
export function exportLines(measured: Figures): Record<string, Line> {
  const lines = Object.entries(measured).map(([name, values]): [string, Line] => {
    const [kind, size] = name.split("_");
    const median = middleOf(values);
    if (name.endsWith("_peak")) return [name, { median, unit: "MB", ratio: null }];
    return [
      name,
      { median, unit: "s", ratio: kind === "copy" ? null : median / middleOf(measured[`copy_${size}`] ?? []) },
    ];
  });
  return Object.fromEntries(lines);
}

/** What issues 5 and 6 promise, judged by the lines. */
export function promisesOf(
  lines: Readonly<Record<string, Line>>,
  memory: Readonly<Record<"results" | "viewers", Memory>>,
): Promised[] {
  const ratio = (name: string) => lines[name]?.ratio ?? Number.NaN;
  const without = (page: string) => (lines[page]?.median ?? 0) - (lines[`${page}, its queries`]?.median ?? 0);
  const atMost = (name: string, most: number) => ({
    what: `${name} ≤ ${most} × plain GROUP BY`,
    is: `${ratio(name).toFixed(2)} ×`,
    holds: ratio(name) <= most,
  });
  const atMostSeconds = (name: string, most: number) => {
    const seconds = (lines[name]?.median ?? Number.NaN) / 1000;
    return { what: `${name} ≤ ${most} s`, is: `${seconds.toFixed(2)} s`, holds: seconds <= most };
  };
  const grownBelow100 = (what: string, { before, after, peak }: Memory) => ({
    what,
    is: `${before.toFixed(0)} → ${after.toFixed(0)} MB, at most ${peak.toFixed(0)}`,
    holds: peak - before < 100,
  });
  const atLeast = (name: string, least: number) => ({
    what: `${name} ≥ ${least} of bare Node`,
    is: ratio(name).toFixed(4),
    holds: ratio(name) >= least,
  });
  return [
    atMost("results_1m", 2.5),
    atMost("crosstab_1m", 2.5),
    atMost("crosstab_1m by channel", 2.5),
    atMost("crosstab_1m by language", 2.5),
    grownBelow100("memory grows by < 100 MB from a thousand to a million", memory.results),
    grownBelow100("and so it does while viewers are shown a million for the first time", memory.viewers),
    atMostSeconds("viewer_1m_first_look", 20),
    atMostSeconds("viewer_1m", 1),
    {
      what: "the page without its queries takes at most 25 ms longer for a million than for a thousand",
      is: `${without("results_1m").toFixed(0)} and ${without("results_1k").toFixed(0)} ms`,
      holds: without("results_1m") - without("results_1k") <= 25,
    },
    atLeast("form_get", 0.02),
    atLeast("page_and_submission", 0.25),
  ];
}

/** The table and the promises as lines of text. */
export function tableOf(lines: Readonly<Record<string, Line>>, promises: readonly Promised[]): string[] {
  const rows = Object.entries(lines).map(([name, { median, unit, ratio }]) => {
    const digits = median < 10 ? 2 : 0;
    return `${name.padEnd(30)}${median.toFixed(digits).padStart(10)} ${unit.padEnd(4)}${ratio === null ? "" : ratio.toFixed(4).padStart(10)}`;
  });
  const judged = promises.map(({ what, is, holds }) => `${holds ? "holds " : "MISSED"} ${what}: ${is}`);
  return [
    "",
    `${"".padEnd(30)}${"median".padStart(10)} ${"".padEnd(4)}${"ratio".padStart(10)}`,
    ...rows,
    "",
    ...judged,
  ];
}
