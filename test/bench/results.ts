import type { openBench } from "./bench-database";
import type { Figures, Memory } from "./report";
import type { ServedApp } from "./served-app";

const pageOf = (slug: string, query = "") => `/admin/results?edition=${slug}${query}`;

/** What the results of rounds are measured with: many answers, some, and few. */
interface Measured {
  readonly bench: Awaited<ReturnType<typeof openBench>>;
  readonly app: ServedApp;
  readonly slugs: Readonly<Record<"many" | "some" | "few", string>>;
}

/** The results page and the crosstab, uncached, beside the plain GROUP BY, in milliseconds, and what the process holds. */
export async function measureResults({ bench, app, slugs }: Measured, rounds: number) {
  const { many, some, few } = slugs;
  const measured: Figures = {};
  // A fresh process grows with its first requests, whatever they ask for.
  for (let warm = 0; warm < 200; warm += 1) await app.time(pageOf(few, warm % 2 === 0 ? "" : "&by=group"));
  const before = app.memory();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, app.memory())), 200);
  for (let round = -1; round < rounds; round += 1) {
    // Interleaved, so that a busier minute is one for all; the first round fills everybody's buffers and is not counted.
    const times = {
      plain: await bench.time("plain"),
      "plain, whole rows": await bench.time("whole rows"),
      results_1m: await app.time(pageOf(many)),
      "results_1m, its queries": await bench.timeQueries(many),
      crosstab_1m: await app.time(pageOf(many, "&by=group")),
      "crosstab_1m by channel": await app.time(pageOf(many, "&by=channel")),
      "crosstab_1m by language": await app.time(pageOf(many, "&by=language")),
      "crosstab_1m, its queries": await bench.timeQueries(many, "group"),
      results_100k: await app.time(pageOf(some)),
      crosstab_100k: await app.time(pageOf(some, "&by=group")),
      results_1k: await app.time(pageOf(few)),
      "results_1k, its queries": await bench.timeQueries(few),
      crosstab_1k: await app.time(pageOf(few, "&by=group")),
    };
    if (round >= 0) for (const [name, value] of Object.entries(times)) (measured[name] ??= []).push(value);
  }
  clearInterval(watch);
  const memory: Memory = { before, after: app.memory(), peak };
  return { measured, memory };
}

/** The page of viewers: of whoever looks first after many answers, and of everybody after; in milliseconds. */
export async function measureViewers({ bench, app, slugs }: Measured, rounds: number) {
  const measured: Figures = { viewer_1m_first_look: [], viewer_1m: [] };
  await app.time(pageOf(slugs.few), "viewer");
  const before = app.memory();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, app.memory())), 200);
  for (let round = 0; round < rounds; round += 1) {
    await bench.forgetViewers();
    for (const figures of Object.values(measured)) figures.push(await app.time(pageOf(slugs.many), "viewer"));
  }
  clearInterval(watch);
  return { measured, memory: { before, after: app.memory(), peak } };
}
