import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { openEmbeddedApp, sceneOf } from "./harness/embedded-scene";
import type { Fault } from "./harness/fault";

const HOUR_MS = 3_600_000;
const CLOCK = "test/faults/harness/shifted-clock.ts";

/** The app's clock jumps hours ahead and back, over midnight, and beyond the end of the field period and again before. */
export const clockJumping: Fault = {
  name: "clock jumping",
  async open(directory) {
    const file = join(directory, "clock");
    writeFileSync(file, "0");
    const running = await openEmbeddedApp(directory, { settings: { CLOCK_FILE: file }, before: [`./${CLOCK}`] });
    const sql = postgres(running.database, { max: 1, onnotice: () => {} });
    await sql`update edition set closes_at = now() + interval '12 hours' where slug = '2024'`;
    await sql.end();
    const jump = async (hours: number) => {
      writeFileSync(file, String(hours * HOUR_MS));
      process.kill(running.app().pid, "SIGUSR2");
      await sleep(400);
    };
    return sceneOf(running, {
      // Closed, while the clock says so; whoever was acknowledged before gets the same receipt all the same.
      allows: [409],
      async strike(_, { sendAgain }) {
        await jump(25);
        await sendAgain(8);
        await jump(-25);
        await jump(Math.random() * 48 - 60);
        await sendAgain(8);
        await jump(13);
        // Near enough for the sessions of whoever checks.
        await jump(Math.random() - 0.5);
        return performance.now();
      },
    });
  },
};
