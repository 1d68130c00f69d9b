import type { TestProject } from "vitest/node";
import { type Host, startHost } from "./host";
import type { TestServer } from "./test-server";

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

// Each project loads this file for itself, but they share the process, and one server is enough for all of them.
const shared = globalThis as typeof globalThis & { testServer?: { host: Promise<Host<TestServer>>; users: number } };

/** Gives a project the run's Postgres: TEST_DATABASE_URL, or an embedded one in a temporary directory. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.testServer ??= { host: startHost<TestServer>("test/support/database-host.ts"), users: 0 };
  const use = shared.testServer;
  use.users += 1;
  const host = await use.host;
  project.provide("testServer", host.value);
  return async () => {
    use.users -= 1;
    if (use.users === 0) await host.stop();
  };
}
