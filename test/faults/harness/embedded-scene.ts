import { setTimeout as sleep } from "node:timers/promises";
import { type App, type AppStart, embeddedIn, ready, startApp } from "./app";
import { freePort } from "@/test/bench/cluster/program";
import type { Scene } from "./fault";

/** An app on its embedded database, and how to end and start either. */
export interface EmbeddedApp {
  readonly base: string;
  readonly database: string;
  readonly log: string;
  readonly directory: string;
  app(): App;
  /** Starts the app again at its port; returns when the port is open. */
  start(): Promise<void>;
  /** The database server's process; throws when none runs. */
  postmaster(): Promise<number>;
  close(): Promise<void>;
}

/** Starts an app in an empty directory, and waits until it takes answers. */
export async function openEmbeddedApp(
  directory: string,
  more: Pick<AppStart, "settings" | "before"> = {},
): Promise<EmbeddedApp> {
  const port = await freePort();
  const start = () => startApp({ directory, port, ...more });
  let app = await start();
  await ready(app);
  const { url } = await embeddedIn(directory);
  return {
    base: app.base,
    database: url,
    log: app.log,
    directory,
    app: () => app,
    start: async () => void (app = await start()),
    async postmaster() {
      for (let tries = 0; tries < 200; tries += 1) {
        const { pid } = await embeddedIn(directory);
        if (pid) return pid;
        await sleep(50);
      }
      throw new Error("no database server runs");
    },
    async close() {
      await app.end("SIGTERM");
      // The app stops it, unless it was its end that was tried.
      const { pid } = await embeddedIn(directory);
      if (pid) process.kill(pid, "SIGQUIT");
    },
  };
}

/** A scene of such an app, from how it is broken. */
export function sceneOf(
  { base, database, close }: EmbeddedApp,
  rest: Omit<Scene, "base" | "database" | "close">,
): Scene {
  return { base, database, close, ...rest };
}
