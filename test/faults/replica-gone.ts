import { ready, startApp } from "./harness/app";
import { freePort } from "@/test/bench/cluster/program";
import { analystHeaders, compare, readCsv, readRows } from "./harness/check";
import type { Fault } from "./harness/fault";
import { openReplicatedServer } from "@/test/support/replicated-server";

/** The read replica goes away while results and files are read, and comes back. They are right all the while. */
export const replicaGone: Fault = {
  name: "replica gone",
  async open(directory) {
    const server = await openReplicatedServer();
    const port = await freePort();
    const settings = { DATABASE_URL: server.primary, DATABASE_REPLICA_URL: server.replica };
    const app = await startApp({ directory, port, settings });
    await ready(app);
    const headers = await analystHeaders(server.primary);
    return {
      base: app.base,
      database: server.primary,
      async strike(_, { book }) {
        const read = async () => {
          const sure = book.acknowledged();
          const found = await readCsv(app.base, server.primary);
          const texts = new Set(found.flatMap((one) => one.texts));
          const missing = sure.filter(({ text }) => !texts.has(text)).length;
          const { doubled, unsent } = compare(book, found);
          if (missing + doubled.length + unsent.length > 0) throw new Error(`the file lacks ${missing}; ${doubled}`);
        };
        const reading = [read(), read()];
        await server.kill();
        await Promise.all(reading);
        await read();
        const gone = performance.now();
        await server.revive();
        await read();
        return gone;
      },
      async look() {
        const rows = await readRows(server.primary);
        const page = await fetch(`${app.base}/admin/results?edition=2024`, { headers });
        const said = (await page.text()).replaceAll(/<[^>]*>|,/g, "");
        if (!said.includes(String(rows.length))) throw new Error(`results do not say ${rows.length}`);
      },
      async close() {
        await app.end("SIGTERM");
        await server.close();
      },
    };
  },
};
