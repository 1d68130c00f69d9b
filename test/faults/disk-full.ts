import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { openEmbeddedApp, sceneOf } from "./harness/embedded-scene";
import type { Fault } from "./harness/fault";
import { mountSmallDisk } from "./harness/small-disk";
import type { Writers } from "./harness/writers";

const DISK_MB = 300;
const FULL_MS = 2000;

/**
 * The disk with the database is full for a while: readers are told so. In every third round the server is killed
 * meanwhile, in every third the app, and both have to come back on a disk on which nothing can be written.
 */
export const diskFull: Fault = {
  name: "disk full",
  lacks: () => (process.getuid?.() === 0 && process.platform === "linux" ? null : "a small disk needs root on Linux"),
  async open(directory) {
    const disk = mountSmallDisk(directory, DISK_MB);
    const running = await openEmbeddedApp(directory).catch((error: unknown) => {
      disk.close();
      throw error;
    });
    const restart = async () => {
      await running.app().end("SIGKILL");
      await running.start().catch(() => {
        const said = readFileSync(running.log, "utf8").slice(-3000);
        if (!/No space left|ENOSPC/.test(said)) throw new Error(`the start did not say what is wrong: ${said}`);
      });
    };
    const close = () => running.close().finally(disk.close);
    return sceneOf(
      { ...running, close },
      {
        async strike(round, { told }) {
          const before = told.unkept;
          disk.fill();
          await noticed(told, before);
          if (round % 3 === 1) process.kill(await running.postmaster(), "SIGKILL");
          if (round % 3 === 2) await restart();
          await sleep(FULL_MS);
          disk.free();
          const gone = performance.now();
          if (!(await isUp(running.base))) await running.start();
          return gone;
        },
      },
    );
  },
};

async function noticed(told: Writers["told"], before: number): Promise<void> {
  for (const limit = performance.now() + 60_000; told.unkept === before; await sleep(20)) {
    if (performance.now() > limit) throw new Error("nobody was told that the disk is full");
  }
}

const isUp = (base: string) =>
  fetch(`${base}/ready`).then(
    () => true,
    () => false,
  );
