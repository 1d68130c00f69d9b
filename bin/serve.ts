import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { FAILED_HEADER } from "@/app/[locale]/[edition]/responses/failed-header";
import { defend } from "@/app/_defence/defend";
import { processWide } from "@/app/_observe/process-wide";
import { REQUEST_ID_HEADER } from "@/app/_observe/request-id";
import { NETWORK_HEADER } from "@/app/_sender/network-header";
import { type Env, EnvError } from "@/lib/env";
import { FAILURE_WORDS } from "@/lib/messages/failure";
import { MOST_CONNECTIONS, SERVER_LIMITS, STILL_MS, refusalOf } from "./limits";
import { type Peer, clientNetworkOf, trustedBy } from "./client-network";
import { closable } from "./close-server";
import { type Log, currentRequest } from "./observe/log";
import { answerReady, isReadyQuestion } from "./observe/ready";
import { type AnsweredRequest, observeRequest } from "./observe/requests";
import { readRoutes } from "./observe/route-pattern";
import { allowedAt, checkedBody } from "./posts/posts";

/** How long a stop waits for requests under way: an export of 100,000 answers takes 5 s; one of a million may be cut. */
const LAST_REQUESTS_MS = 45_000;

/**
 * Serves the app on HOST:PORT. Returns what stops it: /ready says 503, for DRAIN_SECONDS people are answered as before,
 * then new connections are refused, and requests under way finish.
 */
export async function serve(
  { HOST, PORT, TRUSTED_PROXIES, DRAIN_SECONDS, publicUrl }: Env,
  { dev, log, onAnswered }: { dev: boolean; log: Log; onAnswered: (answered: AnsweredRequest) => void },
): Promise<() => Promise<void>> {
  const { default: next } = await import("next");
  const { front } = await import("./front/front");
  // No hostname: Next writes 127.0.0.1 as localhost in rewrites and would then take its own address for a stranger's.
  const app = next({ dev, port: PORT });
  const isTrusted = trustedBy(TRUSTED_PROXIES);
  const around = { isHttps: publicUrl.startsWith("https:"), isDev: dev };
  const routes = readRoutes();
  let handle: ReturnType<typeof app.getRequestHandler> | null = null;
  // A developer changes what no database knows of.
  const inFront = dev ? null : front();
  let stopping = false;

  const notAnswered = (response: ServerResponse, err: unknown) => {
    log.error({ err }, "not answered");
    fail(response, 500);
  };
  const answerByNext = (request: IncomingMessage, response: ServerResponse) => {
    if (!handle) return fail(response, 503);
    handle(request, response).catch((err: unknown) => notAnswered(response, err));
  };
  const answer = (request: IncomingMessage, response: ServerResponse, go = answerByNext) => {
    defend(request, response, around);
    // Always set, so that nobody names a network for himself.
    request.headers[NETWORK_HEADER] = clientNetworkOf(peerOf(request), isTrusted) ?? "";
    if (isReadyQuestion(request)) return answerReady(response, stopping ? "stopping" : handle ? "ready" : "starting");
    const refusal = refusalOf(request);
    if (refusal !== null) return fail(response, refusal);
    // Said by the front alone.
    delete request.headers[FAILED_HEADER];
    // PUBLIC_URL is what says it; Next would hold a form's sender against whatever stands here.
    delete request.headers["x-forwarded-host"];
    // A developer's Next has addresses of its own.
    const checking = dev ? Promise.resolve(request) : checkedBody(request);
    const goOn = (checked: Awaited<typeof checking>) => {
      if (typeof checked === "number") fail(response, checked);
      else if (checked) go(checked, response);
      else response.destroy();
    };
    checking.then(goOn).catch((err: unknown) => notAnswered(response, err));
  };
  const answerFirst = (request: IncomingMessage, response: ServerResponse) => {
    const answered = handle && inFront?.(request, response);
    if (!answered) return answerByNext(request, response);
    answered.then((left) => left && answerByNext(left, response)).catch((err: unknown) => notAnswered(response, err));
  };
  const server = createServer(SERVER_LIMITS, (request, response) => {
    const isProxied = isTrusted(request.socket.remoteAddress ?? "");
    observeRequest(request, response, { log, routes, isProxied, onAnswered }, () =>
      answer(request, response, answerFirst),
    );
  });
  // Not counted and not logged: it is part of the request that asks.
  const inner = createServer((request, response) => {
    currentRequest.run({ id: String(request.headers[REQUEST_ID_HEADER]) }, () => answer(request, response));
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.setTimeout(STILL_MS);
  const connections = closable(server);
  // Before Next is ready: whoever asks /ready meanwhile is told, and a port that is taken ends the start at once.
  await listen(server, PORT, HOST);
  await listen(inner, 0, "127.0.0.1");
  const shared = processWide();
  const innerOrigin = `http://127.0.0.1:${(inner.address() as AddressInfo).port}`;
  if (shared) shared.innerOrigin = innerOrigin;
  // Where Next fetches the page that an action leads to: by what a proxy says, it would ask this port by https.
  Object.assign(process.env, { __NEXT_PRIVATE_ORIGIN: innerOrigin });
  await app.prepare();
  handle = app.getRequestHandler();
  return async () => {
    stopping = true;
    log.info({ seconds: DRAIN_SECONDS }, "stopping");
    connections.endConnections();
    await sleep(DRAIN_SECONDS * 1000);
    await connections.close(LAST_REQUESTS_MS);
    inner.close();
    inner.closeAllConnections();
    await app.close();
    log.info("stopped");
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new EnvError([`PORT: ${port} is taken by another program`]) : error),
    );
    server.listen(port, host, resolve);
  });
}

function peerOf({ socket, headersDistinct }: IncomingMessage): Peer {
  return { address: socket.remoteAddress, forwardedFor: headersDistinct["x-forwarded-for"]?.join(",") };
}

function fail(response: ServerResponse, status: number): void {
  const { "zh-CN": zh, en } = FAILURE_WORDS;
  const words = status >= 500 ? `${zh.text} ${en.text}` : `${zh.request} ${en.request}`;
  const id = status >= 500 ? response.getHeader(REQUEST_ID_HEADER) : null;
  const lines = id ? [words, `${zh.reference}${id}`, `${en.reference}${id}`] : [words];
  if (status === 405) response.setHeader("allow", allowedAt(response.req.url ?? ""));
  if (response.headersSent) response.destroy();
  else response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${lines.join("\n")}\n`);
}
