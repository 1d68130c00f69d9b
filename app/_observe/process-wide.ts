import type { Tallies } from "./tallies";

/**
 * What the whole process shares to be watched: `bin/start.ts` makes it, and routes and pages find it here. Next bundles
 * each of them apart, so a module variable would be one for every route.
 */
export interface ProcessWide {
  /** Where the embedded database keeps its data; null where the database is a server of its own. */
  readonly dataDirectory: string | null;
  /** Where the process asks itself for pages (docs/decisions/0003), also while it stops and takes nobody else. */
  innerOrigin?: string;
  readonly tallies: Tallies;
  /** Writes one line to the log; the error is scrubbed (lib/log/scrub.ts). */
  logError(error: unknown, message: string): void;
}

const PLACE = Symbol.for("report-feedback.process-wide");
const shared = globalThis as typeof globalThis & { [PLACE]?: ProcessWide };

/** What the process shares; null where the app runs without `bin/start.ts`, as in tests. */
export function processWide(): ProcessWide | null {
  return shared[PLACE] ?? null;
}

/** Shares it, once, before the first request. */
export function shareProcessWide(made: ProcessWide): void {
  shared[PLACE] = made;
}
