import { setTimeout as sleep } from "node:timers/promises";
import { analystHeaders } from "./harness/check";
import { openEmbeddedApp, sceneOf } from "./harness/embedded-scene";
import type { Fault } from "./harness/fault";

const DESK = ["exports/2024/responses.csv", "exports/2024/responses.xlsx", "results?edition=2024"];

/** 64 readers at once and an officer's downloads, on a pool of five connections: nobody waits for ever or is refused. */
export const fullPool: Fault = {
  name: "pool of 5, 64 at once",
  async open(directory) {
    const running = await openEmbeddedApp(directory, { settings: { DATABASE_POOL: "5" } });
    const headers = await analystHeaders(running.database);
    return sceneOf(running, {
      atOnce: 64,
      retries: false,
      async strike() {
        const asked = [...DESK, ...DESK].map(async (path) => {
          const answer = await fetch(`${running.base}/admin/${path}`, { headers });
          await answer.arrayBuffer();
          return answer.status;
        });
        const statuses = await Promise.all(asked);
        // 503 says that other downloads have taken their half of the pool.
        const wrong = statuses.filter((status) => status !== 200 && status !== 503);
        if (wrong.length > 0) throw new Error(`the desk answered ${wrong.join()}`);
        await sleep(500);
        return performance.now();
      },
    });
  },
};
