import { readFile } from "node:fs/promises";
import { inject } from "vitest";

/** The app as `npm start` runs it; `logFile` holds everything it printed. */
export interface RunningApp {
  readonly baseUrl: string;
  readonly logFile: string;
}

/** Why something is not there: told to the tests that need it, which then fail with it. */
export interface Problem {
  readonly problem: string;
}

/** What the set-up provided; throws when it could not. */
export function orThrow<T extends string | object>(provided: T | Problem): T {
  if (typeof provided === "object" && "problem" in provided) throw new Error(provided.problem);
  return provided as T;
}

/** Whether a proxy stands before the app (test/bench/cluster), which answers some requests itself and changes others. */
export const IS_PROXIED = Boolean(process.env.APP_HOST);

/** The staff account that the running app made at its first start. */
export const FIRST_STAFF = { email: "first.staff@example.cn", password: "correct-horse-battery-staple" } as const;

/** The address of a path of the running app. */
export function urlOf(path: string): string {
  return new URL(path, orThrow(inject("app")).baseUrl).href;
}

/** Asks the running app for a path. Redirects are returned, not followed, so that a test sees them. */
export function request(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(urlOf(path), { redirect: "manual", ...init });
}

/** Everything the running app has printed so far. */
export function readLog(): Promise<string> {
  return readFile(orThrow(inject("app")).logFile, "utf8");
}
