import { readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { databaseUrl } from "@/db/embedded/cluster";
import { DATABASE } from "@/db/embedded/keeper";
import { findPostmaster } from "@/db/embedded/postmaster";
import { type Program, startProgram } from "@/test/bench/cluster/program";
import { MEMORY_SETTINGS, startCommand } from "@/test/support/start-command";

// Sessions that the harness makes are signed as the app signs them.
process.env.AUTH_SECRET ??= "only-for-what-is-broken-on-purpose";

/** The app in a process of its own, on a port that it keeps when it is started again. */
export interface App {
  readonly base: string;
  readonly log: string;
  readonly pid: number;
  end(signal: NodeJS.Signals): Promise<void>;
}

export interface AppStart {
  readonly directory: string;
  readonly port: number;
  readonly settings?: Readonly<Record<string, string>>;
  /** Modules that node imports before the program. */
  readonly before?: readonly string[];
}

/** Starts the app with its data below a directory; returns when its port is open, which is before it is ready. */
export async function startApp({ directory, port, settings = {}, before = [] }: AppStart): Promise<App> {
  const base = `http://127.0.0.1:${port}`;
  const log = join(directory, "app.log");
  const env = {
    ...MEMORY_SETTINGS,
    NODE_ENV: "production",
    DATABASE_URL: "",
    DATA_DIR: join(directory, "data"),
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: base,
    TRUSTED_PROXIES: "127.0.0.1",
    LOG_LEVEL: "warn",
    ...settings,
  };
  const program: Program = await startProgram({ command: startCommand(before), port, log, env });
  return { base, log, pid: program.child.pid ?? 0, end: program.end };
}

/** Waits until the app answers /health with 200. */
export async function ready({ base }: Pick<App, "base">): Promise<void> {
  for (const limit = performance.now() + 90_000; performance.now() < limit; await sleep(50)) {
    const answer = await fetch(`${base}/health`).catch(() => null);
    if (answer?.status === 200) return;
  }
  throw new Error(`${base} is not ready after 90 s`);
}

/** The embedded database below a directory: where its data is, its server's process, its address. */
export async function embeddedIn(directory: string): Promise<{ pid: number | null; url: string }> {
  const home = await realpath(join(directory, "data/postgres/cluster"));
  const data = join(home, "data");
  const found = await findPostmaster(data);
  const password = await readFile(join(home, "password"), "utf8");
  const cluster = { directory: home, data, log: "", password };
  return found.running
    ? { pid: found.pid, url: databaseUrl(cluster, found.port, DATABASE) }
    : { pid: null, url: "postgres://gone" };
}
