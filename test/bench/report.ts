/** Milliseconds by what was measured, one for each round. */
export type Figures = Record<string, number[]>;

/** The middle of some measurements. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [upper = Number.NaN, lower = upper] = [sorted[middle], sorted[middle - 1]];
  return sorted.length % 2 === 1 ? upper : (lower + upper) / 2;
}

interface Memory {
  readonly before: number;
  readonly after: number;
  readonly peak: number;
}

/** A page takes at most so many times the plain GROUP BY, and the process grows by less than so many megabytes. */
const MOST_TIMES = 2.5;
const MOST_GROWTH = 100;

/** What was measured as a table, with what was promised of it (issue 5) and whether it holds. */
export function report(measured: Figures, memory: Memory, { responses, load }: { responses: number; load: number }) {
  const median = (name: string) => medianOf(measured[name] ?? []);
  const plain = median("plain");
  const lines = [`\n${responses} responses, load ${load.toFixed(1)}\n`, row("", "median ms", "min", "max", "× plain")];
  for (const [name, values] of Object.entries(measured)) {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    lines.push(row(name, ...[median(name), low, high].map((ms) => ms.toFixed(0)), (median(name) / plain).toFixed(2)));
  }
  const without = (page: string) => median(page) - median(`${page}, its queries`);
  const growth = memory.peak - memory.before;
  const promises = [
    ...["results page", "crosstab page"].map((page) => ({
      what: `${page} ≤ ${MOST_TIMES} × plain GROUP BY`,
      is: `${(median(page) / plain).toFixed(2)} ×`,
      holds: median(page) <= MOST_TIMES * plain,
    })),
    {
      what: `memory grows by < ${MOST_GROWTH} MB`,
      is: `${memory.before.toFixed(0)} → ${memory.after.toFixed(0)} MB, at most ${memory.peak.toFixed(0)}`,
      holds: growth < MOST_GROWTH,
    },
  ];
  lines.push("", `page without its queries: ${without("results page").toFixed(0)} ms`);
  lines.push(`the same with few responses: ${without("small results page").toFixed(0)} ms`, "");
  lines.push(...promises.map(({ what, is, holds }) => `${holds ? "holds " : "MISSED"} ${what}: ${is}`), "");
  return { responses, load, promises, lines };
}

function row(name: string, ...cells: readonly string[]): string {
  return name.padEnd(36) + cells.map((cell) => cell.padStart(11)).join("");
}
