import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import { NETWORK_HEADER } from "@/app/_sender/network-header";
import { type Env, EnvError } from "@/lib/env";
import en from "@/lib/messages/en/failure.json";
import zh from "@/lib/messages/zh-CN/failure.json";
import { type Peer, clientNetworkOf, trustedBy } from "./client-network";

/** How long a stop waits for requests under way. */
const LAST_REQUESTS_MS = 10_000;

/** Serves the app on HOST:PORT; returns what stops it: new connections are refused, requests under way finish. */
export async function serve({ HOST, PORT, TRUSTED_PROXIES }: Env, dev: boolean): Promise<() => Promise<void>> {
  const { default: next } = await import("next");
  // No hostname: Next writes 127.0.0.1 as localhost in rewrites and would then take its own address for a stranger's.
  const app = next({ dev, port: PORT });
  await app.prepare();
  const handle = app.getRequestHandler();
  const isTrusted = trustedBy(TRUSTED_PROXIES);
  const server = createServer((request, response) => {
    // Always set, so that nobody names a network for himself.
    request.headers[NETWORK_HEADER] = clientNetworkOf(peerOf(request), isTrusted) ?? "";
    if (isReadable(request.url ?? "")) handle(request, response).catch(() => fail(response, 500));
    else fail(response, 400);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new EnvError([`PORT: ${PORT} is taken by another program`]) : error),
    );
    server.listen(PORT, HOST, resolve);
  });
  return async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS).unref();
    await closed;
    await app.close();
  };
}

function peerOf({ socket, headersDistinct }: IncomingMessage): Peer {
  return { address: socket.remoteAddress, forwardedFor: headersDistinct["x-forwarded-for"]?.join(",") };
}

/** Whether an address is made of characters; Next answers percent signs that are none with 500. */
function isReadable(address: string): boolean {
  try {
    decodeURIComponent(address.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

function fail(response: ServerResponse, status: 400 | 500): void {
  const words = status === 400 ? `${zh.address} ${en.address}` : `${zh.text} ${en.text}`;
  if (response.headersSent) response.destroy();
  else response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${words}\n`);
}
