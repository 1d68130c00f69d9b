import { exec } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";

const run = promisify(exec);

// As tests, so that one command runs everything and one tally counts it.
describe("the tree", () => {
  test.each([
    ["is formatted as prettier would", "npx prettier --check ."],
    ["has nothing that oxlint complains of", "npx oxlint --deny-warnings"],
    ["has types that fit", "npm run --silent types"],
  ])("%s", async (_, command) => {
    const problems = await run(command).then(
      () => "",
      (failed: { stdout: string; stderr: string }) => failed.stdout + failed.stderr,
    );
    expect(problems === "", `${command}\n${problems}`).toBe(true);
  });
});
