import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Defer, serve } from "@/test/support/host";
import type { RunningApp } from "@/test/support/server";
import { startApps } from "./apps";

// In the place of test/support/app-host.ts (APP_HOST): the app of the end-to-end tests is then this cluster.
const ofUs = (name: string) => process.env[name] ?? "";
await serve(async (defer: Defer): Promise<RunningApp> => {
  const directory = await mkdtemp(join(tmpdir(), "report-feedback-cluster-app-"));
  defer(() => rm(directory, { recursive: true, force: true }));
  const ports = { bouncer: Number(ofUs("CLUSTER_BOUNCER")), replica: Number(ofUs("CLUSTER_REPLICA")) };
  const { baseUrl, logFile, close } = await startApps(directory, ofUs("DATABASE_URL"), ports);
  defer(close);
  return { baseUrl, logFile };
});
