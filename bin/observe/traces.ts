import { randomBytes } from "node:crypto";
import type { Log } from "./log";
import type { AnsweredRequest } from "./requests";

/** Where spans go, as OpenTelemetry's own environment variables say it (OTLP over HTTP, JSON). */
export interface Collector {
  readonly endpoint: string;
  /** `name=value` with commas between, such as a collector's key. */
  readonly headers?: string | undefined;
  readonly service: string;
  readonly version: string;
}

/** Takes a span for each answered request; `close` sends what waits. */
export interface Traces {
  add(answered: AnsweredRequest): void;
  close(): Promise<void>;
}

const SEND_EVERY_MS = 5000;
const MOST_WAITING = 2048;
const PATIENCE_MS = 5000;
const SERVER = 2;
const ERROR = 2;
/** W3C Trace Context, version 00: trace, span of the caller, whether it is recorded. */
const PARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]([0-9a-f])$/;

/** Sends spans to a collector in batches. One that is away loses spans, never a request; the log says so. */
export function openTraces(to: Collector, log: Log): Traces {
  let waiting: object[] = [];
  let sending = Promise.resolve();
  const given = (to.headers ?? "").split(",").filter((pair) => pair.includes("="));
  const headers = Object.fromEntries(given.map((pair) => pair.split(/=(.*)/s).map((part) => part.trim())));
  const attributes = [text("service.name", to.service), text("service.version", to.version)];
  const send = async () => {
    const spans = waiting;
    waiting = [];
    if (spans.length === 0) return;
    const resourceSpans = [{ resource: { attributes }, scopeSpans: [{ scope: { name: "report-feedback" }, spans }] }];
    try {
      const answer = await fetch(`${to.endpoint.replace(/\/+$/, "")}/v1/traces`, {
        method: "POST",
        headers: { ...headers, "content-type": "application/json" },
        body: JSON.stringify({ resourceSpans }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      await answer.arrayBuffer();
      if (!answer.ok) log.warn({ status: answer.status, spans: spans.length }, "spans refused");
    } catch (err) {
      log.warn({ err, spans: spans.length }, "spans lost");
    }
  };
  const next = () => (sending = sending.then(send));
  const timer = setInterval(() => void next(), SEND_EVERY_MS).unref();
  return {
    add(answered) {
      const span = waiting.length < MOST_WAITING ? spanOf(answered) : null;
      if (span) waiting.push(span);
    },
    async close() {
      clearInterval(timer);
      await next();
    },
  };
}

/** The span of a request: what its line in the log says, and nothing more; null where its caller records nothing. */
function spanOf({ id, parent, method, route, status, ms, at }: AnsweredRequest): object | null {
  const [, trace = randomBytes(16).toString("hex"), parentSpanId, flags = "1"] = PARENT.exec(parent ?? "") ?? [];
  if (Number.parseInt(flags, 16) % 2 === 0) return null;
  const nanoseconds = (milliseconds: number) => String(BigInt(Math.round(milliseconds * 1000)) * 1000n);
  return {
    traceId: trace,
    spanId: randomBytes(8).toString("hex"),
    ...(parentSpanId ? { parentSpanId } : {}),
    name: `${method} ${route}`,
    kind: SERVER,
    startTimeUnixNano: nanoseconds(at),
    endTimeUnixNano: nanoseconds(at + ms),
    attributes: [
      text("http.request.method", method),
      text("http.route", route),
      { key: "http.response.status_code", value: { intValue: String(status) } },
      text("report_feedback.request", id),
    ],
    status: status >= 500 ? { code: ERROR } : {},
  };
}

function text(key: string, stringValue: string): object {
  return { key, value: { stringValue } };
}
