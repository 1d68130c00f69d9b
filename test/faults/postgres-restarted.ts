import { openEmbeddedApp, sceneOf } from "./harness/embedded-scene";
import type { Fault } from "./harness/fault";

/** A fast shutdown of the database server, as an upgrade of its package does; the app has to start it again. */
export const postgresRestarted: Fault = {
  name: "Postgres restarted",
  async open(directory) {
    const running = await openEmbeddedApp(directory);
    return sceneOf(running, {
      async strike() {
        process.kill(await running.postmaster(), "SIGINT");
        return performance.now();
      },
    });
  },
};
