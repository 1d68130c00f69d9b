import { afterEach, describe, expect, test } from "vitest";
import { type Log, leadConsoleInto } from "@/bin/observe/log";

const own = { ...console };
const listeners = process.listeners("warning");
afterEach(() => {
  Object.assign(console, own);
  process.removeAllListeners("warning");
  for (const listener of listeners) process.on("warning", listener);
});

/** A log that keeps what is written. */
function collect(): { log: Log; lines: unknown[][] } {
  const lines: unknown[][] = [];
  const level = (name: string) => [name, (...given: unknown[]) => lines.push([name, ...given])] as const;
  return { log: Object.fromEntries(["debug", "info", "warn", "error"].map(level)) as unknown as Log, lines };
}

/** What a package prints, on the console that was led away. */
const printed: Console = console;

describe("what other packages print", () => {
  test("goes into the log: errors as errors, texts scrubbed, and nothing else of what they hold", () => {
    const { log, lines } = collect();
    leadConsoleInto(log);
    const error = new Error("unhandled");
    printed.error("\u001b[31m⨯\u001b[39m unhandledRejection: ", error);
    printed.warn("no user reader@example.com", { advice: "意见" }, ["意见"]);
    printed.log({ advice: "意见" });
    expect(lines).toEqual([
      ["error", { err: error }, "unhandledRejection:"],
      ["warn", "no user [e-mail]"],
      ["info", "printed"],
    ]);
  });

  test("also where it is a warning of Node's own", async () => {
    const { log, lines } = collect();
    leadConsoleInto(log);
    process.emitWarning("the database moved");
    await new Promise((resolve) => setImmediate(resolve));
    expect(lines).toEqual([["warn", { err: expect.any(Error) }, "warning"]]);
  });
});
