import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";

test("after an error that nobody caught a process finishes what it has accepted, and ends with a failure", async () => {
  const child = spawn(process.execPath, ["--import", "tsx", "test/support/process-with-a-bug.ts"]);
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  const lines = output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { level: string; msg: string });
  expect(code).toBe(1);
  expect(lines.map(({ level, msg }) => [level, msg])).toEqual([
    ["fatal", "nobody caught this: stopping"],
    ["info", "requests under way are answered"],
  ]);
  expect(output).not.toContain("watermark");
});
