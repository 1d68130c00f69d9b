import { shareProcessWide } from "@/app/_observe/process-wide";
import { newTallies } from "@/app/_observe/tallies";
import type { Env } from "@/lib/env";
import { type Log, leadConsoleInto, openLog } from "./log";
import { serveMetrics } from "./metrics-server";
import type { AnsweredRequest } from "./requests";
import type { Traces } from "./traces";

/** How this process is watched from outside. */
export interface Watch {
  readonly log: Log;
  onAnswered(answered: AnsweredRequest): void;
  /** Serves the metrics and sends spans, as far as the settings ask for it; returns what stops both. */
  open(): Promise<() => Promise<void>>;
}

/** Opens the log and the tallies of this process, and shares them with the app. A developer's console stays as it is. */
export function watch(settings: Env, { version, dev }: { version: string; dev: boolean }): Watch {
  const tallies = newTallies();
  const log = openLog(settings.LOG_LEVEL, () => tallies.errors.add({}));
  shareProcessWide({
    tallies,
    dataDirectory: settings.DATABASE_URL ? null : settings.DATA_DIR,
    logError: (err, message) => log.error({ err }, message),
  });
  if (!dev) leadConsoleInto(log);
  let traces: Traces | null = null;
  return {
    log,
    onAnswered(answered) {
      const { method, route, status, ms } = answered;
      tallies.requests.add({ method, route, status: String(status) });
      tallies.seconds.observe({ method, route }, ms / 1000);
      traces?.add(answered);
    },
    async open() {
      const closeMetrics = await serveMetrics(settings, { version, log });
      traces = await tracesFor(settings, version, log);
      return async () => {
        await closeMetrics();
        await traces?.close();
      };
    },
  };
}

/** What sends spans is not even loaded where nobody asks for them. */
export async function tracesFor(settings: Env, version: string, log: Log): Promise<Traces | null> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers } = settings;
  if (!endpoint) return null;
  const { openTraces } = await import("./traces");
  return openTraces({ endpoint, headers, service: settings.OTEL_SERVICE_NAME, version }, log);
}
