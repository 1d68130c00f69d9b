import { connect } from "node:net";
import type { BadRequest } from "./bad-requests";

/** What came back: the status of every answer on the connection, and what it began with. */
export interface Reply {
  readonly statuses: readonly number[];
  readonly said: string;
}

/** The longest answer here is a workbook of some hundred answers, on a machine that has other things to do. */
const PATIENCE_MS = 60_000;
/** Bytes that end in the middle are answered only once their sender is done, who is when so long nothing came back. */
const SILENCE_MS = 400;
const KEPT = 2_000;

/** A request as it goes over the wire; `cookie` is its session's. */
export function bytesOf(request: BadRequest, host: string, cookie: string | null): Buffer {
  const { method, address, headers, body, isChunked } = request;
  const content = body === null ? Buffer.alloc(0) : Buffer.from(body.text as string);
  const given = headers.filter(([name]) => name !== "cookie" || cookie === null);
  const length = isChunked ? "Transfer-Encoding: chunked" : `Content-Length: ${content.length}`;
  const lines = [
    `${method} ${address} HTTP/1.1`,
    `Host: ${host}`,
    "Connection: close",
    ...given.map(([name, value]) => `${name}: ${value}`),
    ...(cookie === null ? [] : [`Cookie: ${cookie}`]),
    ...(body === null ? [] : [`Content-Type: ${body.type}`, length]),
  ];
  const head = Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1");
  return Buffer.concat([head, isChunked ? chunked(content) : content]);
}

function chunked(content: Buffer): Buffer {
  const size = Buffer.from(`${content.length.toString(16)}\r\n`);
  const rest = Buffer.from(content.length > 0 ? "\r\n0\r\n\r\n" : "\r\n");
  return Buffer.concat([size, content, rest]);
}

/**
 * Sends bytes on a connection of their own, and nothing after them. What is not a whole request is given up when nothing
 * comes back; an answer that never ends is an error.
 */
export async function exchange(port: number, bytes: Buffer, isWhole: boolean): Promise<Reply> {
  const socket = connect({ port, host: "127.0.0.1" });
  const statuses: number[] = [];
  let said = "";
  let line = "";
  socket.setEncoding("latin1").on("data", (text: string) => {
    if (said.length < KEPT) said += text.slice(0, KEPT);
    const seen = line + text;
    for (const [, status] of seen.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)) statuses.push(Number(status));
    // The beginning of a line that its packets cut in two.
    line = seen.slice(seen.lastIndexOf("\n") + 1).slice(0, 12);
  });
  const closed = new Promise<void>((resolve, reject) => {
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error(`no end within ${PATIENCE_MS / 1000} s`)));
    socket.once("close", () => resolve());
    // A server that refuses before it has read everything closes while we still write.
    socket.once("error", (error: NodeJS.ErrnoException) =>
      ["EPIPE", "ECONNRESET"].includes(error.code ?? "") ? resolve() : reject(error),
    );
  });
  socket.write(bytes);
  // Bytes may ask for a connection that is kept, or for nothing whole: then the server waits for more.
  const silence = setTimeout(() => socket.end(), SILENCE_MS);
  if (isWhole) clearTimeout(silence);
  else socket.on("data", () => silence.refresh());
  await closed.finally(() => clearTimeout(silence));
  return { statuses, said };
}
