import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Program, freePort, startProgram } from "./program";
import { startProxy } from "./proxy";
import { MEMORY_SETTINGS, startCommand } from "@/test/support/start-command";

/** The ports of the database servers, as the programs below are told them. */
export interface DatabasePorts {
  readonly replica: number;
  readonly bouncer: number;
}

/** Two processes of the app behind nginx. */
export interface Apps {
  readonly baseUrl: string;
  readonly logFile: string;
  readonly ports: readonly number[];
  /** Ends one of the two with a signal, and starts it anew. */
  end(place: number, signal: NodeJS.Signals): Promise<void>;
  start(place: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts two processes of the app on one database through PgBouncer and the replica, and nginx before them. `database`
 * is the address of the database itself; `settings` are the app's.
 */
export async function startApps(
  directory: string,
  database: string,
  { bouncer, replica }: DatabasePorts,
  settings: Record<string, string> = {},
): Promise<Apps> {
  const at = (port: number) => Object.assign(new URL(database), { port: String(port) }).href;
  const proxyPort = await freePort();
  const baseUrl = `http://127.0.0.1:${proxyPort}`;
  const logFile = join(directory, "app.log");
  const env = {
    ...MEMORY_SETTINGS,
    ...settings,
    DATABASE_URL: at(bouncer),
    DATABASE_PREPARE: "false",
    DATABASE_REPLICA_URL: at(replica),
    HOST: "127.0.0.1",
    PUBLIC_URL: baseUrl,
    TRUSTED_PROXIES: "127.0.0.1",
    NODE_ENV: "production",
  };
  const ports = [await freePort(), await freePort()];
  const command = startCommand();
  const startOn = async (port: number) => {
    const program = await startProgram({ command, port, log: logFile, env: { ...env, PORT: String(port) } });
    while ((await fetch(`http://127.0.0.1:${port}/health`).catch(() => null))?.status !== 200) await sleep(50);
    return program;
  };
  // Both at once, as after a power cut: one builds, migrates and makes the first account, the other waits.
  const started = await Promise.allSettled(ports.map(startOn));
  const running: Program[] = started.flatMap((start) => (start.status === "fulfilled" ? [start.value] : []));
  if (running.length < ports.length) {
    await Promise.all(running.map((program) => program.end("SIGTERM")));
    throw new Error("an app did not start", { cause: started.find(({ status }) => status === "rejected") });
  }
  const proxy = await startProxy(directory, proxyPort, ports);
  return {
    baseUrl,
    logFile,
    ports,
    end: async (place, signal) => running[place]?.end(signal),
    start: async (place) => void (running[place] = await startOn(ports[place] ?? 0)),
    close: async () => {
      await proxy.end("SIGQUIT");
      await Promise.all(running.map((program) => program.end("SIGTERM")));
    },
  };
}
