import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { openEmbeddedApp } from "@/test/faults/harness/embedded-scene";
import { heldMemory } from "@/test/support/held-memory";
import { play } from "./play";
import { openTarget } from "./target";
import { watch } from "./watch";

// Sends the app bad requests as everybody, and looks whether it answers each, keeps nothing of it, and goes on.
const { values: options } = parseArgs({
  options: {
    requests: { type: "string", default: "100000" },
    /** The same seed makes the same requests. */
    seed: { type: "string", default: String(randomInt(2 ** 31)) },
  },
});
const [requests, seed] = [Number(options.requests), Number(options.seed)];
const say = (line: string) => void process.stdout.write(`${line}\n`);

const directory = await mkdtemp(join(tmpdir(), "report-feedback-fuzz-"));
await fillDemo(join(directory, "data"));
const app = await openEmbeddedApp(directory);
const sql = postgres(app.database, { max: 2, onnotice: () => {} });
const target = await openTarget(app.base, sql);
const { pid } = app.app();
const watched = await watch(target, () => heldMemory(pid));
say(`Seed ${seed}.`);
const objections = await play(target, { requests, seed, atOnce: 32, note: watched.note });
const { summary, amiss } = await watched.close();
for (const line of summary) say(line);
for (const words of [...objections, ...amiss]) say(`AMISS ${words}`);
await sql.end({ timeout: 1 });
await app.close();
await rm(directory, { recursive: true, force: true });
process.exit(objections.length + amiss.length === 0 ? 0 : 1);

/** Two rounds with answers, people, batches and decisions, so that there is something to go wrong about. */
async function fillDemo(data: string): Promise<void> {
  const env = { ...process.env, DATA_DIR: data, DATABASE_URL: "", DEMO: "true" };
  const filling = spawn(process.execPath, ["--import", "tsx", "bin/demo/make-database.ts"], { env, stdio: "inherit" });
  const [code] = (await once(filling, "exit")) as [number | null];
  if (code !== 0) throw new Error("the demo's database could not be filled");
}
