import { execFileSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { badBytes, changed } from "./bad-bytes";
import { type BadRequest, badRequests } from "./bad-requests";
import { everyPlace } from "./places";
import { differences, fingerprints } from "./rows";
import { openTarget } from "./target";
import { bytesOf, exchange } from "./wire";

// Sends the app bad requests as everybody, and looks whether it answers each, keeps nothing of it, and goes on.
const { values: options } = parseArgs({
  options: {
    requests: { type: "string", default: "100000" },
    seed: { type: "string", default: String(randomInt(2 ** 31)) },
    keep: { type: "boolean", default: false },
  },
});
const [wanted, seed] = [Number(options.requests), Number(options.seed)];
const AT_ONCE = 12;
const A_PART = 250;
const say = (line: string) => void process.stdout.write(`${line}\n`);

const directory = await mkdtemp(join(tmpdir(), "report-feedback-fuzz-"));
const target = await openTarget(directory);
const { host, port } = new URL(target.base);
const requests = badRequests(everyPlace(), target.known);
const before = await fingerprints(target.sql);
const pid = target.app().pid;
const statuses = new Map<string, number>();
const memory: number[] = [];
const amiss = new Set<string>();
let sent = 0;
let parts = 0;

async function send(request: BadRequest, bytes: Buffer, mustAnswer: boolean): Promise<void> {
  sent += 1;
  if (sent % 1000 === 0) await look();
  const reply = await exchange(Number(port), bytes);
  for (const status of reply.statuses) statuses.set(String(status), (statuses.get(String(status)) ?? 0) + 1);
  if (reply.statuses.some((status) => status >= 500)) throw new Error(reply.said.slice(0, 200));
  if (mustAnswer && reply.statuses.length === 0) throw new Error(`no answer to ${request.method} ${request.address}`);
}

async function look(): Promise<void> {
  const rss = Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024;
  memory.push(rss);
  if (sent % 10_000 !== 0) return;
  const changes = differences(before, await fingerprints(target.sql));
  for (const change of changes) amiss.add(change);
  say(`${sent} sent, ${rss.toFixed(0)} MB, ${amiss.size} amiss, ${[...statuses].map((pair) => pair.join(": ")).join(", ")}`);
}

const whole = fc.asyncProperty(requests, async (request) => {
  await send(request, bytesOf(request, host, target.known.cookies[request.who] ?? null), true);
});
const broken = fc.asyncProperty(badBytes(requests), async ({ request, changes }) => {
  await send(request, changed(bytesOf(request, host, target.known.cookies[request.who] ?? null), changes), false);
});

async function runner(): Promise<void> {
  while (sent < wanted && amiss.size < 40) {
    parts += 1;
    const property = parts % 3 === 0 ? broken : whole;
    const run = await fc.check(property as fc.IAsyncProperty<[unknown]>, { seed: seed + parts, numRuns: A_PART, endOnFailure: false });
    if (!run.failed) continue;
    const error = String((run.errorInstance as Error | null)?.message ?? "");
    amiss.add(`${error}\n    ${JSON.stringify(run.counterexample).slice(0, 1500)}`);
  }
}

say(`Seed ${seed}.`);
await Promise.all(Array.from({ length: AT_ONCE }, runner));
for (const change of differences(before, await fingerprints(target.sql))) amiss.add(change);
const up = await fetch(`${target.base}/health`).then(({ status }) => status === 200, () => false);
if (!up) amiss.add("the app is gone");
const middle = (values: number[]) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
const fifth = Math.floor(memory.length / 5);
const [early, late] = [middle(memory.slice(fifth, 2 * fifth)), middle(memory.slice(-fifth))];
say(`\n${sent} bad requests, seed ${seed}: ${[...statuses].toSorted().map(([status, count]) => `${status} ${count} ×`).join(", ")}`);
say(`Memory of the second fifth ${early.toFixed(0)} MB, of the last ${late.toFixed(0)} MB.`);
if (late - early > 60) amiss.add(`memory grows: ${early.toFixed(0)} → ${late.toFixed(0)} MB`);
for (const words of amiss) say(`AMISS ${words}`);
await target.close();
if (options.keep) say(directory);
else await rm(directory, { recursive: true, force: true });
process.exit(amiss.size === 0 ? 0 : 1);
