import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { REQUEST_ID_HEADER, isRequestId } from "@/app/_observe/request-id";
import { type Log, currentRequest } from "./log";
import { type Route, routePattern } from "./route-pattern";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
/** What programs ask for all day long, or a page brings with it: only with LOG_LEVEL=debug. */
const CHATTER = ["/health", "/ready", "/_next", "(file)"];

/** A request that was answered: what of it may be logged and counted. */
export interface AnsweredRequest {
  readonly id: string;
  /** Trace Context that a proxy of ours gave (`traceparent`). */
  readonly parent: string | undefined;
  /** When it came, in milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  readonly route: string;
  /** 499 where the client left before the answer was whole. */
  readonly status: number;
  readonly ms: number;
}

/** Runs `answer` as the work of one request: gives it an id, and notes it in the log when its answer is sent. */
export function observeRequest(
  request: IncomingMessage,
  response: ServerResponse,
  about: { log: Log; routes: readonly Route[]; isProxied: boolean; onAnswered: (answered: AnsweredRequest) => void },
  answer: () => void,
): void {
  const [at, started] = [Date.now(), performance.now()];
  const given = about.isProxied ? request.headers[REQUEST_ID_HEADER] : undefined;
  const id = typeof given === "string" && isRequestId(given) ? given : randomUUID();
  request.headers[REQUEST_ID_HEADER] = id;
  response.setHeader(REQUEST_ID_HEADER, id);
  // Taken now: Next rewrites the address while it answers.
  const path = (request.url ?? "").split("?", 1)[0] ?? "";
  response.once("close", () => {
    const line = {
      method: METHODS.includes(request.method ?? "") ? (request.method ?? "") : "OTHER",
      route: routePattern(about.routes, path),
      status: response.writableFinished ? response.statusCode : 499,
      ms: Math.round((performance.now() - started) * 10) / 10,
    };
    const parent = about.isProxied ? request.headersDistinct.traceparent?.[0] : undefined;
    about.onAnswered({ ...line, id, parent, at });
    const level = CHATTER.includes(line.route) && line.status < 500 ? "debug" : "info";
    currentRequest.run({ id }, () => about.log[level](line, "request"));
  });
  currentRequest.run({ id }, answer);
}
