import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

let directory = "";
beforeAll(() => (directory = mkdtempSync(join(tmpdir(), "report-feedback-log-"))));
afterAll(() => rmSync(directory, { recursive: true }));

/** Writes more than the log keeps, says that it goes on, and writes a last line when its output was mended. */
const PROGRAM = `
  const { openLog } = await import("./bin/observe/log");
  const { closeSync, openSync } = await import("node:fs");
  const log = openLog("info", () => {});
  process.stdout.write("printed\\n");
  process.stderr.write("printed\\n");
  for (let line = 0; line < 5000; line += 1) log.error({ err: new Error("still " + line) }, "not kept");
  closeSync(1);
  openSync(process.argv.at(-1), "a");
  log.info("there is room again");
  log.info("and again");
  await (await import("node:fs/promises")).writeFile(process.argv.at(-1) + ".after", "goes on");
`;

test.runIf(existsSync("/dev/full"))("a log that cannot be written ends nothing, and goes on when there is room", () => {
  const full = openSync("/dev/full", "w");
  const file = join(directory, "log");
  const args = ["--import", "tsx", "--input-type=module", "--eval", PROGRAM, file];
  const { status } = spawnSync(process.execPath, args, { stdio: ["ignore", full, full] });
  closeSync(full);
  expect([status, readFileSync(`${file}.after`, "utf8")]).toEqual([0, "goes on"]);
  expect(readFileSync(file, "utf8")).toContain("and again");
});
