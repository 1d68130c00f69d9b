import { IncomingMessage } from "node:http";

/**
 * The whole body of a request; `too-long` when it has more than `most` bytes, `left` when its sender left before its end. What
 * comes beyond is read and dropped, so that the sender hears the answer.
 */
export function readBody(request: IncomingMessage, most: number): Promise<Buffer | "too-long" | "left"> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) return void chunks.push(chunk);
      chunks.length = 0;
      resolve("too-long");
    });
    request.once("end", () => resolve(Buffer.concat(chunks)));
    request.once("error", () => resolve("left"));
    request.once("close", () => resolve("left"));
  });
}

/** A request as if `body` had come with it, of `told` bytes by its own word. */
export function withBody(request: IncomingMessage, body: Buffer, told = body.length): IncomingMessage {
  const { method, url, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor, socket } = request;
  const again = new IncomingMessage(socket);
  const { "transfer-encoding": _, ...headers } = request.headers;
  headers["content-length"] = String(told);
  // Whole already: a message that ends before it is complete takes its connection with it.
  const whole = { complete: true };
  Object.assign(again, { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor }, whole);
  if (body.length > 0) again.push(body);
  again.push(null);
  return again;
}
