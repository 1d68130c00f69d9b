import type { IncomingMessage, ServerResponse } from "node:http";

/** Where a proxy or an orchestrator asks whether to send people here. */
export const READY = "/ready";

/** Whether this process takes people in: not before Next can answer them, and not from the signal to stop on. */
export type Readiness = "starting" | "ready" | "stopping";

export function isReadyQuestion({ url = "" }: IncomingMessage): boolean {
  return url.split("?", 1)[0] === READY;
}

/** Without Next and without the database: a proxy that asks every second costs nothing. */
export function answerReady(response: ServerResponse, readiness: Readiness): void {
  const headers = { "content-type": "application/json", "cache-control": "no-store" };
  response.writeHead(readiness === "ready" ? 200 : 503, headers).end(`${JSON.stringify({ status: readiness })}\n`);
}
