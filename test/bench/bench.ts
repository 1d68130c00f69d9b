import { writeFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { serveBare } from "./bare-node";
import { openBench } from "./bench-database";
import { measureExports } from "./exports";
import { ask } from "./load";
import { READERS_ROUND, measureReaders } from "./readers";
import { type Line, exportLines, promisesOf, readerLines, resultLines, tableOf } from "./report";
import { measureResults, measureViewers } from "./results";
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
const [many, rounds, port] = [Number(options.responses), Number(options.rounds), Number(options.port)];
/** The many and the few have a last year of a thousand beside them, 2023 and 2015: what is promised is of a million answers. */
const slugs = { many: "2024", some: "2020", few: "2016" };
const say = (line: string) => void process.stdout.write(`${line}\n`);

say(`Filling a database with ${many} responses${options.texts ? " and their texts" : ""} …`);
const bench = await openBench({
  keep: options.keep,
  texts: options.texts,
  rounds: [
    [slugs.many, many],
    ["2023", Math.min(1000, many)],
    [slugs.some, Math.min(100_000, many)],
    [slugs.few, Math.min(1000, many)],
    ["2015", Math.min(1000, many)],
    [READERS_ROUND, 1],
  ],
});
const app = await serveApp(bench.url, port, bench.cookieOf);
try {
  const load = loadavg()[0] ?? 0;
  const { measured, memory } = await measureResults({ bench, app, slugs }, rounds);
  const viewers = await measureViewers({ bench, app, slugs }, Math.min(rounds, 3));
  const addresses = { app: `http://127.0.0.1:${port}/${READERS_ROUND}`, bare: `http://127.0.0.1:${port + 1}` };
  const { text: page } = await ask(addresses.app);
  const packed = await ask(addresses.app, undefined, { "accept-encoding": "gzip" });
  const stopBare = await serveBare(bench.url, port + 1, page);
  const files = [
    ["100k", slugs.some, Math.min(3, rounds)],
    ["1m", slugs.many, 1],
  ] as const;
  const exported = await measureExports(app, addresses.bare, files);
  const readers = await measureReaders({ addresses, signing: await bench.signingSecret() }, rounds).finally(stopBare);
  const lines: Record<string, Line> = {
    ...readerLines(readers),
    ...resultLines({ ...measured, ...viewers.measured }),
    ...exportLines(exported),
    cold_start: { median: app.startedIn / 1000, unit: "s", ratio: null },
    form_html: { median: Buffer.byteLength(page) / 1024, unit: "kB", ratio: null },
    form_html_gzip: { median: packed.bytes / 1024, unit: "kB", ratio: null },
  };
  const promises = promisesOf(lines, { results: memory, viewers: viewers.memory });
  say(`\n${many} responses, ${rounds} rounds, load before ${load.toFixed(1)}`);
  for (const line of tableOf(lines, promises)) say(line);
  if (promises.some(({ holds }) => !holds)) process.exitCode = 1;
  if (options.json) await writeFile(options.json, `${JSON.stringify(lines, null, 2)}\n`);
} finally {
  await app.stop();
  await bench.close();
}
