import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { openEmbeddedApp, sceneOf } from "./harness/embedded-scene";
import type { Fault } from "./harness/fault";

const CUTTING_MS = 1500;

/** Connections that are in the middle of a transaction are ended by the server, one after the other, by chance. */
export const connectionCut: Fault = {
  name: "connection cut in mid-transaction",
  async open(directory) {
    const running = await openEmbeddedApp(directory);
    return sceneOf(running, {
      async strike() {
        const sql = postgres(running.database, { max: 1, onnotice: () => {} });
        let cut = 0;
        for (const end = performance.now() + CUTTING_MS; performance.now() < end; await sleep(Math.random() * 30)) {
          const rows = await sql`select pg_terminate_backend(pid) from (select pid from pg_stat_activity
            where application_name = 'report-feedback' and xact_start is not null order by random() limit 1) a`;
          cut += rows.length;
        }
        await sql.end({ timeout: 1 });
        if (cut === 0) throw new Error("no transaction was met");
        return performance.now();
      },
    });
  },
};
