import { createServer } from "node:http";
import { type Env, EnvError } from "@/lib/env";
import { allFigures } from "./all-figures";
import type { Log } from "./log";
import { watchEventLoop } from "./process-figures";

/**
 * Serves /metrics for Prometheus on a port of its own, which no reverse proxy passes on; nothing where METRICS_PORT is
 * unset. Returns what stops it.
 */
export async function serveMetrics(
  { METRICS_HOST, METRICS_PORT, BACKUP_DIR }: Env,
  { version, log }: { version: string; log: Log },
): Promise<() => Promise<void>> {
  if (METRICS_PORT === undefined) return async () => {};
  watchEventLoop();
  const server = createServer(async (request, response) => {
    if (request.method !== "GET" || request.url?.split("?", 1)[0] !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    try {
      const text = await allFigures({ version, backups: BACKUP_DIR });
      response.writeHead(200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" }).end(text);
    } catch (err) {
      log.error({ err }, "no metrics");
      response.writeHead(500).end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new EnvError([`METRICS_PORT: ${METRICS_PORT} is taken`]) : error),
    );
    server.listen(METRICS_PORT, METRICS_HOST, resolve);
  });
  return async () => {
    server.close();
    server.closeAllConnections();
  };
}
