import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findPostmaster } from "@/db/embedded/postmaster";
import { urlOf } from "@/test/support/server";
import { startCommand } from "@/test/support/start-command";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "report-feedback-start-"));
});
let running: ReturnType<typeof start> | undefined;
afterEach(async () => {
  running?.child.kill("SIGTERM");
  await running?.exit;
  await rm(directory, { recursive: true, force: true });
});

/** Starts the program on a data directory of its own; `said` is what it printed so far. */
function start(settings: Record<string, string>): { child: ChildProcess; exit: Promise<unknown[]>; said(): string } {
  const { DATABASE_URL: _, ...env } = process.env;
  const [file, ...args] = startCommand();
  const child = spawn(file, args, {
    env: { ...env, NODE_ENV: "production", DATA_DIR: directory, HOST: "127.0.0.1", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => output.push(String(chunk)));
  running = { child, exit: once(child, "exit"), said: () => output.join("") };
  return running;
}

const server = async () => {
  const found = await findPostmaster(join(directory, "postgres/cluster/data"));
  return found.running ? found.pid : null;
};
const takenPort = new URL(urlOf("/")).port;

describe("a start", () => {
  test("that is interrupted as soon as its database runs leaves no database running", async () => {
    const { child, exit } = start({ PORT: "1" });
    while ((await server()) === null && child.exitCode === null) await sleep(5);
    child.kill("SIGINT");
    await exit;
    expect(await server()).toBeNull();
  });

  test("on a port that is taken names it and leaves no database running", async () => {
    const { exit, said } = start({ PORT: takenPort });
    expect((await exit)[0]).toBe(1);
    expect(said()).toContain(`PORT: ${takenPort} is taken by another program`);
    expect(said()).not.toContain("at ");
    expect(await server()).toBeNull();
  });

  test.each([
    [{ PORT: "abc" }, "PORT: must be a number from 1 to 65535"],
    [{ STAFF_EMAIL: "a@example.cn" }, "STAFF_PASSWORD: STAFF_EMAIL and STAFF_PASSWORD are set together"],
    [{ PUBLIC_URL: "https://example.cn/esg" }, "PUBLIC_URL: must have no path"],
  ])("with the bad setting %j names it and does nothing", async (settings, message) => {
    const { exit, said } = start(settings as unknown as Record<string, string>);
    expect((await exit)[0]).toBe(1);
    expect(said()).toContain(message);
  });
});
