import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A process beside the test run that holds something open: a database server, the running app. */
export interface Host<T> {
  readonly value: T;
  stop(): Promise<void>;
}

/**
 * Starts a script that calls `serve` and waits for what it hands out. The script cleans up when it is told to stop and
 * also when this process dies, however it dies, since its standard input ends then.
 */
export async function startHost<T>(script: string, settings: Record<string, string> = {}): Promise<Host<T>> {
  // Detached: Ctrl-C goes to the whole group, and the host has to outlive the run to clean up.
  const child = spawn(process.execPath, ["--import", "tsx", script], {
    stdio: ["pipe", "pipe", "inherit"],
    detached: true,
    env: { ...process.env, ...settings },
  });
  const exited = once(child, "exit");
  const firstLine = once(createInterface(child.stdout), "line");
  const line = await Promise.race([firstLine, exited.then(() => null)]);
  if (!line) throw new Error(`${script} stopped before it was ready (exit code ${child.exitCode}); see above`);
  const stop = async () => {
    child.stdin.end();
    await exited;
  };
  return { value: JSON.parse(String(line[0])) as T, stop };
}

/** Says how to undo what was just opened; the newest is undone first. */
export type Defer = (undo: () => Promise<unknown>) => void;

/** The host's side: opens, hands out the value, waits until the test run ends, and undoes everything opened. */
export async function serve<T>(open: (defer: Defer) => Promise<T>): Promise<void> {
  const undos: (() => Promise<unknown>)[] = [];
  // When the test run is dead, nobody reads what we print.
  process.stdout.on("error", () => {});
  process.stderr.on("error", () => {});
  try {
    const value = await open((undo) => undos.unshift(undo));
    process.stdout.write(`${JSON.stringify(value)}\n`);
    await once(process.stdin.resume(), "end");
  } finally {
    for (const undo of undos) await undo();
  }
}
