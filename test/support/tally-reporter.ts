import { writeSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

/**
 * Prints `N passed, N failed` (and `, N skipped`) as the last line of a run. What failed outside a test (a file that
 * does not load, a set-up, a promise nobody awaited) counts as a failure, so that the line never praises a broken run.
 */
export default class TallyReporter implements Reporter {
  private line = "0 passed, 1 failed";

  onInit(): void {
    // Vitest prints its own summary and the complaints of a slow tear-down after every reporter: only exit is last.
    process.once("exit", () => writeSync(1, `${this.line}\n`));
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const states = tests.map((test) => test.result().state);
    const flaky = tests.filter((test) => test.diagnostic()?.flaky);
    for (const { fullName } of flaky) process.stdout.write(`PASSED ONLY THE SECOND TIME: ${fullName}\n`);
    const passed = states.filter((state) => state === "passed").length;
    const skipped = states.filter((state) => state === "skipped").length;
    const outside = modules.reduce((sum, module) => sum + errorsOutsideTests(module), unhandledErrors.length);
    const unfinished = states.length - passed - skipped;
    const failed = unfinished + outside + (modules.length === 0 ? 1 : 0);
    this.line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
  }
}

function errorsOutsideTests(module: TestModule): number {
  const inSuites = Array.from(module.children.allSuites(), (suite) => suite.errors().length);
  return inSuites.reduce((sum, errors) => sum + errors, module.errors().length);
}
