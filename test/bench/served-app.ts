import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { heldMemory } from "@/test/support/held-memory";
import { MEMORY_SETTINGS, startCommand } from "@/test/support/start-command";

/** A cold build on a busy machine takes some minutes. */
const START_LIMIT = 600_000;

/** The app in a process of its own, as `npm start` runs it. */
export interface ServedApp {
  /** How long a page takes from asking to its last byte, in milliseconds. Throws when it is not a 200. */
  time(path: string, role?: "analyst" | "viewer"): Promise<number>;
  /** From its command to its first answer, in milliseconds; the build is there. */
  readonly startedIn: number;
  /** What the process holds in memory now, in megabytes (RSS). */
  memory(): number;
  stop(): Promise<void>;
}

/** Starts the app on a database; `cookieOf` makes the header of whoever asks, once the app is there. */
export async function serveApp(
  database: string,
  port: number,
  cookieOf: (role: "analyst" | "viewer") => Promise<string>,
): Promise<ServedApp> {
  execFileSync("npm", ["run", "build"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const begun = performance.now();
  const [file, ...args] = startCommand();
  const child = spawn(file, args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      ...MEMORY_SETTINGS,
      DATABASE_URL: database,
      HOST: "127.0.0.1",
      PORT: String(port),
      TRUSTED_PROXIES: "127.0.0.1",
    },
  });
  const exit = once(child, "exit");
  const stop = async () => {
    child.kill("SIGTERM");
    await exit;
  };
  const base = `http://127.0.0.1:${port}`;
  for (const end = Date.now() + START_LIMIT; !(await isUp(base)); await sleep(20)) {
    if (child.exitCode !== null || Date.now() > end) throw new Error("the app did not start");
  }
  const startedIn = performance.now() - begun;
  // The secret that signs sessions is made when somebody first asks.
  await (await fetch(`${base}/admin/results`, { redirect: "manual" })).text();
  const cookies = { analyst: await cookieOf("analyst"), viewer: await cookieOf("viewer") };
  return {
    startedIn,
    async time(path, role = "analyst") {
      const headers = { cookie: cookies[role] };
      const start = performance.now();
      const answer = await fetch(base + path, { headers, redirect: "manual" });
      // Read and forgotten: a file of a million answers is no string to keep.
      for await (const _ of answer.body ?? []);
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      return performance.now() - start;
    },
    memory: () => heldMemory(child.pid ?? 0),
    stop,
  };
}

async function isUp(base: string): Promise<boolean> {
  const answer = await fetch(`${base}/health`).catch(() => null);
  return answer?.status === 200;
}
