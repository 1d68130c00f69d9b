import { type Socket, connect } from "node:net";

/** A connection that is kept, for one request after the other. */
export interface WireClient {
  /** Sends a request and returns the status of its answer, once the answer is complete. */
  status(request: Buffer): Promise<number>;
  close(): void;
}

/** A request as bytes; `form` makes it a post of a form. */
export function requestBytes(url: URL, form: string | null, headers: Readonly<Record<string, string>> = {}): Buffer {
  const lines = [
    `${form === null ? "GET" : "POST"} ${url.pathname} HTTP/1.1`,
    `Host: ${url.host}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(form === null
      ? []
      : ["Content-Type: application/x-www-form-urlencoded", `Content-Length: ${Buffer.byteLength(form)}`]),
  ];
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${form ?? ""}`);
}

/**
 * Opens one. Node's own client takes ten times as long for a request as a bare server for its answer, so that it, and not
 * the server, would be measured; this one looks at a length and counts.
 */
export function openWireClient({ hostname, port }: URL): WireClient {
  let socket: Socket | null = null;
  let seen: Buffer[] = [];
  let waiting: { resolve(status: number): void; reject(error: Error): void } | null = null;
  const settle = (status: number) => {
    seen = [];
    waiting?.resolve(status);
    waiting = null;
  };
  const open = () => {
    const opened = connect({ host: hostname, port: Number(port), noDelay: true });
    opened.on("data", (chunk) => {
      seen.push(chunk);
      const status = completeStatus(seen);
      if (status !== null) settle(status);
    });
    opened.on("close", () => {
      socket = null;
      waiting?.reject(new Error("the connection ended"));
      waiting = null;
    });
    opened.on("error", () => opened.destroy());
    return opened;
  };
  return {
    status(request) {
      socket ??= open();
      const answered = new Promise<number>((resolve, reject) => (waiting = { resolve, reject }));
      socket.write(request);
      return answered;
    },
    close: () => void socket?.destroy(),
  };
}

/** The status of an answer that is all there, else null. */
function completeStatus(chunks: Buffer[]): number | null {
  const all = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
  const end = all.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const head = all.toString("latin1", 0, end).toLowerCase();
  const [, length] = /\r\ncontent-length: (\d+)/.exec(head) ?? [];
  const status = Number(head.slice(9, 12));
  if (length !== undefined) return all.length >= end + 4 + Number(length) ? status : null;
  const isChunked = head.includes("\r\ntransfer-encoding: chunked");
  return !isChunked || all.subarray(-5).equals(LAST_CHUNK) ? status : null;
}

const LAST_CHUNK = Buffer.from("0\r\n\r\n");
