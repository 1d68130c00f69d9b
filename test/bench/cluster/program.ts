import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** A program that runs beside us, with its output in a file. */
export interface Program {
  readonly child: ChildProcess;
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<void>;
}

interface Start {
  readonly command: readonly [string, ...string[]];
  readonly port: number;
  readonly log: string;
  readonly env?: Record<string, string>;
}

/** With a cold build on a busy machine. */
const START_LIMIT = 900_000;

/** Nothing outlives us, however we end. */
const alive = new Set<ChildProcess>();
process.once("exit", () => alive.forEach((child) => child.kill("SIGQUIT")));

/** Starts a program and waits until its port is open. Throws with the end of its log when it ends before. */
export async function startProgram({ command: [file, ...args], port, log, env = {} }: Start): Promise<Program> {
  const out = openSync(log, "a");
  const child = spawn(file, args, { stdio: ["ignore", out, out], env: { ...process.env, ...env } });
  closeSync(out);
  const exit = once(child, "exit");
  alive.add(child);
  child.once("exit", () => alive.delete(child));
  for (const limit = Date.now() + START_LIMIT; !(await isOpen(port)); await sleep(50)) {
    if (child.exitCode === null && child.signalCode === null && Date.now() < limit) continue;
    throw new Error(`${file} did not start:\n${readFileSync(log, "utf8").slice(-3000)}`);
  }
  return {
    child,
    end: async (signal) => {
      child.kill(signal);
      await exit;
    },
  };
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
