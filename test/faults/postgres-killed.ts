import { openEmbeddedApp, sceneOf } from "./harness/embedded-scene";
import type { Fault } from "./harness/fault";

/** kill -9 of the database server's first process; the app has to start it again. */
export const postgresKilled: Fault = {
  name: "Postgres killed",
  async open(directory) {
    const running = await openEmbeddedApp(directory);
    return sceneOf(running, {
      async strike() {
        process.kill(await running.postmaster(), "SIGKILL");
        return performance.now();
      },
    });
  },
};
