import { embeddedIn, ready, startApp } from "./harness/app";
import { freePort } from "@/test/bench/cluster/program";
import type { Fault } from "./harness/fault";
import { openSwitch } from "./harness/switch";

/** A new process takes over behind a load balancer, and the old one is told to stop: no reader has to send twice. */
export const deployUnderLoad: Fault = {
  name: "deploy under load",
  async open(directory) {
    const balancer = await openSwitch();
    const settings = { DRAIN_SECONDS: "1", PUBLIC_URL: balancer.base };
    const start = async () => {
      const port = await freePort();
      const app = await startApp({ directory, port, settings });
      await ready(app);
      balancer.lead(port);
      return app;
    };
    let app = await start();
    const { url } = await embeddedIn(directory);
    return {
      base: balancer.base,
      database: url,
      retries: false,
      async strike() {
        const old = app;
        app = await start();
        await old.end("SIGTERM");
        return performance.now();
      },
      async close() {
        await app.end("SIGTERM");
        await balancer.close();
      },
    };
  },
};
