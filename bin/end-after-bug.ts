import type { Log } from "./observe/log";

/**
 * Ends the process after an error that nobody caught, once what it had accepted is answered: what it would go on with is
 * unknown. Whoever started it starts it again (docs/operations.md).
 */
export function endAfterBug(log: Log, stop: () => Promise<void>): void {
  process.once("uncaughtException", (bug) => {
    log.fatal({ err: bug }, "nobody caught this: stopping");
    void stop().finally(() => process.exit(1));
  });
}
