import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { openEmbeddedApp, sceneOf } from "./harness/embedded-scene";
import type { Fault } from "./harness/fault";

const HELD_MS = 1500;

/** Other programs take every connection that the server gives, those of the app too, and hold them for a while. */
export const connectionsTaken: Fault = {
  name: "no connections left",
  async open(directory) {
    const running = await openEmbeddedApp(directory);
    return sceneOf(running, {
      async strike(_, { told }) {
        const taken: postgres.Sql[] = [];
        const take = async () => {
          const sql = postgres(running.database, { max: 1, idle_timeout: 0, fetch_types: false, onnotice: () => {} });
          const got = await sql`select 1`.then(
            () => true,
            () => false,
          );
          if (got) taken.push(sql);
          else await sql.end({ timeout: 0 });
          return got;
        };
        while (await take());
        const before = told.unkept;
        for (const end = performance.now() + HELD_MS; performance.now() < end; await sleep(5)) {
          await (taken[0] as postgres.Sql)`select pg_terminate_backend(pid) from pg_stat_activity
            where application_name in ('report-feedback', 'embedded-database-keeper')`;
          await Promise.all(Array.from({ length: 12 }, take));
        }
        await Promise.all(taken.map((sql) => sql.end({ timeout: 1 })));
        if (told.unkept === before) throw new Error("nobody was told: were all connections taken?");
        return performance.now();
      },
    });
  },
};
