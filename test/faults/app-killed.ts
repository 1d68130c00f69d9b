import { openEmbeddedApp, sceneOf } from "./harness/embedded-scene";
import type { Fault } from "./harness/fault";

/** kill -9 of the app, which is started again at once. */
export const appKilled: Fault = {
  name: "app killed",
  async open(directory) {
    const running = await openEmbeddedApp(directory);
    return sceneOf(running, {
      async strike() {
        await running.app().end("SIGKILL");
        const gone = performance.now();
        await running.start();
        return gone;
      },
    });
  },
};
