import { openEmbeddedApp, sceneOf } from "./harness/embedded-scene";
import type { Fault } from "./harness/fault";

/** kill -9 of the app and of the database server, as by a power cut; the app is started again at once. */
export const bothKilled: Fault = {
  name: "both killed",
  async open(directory) {
    const running = await openEmbeddedApp(directory);
    return sceneOf(running, {
      async strike(round) {
        const kill = [
          async () => running.app().end("SIGKILL"),
          async () => process.kill(await running.postmaster(), "SIGKILL"),
        ];
        for (const one of round % 2 ? kill : kill.toReversed()) await one();
        const gone = performance.now();
        await running.start();
        return gone;
      },
    });
  },
};
