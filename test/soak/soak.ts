import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { freePort } from "@/test/bench/cluster/program";
import { ask, timesASecond } from "@/test/bench/load";
import { openBook } from "@/test/faults/harness/book";
import { analystHeaders, compare, readRows } from "@/test/faults/harness/check";
import { openEmbeddedApp } from "@/test/faults/harness/embedded-scene";
import { heldMemory } from "@/test/support/held-memory";
import { HEAD, type Minute, growth, minuteOf, rowOf } from "./minutes";
import { type Visit, visit } from "./visits";

// Readers at half of what the app can take, and an officer who looks and takes files away, for as long as asked for.
const { values: options } = parseArgs({
  options: {
    minutes: { type: "string", default: "30" },
    /** Visits a second; half of the measured capacity unless given. */
    rate: { type: "string" },
    json: { type: "string" },
  },
});
const say = (line: string) => void process.stdout.write(`${line}\n`);
const A_MINUTE = 60_000;
const WARM_MS = 20_000;
const MEASURED_MS = 20_000;

const directory = await mkdtemp(join(tmpdir(), "report-feedback-soak-"));
const metrics = await freePort();
const app = await openEmbeddedApp(directory, { settings: { METRICS_PORT: String(metrics), DATABASE_POOL: "10" } });
const book = openBook();
const amiss = new Set<string>();
const visited: Visit[] = [];
const officer = await analystHeaders(app.database);

const oneVisit = async () => {
  const met = await visit(app.base, book);
  if (met.problem) amiss.add(met.problem);
  else visited.push(met);
};
await timesASecond(oneVisit, WARM_MS);
const capacity = await timesASecond(oneVisit, MEASURED_MS);
const rate = Number(options.rate) || capacity / 2;
say(`Capacity ${capacity.toFixed(0)} visits a second (page, submission, receipt); ${rate.toFixed(0)} from now on.\n`);
say(`${HEAD}\n${HEAD.replaceAll(/[^|]/g, "-")}`);

const minutes: Minute[] = [];
const working = new Set<Promise<void>>();
for (let minute = 0; minute < Number(options.minutes); minute += 1) {
  visited.length = 0;
  await oneMinute();
  minutes.push(minuteOf(visited, { memory: heldMemory(app.app().pid), delay: await loopDelay() }));
  say(rowOf(minutes[minute] as Minute, minute));
}
await Promise.all(working);
const { lost, doubled, unsent } = compare(book, await readRows(app.database));
for (const words of [...growth(minutes), ...lost, ...doubled, ...unsent]) amiss.add(words);
say(`\n${book.acknowledged().length} answers acknowledged, ${lost.length} lost, ${doubled.length} doubled.`);
for (const words of [...amiss].slice(0, 20)) say(`AMISS ${words}`);
if (options.json) await writeFile(options.json, `${JSON.stringify({ capacity, rate, minutes }, null, 2)}\n`);
await app.close();
await rm(directory, { recursive: true, force: true });
process.exit(amiss.size === 0 ? 0 : 1);

/** Readers come by chance, whether those before are done or not; an officer looks every ten seconds. */
async function oneMinute(): Promise<void> {
  const end = performance.now() + A_MINUTE;
  const looks = setInterval(() => start(look()), 10_000);
  start(takeFile());
  for (let next = performance.now(); next < end; next += (-Math.log(1 - Math.random()) * 1000) / rate) {
    await sleep(Math.max(0, next - performance.now()));
    start(oneVisit());
  }
  clearInterval(looks);
}

function start(work: Promise<void>): void {
  working.add(work);
  void work.finally(() => working.delete(work));
}

async function look(): Promise<void> {
  const page = await ask(`${app.base}/admin/results?edition=2024&by=group`, undefined, officer);
  if (page.status !== 200) amiss.add(`the results answered ${page.status}`);
}

async function takeFile(): Promise<void> {
  const file = await ask(`${app.base}/admin/exports/2024/responses.csv`, undefined, officer);
  if (file.status !== 200) amiss.add(`the file answered ${file.status}`);
}

async function loopDelay(): Promise<number> {
  const { text } = await ask(`http://127.0.0.1:${metrics}/metrics`);
  const [, seconds = "0"] = /nodejs_event_loop_delay_seconds\{quantile="0.99"\} (\S+)/.exec(text) ?? [];
  return Number(seconds) * 1000;
}
