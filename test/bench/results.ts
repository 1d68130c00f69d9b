import { writeFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { openBench } from "./bench-database";
import { type Figures, medianOf, report } from "./report";
import { serveApp } from "./served-app";

const { values: options } = parseArgs({
  options: {
    json: { type: "string" },
    responses: { type: "string", default: "1000000" },
    rounds: { type: "string", default: "7" },
    port: { type: "string", default: "3097" },
    texts: { type: "boolean", default: false },
    /** Keeps the filled database in a folder, for the next run. */
    keep: { type: "string" },
  },
});
const many = Number(options.responses);
const few = Math.min(1000, many);
/** The round of 2024 has many responses and that of 2023, last year's, few. */
const [MANY, FEW] = ["2024", "2023"];
const pageOf = (slug: string, query = "") => `/admin/results?edition=${slug}${query}`;

const say = (line: string) => void process.stdout.write(`${line}\n`);
say(`Filling a database with ${many} responses${options.texts ? " and their texts" : ""} …`);
const bench = await openBench({
  keep: options.keep,
  texts: options.texts,
  rounds: [
    [MANY, many],
    [FEW, few],
  ],
});
const app = await serveApp(bench.url, Number(options.port), bench.cookie);
try {
  const measured: Figures = {};
  const note = (name: string, value: number) => void (measured[name] ??= []).push(value);
  // A fresh process grows with its first requests, whatever they ask for.
  for (let warm = 0; warm < 60; warm += 1) await app.time(pageOf(FEW, warm % 2 === 0 ? "" : "&by=group"));
  const memoryBefore = app.memory();
  let memoryPeak = memoryBefore;
  const watch = setInterval(() => (memoryPeak = Math.max(memoryPeak, app.memory())), 200);
  for (let round = -1; round < Number(options.rounds); round += 1) {
    // Interleaved, so that a busier minute is one for all; the first round fills everybody's buffers and is not counted.
    const times = {
      plain: await bench.time("plain"),
      "plain, whole rows": await bench.time("whole rows"),
      "results page": await app.time(pageOf(MANY)),
      "results page, its queries": await bench.timeQueries(MANY),
      "crosstab page": await app.time(pageOf(MANY, "&by=group")),
      "crosstab page, its queries": await bench.timeQueries(MANY, "group"),
      "small results page": await app.time(pageOf(FEW)),
      "small results page, its queries": await bench.timeQueries(FEW),
    };
    if (round >= 0) for (const [name, value] of Object.entries(times)) note(name, value);
  }
  clearInterval(watch);
  const memory = { before: memoryBefore, after: app.memory(), peak: memoryPeak };
  const result = report(measured, memory, { responses: many, load: loadavg()[0] ?? 0 });
  for (const line of result.lines) say(line);
  if (options.json) await writeFile(options.json, `${JSON.stringify({ ...result, measured, memory }, null, 2)}\n`);
  say(`Plain GROUP BY: median ${medianOf(measured.plain ?? []).toFixed(0)} ms of ${options.rounds} rounds.`);
} finally {
  await app.stop();
  await bench.close();
}
