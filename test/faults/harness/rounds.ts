import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Findings, compare, readCsv, readRows } from "./check";
import type { Fault, Scene } from "./fault";
import { type Writers, startWriters } from "./writers";

/** What became of the rounds of one fault; times in milliseconds. */
export interface Outcome {
  readonly fault: string;
  readonly rounds: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  readonly unsent: number;
  readonly told: { readonly unkept: number; readonly unanswered: number };
  readonly slowestAnswer: number;
  readonly slowestRecovery: number;
  readonly recoveries: readonly number[];
  /** Everything that should not be, in words. */
  readonly amiss: readonly string[];
}

const RECOVERY_LIMIT = 120_000;
/** So long everybody goes on writing before the books are compared. */
const AFTERWARDS_MS = 500;

/** Plays so many rounds of a fault under load. After each, every row is compared with the book; at last, the file. */
export async function play({ name, open }: Fault, rounds: number, keep: boolean): Promise<Outcome> {
  const directory = await mkdtemp(join(tmpdir(), `report-feedback-fault-${name.replaceAll(/\W+/g, "-")}-`));
  const scene = await open(directory);
  const { atOnce = 16, retries = true, allows = [] } = scene;
  const writers = startWriters(scene.base, { atOnce, retries, allows });
  const findings: Findings[] = [];
  const amiss: string[] = [];
  const recoveries: number[] = [];
  let played = 0;
  try {
    for (; played < rounds; played += 1) {
      await sleep(300 + Math.random() * 700);
      recoveries.push(await playOne(scene, writers, played));
      findings.push(compare(writers.book, await readRows(scene.database)));
      await scene.look?.(writers);
      if (played === rounds - 1) findings.push(compare(writers.book, await readCsv(scene.base, scene.database)));
      writers.resume();
    }
  } catch (error) {
    amiss.push(`round ${played + 1}: ${String(error instanceof Error ? error.message : error)}`);
  }
  await Promise.race([writers.stop(), sleep(60_000)]);
  await scene.close().catch((error: unknown) => amiss.push(`closing: ${String(error)}`));
  if (keep) process.stdout.write(`  ${directory}\n`);
  else await rm(directory, { recursive: true, force: true }).catch((error: unknown) => amiss.push(String(error)));
  const all = (kind: keyof Findings) => [...new Set(findings.flatMap((found) => found[kind]))];
  return {
    fault: name,
    rounds: played,
    acknowledged: writers.book.acknowledged().length,
    lost: all("lost").length,
    doubled: all("doubled").length,
    unsent: all("unsent").length,
    told: writers.told,
    slowestAnswer: writers.slowest,
    slowestRecovery: Math.max(0, ...recoveries),
    recoveries,
    amiss: [...amiss, ...all("lost"), ...all("doubled"), ...all("unsent"), ...new Set(writers.strange)],
  };
}

/** Breaks, waits for the next acknowledgement, and stills the writers. Returns how long recovery took. */
async function playOne(scene: Scene, writers: Writers, round: number): Promise<number> {
  const gone = await scene.strike(round, writers);
  const limit = performance.now() + RECOVERY_LIMIT;
  while (writers.newest < gone) {
    if (performance.now() > limit) throw new Error(`nothing was acknowledged for ${RECOVERY_LIMIT / 1000} s`);
    await sleep(10);
  }
  const recovery = performance.now() - gone;
  await sleep(AFTERWARDS_MS);
  await Promise.race([
    writers.pause(),
    sleep(RECOVERY_LIMIT, null, { ref: false }).then(() => Promise.reject(new Error("somebody waits for ever"))),
  ]);
  await writers.sendAgain(16);
  return recovery;
}
