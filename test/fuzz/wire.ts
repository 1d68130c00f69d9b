import { connect } from "node:net";
import type { BadRequest } from "./bad-requests";

/** What came back: the status of every answer on the connection, and what it began with. */
export interface Reply {
  readonly statuses: readonly number[];
  readonly said: string;
}

const PATIENCE_MS = 60_000;
const KEPT = 4_000;

/** A request as it goes over the wire; `cookie` is its session's. */
export function bytesOf({ method, address, headers, body }: BadRequest, host: string, cookie: string | null): Buffer {
  const content = body === null ? Buffer.alloc(0) : Buffer.from(body.text as string);
  const given = headers.filter(([name]) => name !== "cookie" || cookie === null);
  const lines = [
    `${method} ${address} HTTP/1.1`,
    `Host: ${host}`,
    "Connection: close",
    ...given.map(([name, value]) => `${name}: ${value}`),
    ...(cookie === null ? [] : [`Cookie: ${cookie}`]),
    ...(body === null ? [] : [`Content-Type: ${body.type}`, `Content-Length: ${content.length}`]),
  ];
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"), content]);
}

/** Sends bytes on a connection of their own, and nothing after them; an answer that never ends is an error. */
export function exchange(port: number, bytes: Buffer): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    let head = "";
    let tail = "";
    const statuses: number[] = [];
    const take = (text: string) => {
      if (head.length < KEPT) head += text.slice(0, KEPT);
      const seen = tail + text;
      for (const [, status] of seen.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)) statuses.push(Number(status));
      // The beginning of a line that is cut in two by its packets.
      tail = seen.slice(seen.lastIndexOf("\n") + 1).slice(0, 12);
    };
    const done = () => resolve({ statuses, said: head });
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error(`no end within ${PATIENCE_MS / 1000} s`)));
    socket.setEncoding("latin1");
    socket.on("data", take);
    socket.on("end", () => socket.end());
    socket.on("close", (failed) => failed || done());
    // A server that refuses before it has read everything closes while we still write.
    socket.on("error", (error: NodeJS.ErrnoException) =>
      ["EPIPE", "ECONNRESET"].includes(error.code ?? "") ? done() : reject(error),
    );
    socket.end(bytes);
  });
}
