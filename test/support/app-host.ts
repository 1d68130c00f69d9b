import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { RunningApp } from "./server";
import { type Defer, serve } from "./host";

/** A cold build on a busy machine of two cores takes about two minutes. */
const START_LIMIT = 300_000;

type Ending = () => NodeJS.Signals | number | null;

await serve(async (defer): Promise<RunningApp> => {
  const directory = await mkdtemp(join(tmpdir(), "report-feedback-app-"));
  defer(() => rm(directory, { recursive: true, force: true }));
  // A test that restarts the app names its port, and the folder of another build.
  const port = Number(process.env.APP_PORT) || (await freePort());
  const baseUrl = `http://127.0.0.1:${port}`;
  const logFile = join(directory, "log");
  const ending = await startApp(defer, logFile, { PORT: String(port), HOST: "127.0.0.1" });
  await ready(`${baseUrl}/health`, logFile, ending);
  return { baseUrl, logFile };
});

/** Runs `npm start` with its output in a file; returns how it ended, or null while it runs. */
async function startApp(defer: Defer, logFile: string, settings: Record<string, string>): Promise<Ending> {
  const log = await open(logFile, "a");
  const child = spawn("npm", ["start"], {
    cwd: process.env.APP_DIRECTORY || ".",
    stdio: ["ignore", log.fd, log.fd],
    env: { ...process.env, ...settings },
    detached: true,
  });
  await log.close();
  const ending = () => child.signalCode ?? child.exitCode;
  defer(async () => {
    const exit = ending() === null ? once(child, "exit") : null;
    signalGroup(child.pid, "SIGTERM");
    await Promise.race([exit, sleep(10_000)]);
    signalGroup(child.pid, "SIGKILL");
  });
  return ending;
}

/** npm, tsx and Next are processes of one group; one of them alone would leave the others behind. */
function signalGroup(leader: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (leader) process.kill(-leader, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

async function ready(health: string, logFile: string, ending: Ending): Promise<void> {
  for (const end = Date.now() + START_LIMIT; Date.now() < end && ending() === null; await sleep(200)) {
    const answer = await fetch(health).catch(() => null);
    if (answer?.status === 200) return;
  }
  const log = await readFile(logFile, "utf8");
  const what = ending() === null ? `did not answer at ${health}` : `ended with ${ending()}`;
  throw new Error(`npm start ${what}. The end of what it said:\n${log.slice(-4000)}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
