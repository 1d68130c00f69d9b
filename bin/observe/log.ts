import { AsyncLocalStorage } from "node:async_hooks";
import pino from "pino";
import { scrubError, scrubText } from "@/lib/log/scrub";

/** The log of the process: lines of JSON on standard output. Its callers give it nothing that a person typed. */
export type Log = pino.Logger;

/** The request that is being answered, so that every line written meanwhile names it. */
export const currentRequest = new AsyncLocalStorage<{ readonly id: string }>();

/**
 * Opens the log; `level` is the least that is written. Written at once, so that nothing is lost with the process. `onError`
 * is called for each line that tells of an error.
 */
export function openLog(level: string, onError: () => void): Log {
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error: unknown) => scrubError(error) },
      hooks: {
        logMethod(given, write, of) {
          if (of >= pino.levels.values.error!) onError();
          write.apply(this, given);
        },
      },
      mixin: () => {
        const request = currentRequest.getStore();
        return request ? { request: request.id } : {};
      },
    },
    openOutput(),
  );
}

/** What is kept of lines that nobody takes just now, in bytes. */
const MOST_KEPT = 1 << 20;

/**
 * Standard output, whose failure must not be the process's: people are answered also while the disk under the log is full.
 * Lines wait meanwhile, and those beyond a megabyte are left out.
 */
function openOutput() {
  const output = pino.destination({ dest: 1, sync: true, maxLength: MOST_KEPT });
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  output.on("error", () => {});
  // At its limit it tries no more of itself.
  output.on("drop", () => {
    try {
      output.flushSync();
    } catch {
      // Still nobody takes them.
    }
  });
  return output;
}

const LEVELS = { log: "info", info: "info", warn: "warn", error: "error", debug: "debug", trace: "debug" } as const;

/**
 * Leads what Next and other packages print into the log, as Next does with what nobody caught: errors with their frames,
 * texts scrubbed, anything else left out, since it may be made of what a person sent.
 */
export function leadConsoleInto(log: Log): void {
  for (const [name, level] of Object.entries(LEVELS)) {
    Reflect.set(console, name, (...printed: unknown[]) => {
      const error = printed.find((part) => part instanceof Error);
      const words = printed.filter((part) => typeof part === "string").map(scrubText);
      const message = words.filter(Boolean).join(" ") || "printed";
      if (error) log[level]({ err: error }, message);
      else log[level](message);
    });
  }
  // Node's own listener would print them as they are.
  process.removeAllListeners("warning").on("warning", (err) => log.warn({ err }, "warning"));
}
