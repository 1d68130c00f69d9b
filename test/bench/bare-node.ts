import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Starts bare Node with postgres.js on a database, serving a page of the app as its own. Returns what stops it. */
export async function serveBare(database: string, port: number, page: string): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), "report-feedback-bare-"));
  const file = join(directory, "page.html");
  await writeFile(file, page.replace(/(?<=name="idempotency_key" value=")[0-9a-f-]{36}/, "KEY"));
  const child = spawn(process.execPath, ["--import", "tsx", "test/bench/bare-server.ts", String(port), file], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, DATABASE_URL: database },
  });
  const exit = once(child, "exit");
  await Promise.race([once(child.stdout, "data"), exit]);
  if (child.exitCode !== null) throw new Error("bare Node did not start");
  return async () => {
    child.kill("SIGTERM");
    await exit;
    await rm(directory, { recursive: true, force: true });
  };
}
