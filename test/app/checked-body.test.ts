import { once } from "node:events";
import { type IncomingMessage, createServer } from "node:http";
import { type AddressInfo, type Socket, connect } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import { checkedBody } from "@/bin/posts/posts";

const server = createServer((request) => void checkedBody(request).then((checked) => seen?.({ request, checked })));
let seen: ((what: Seen) => void) | undefined;
interface Seen {
  readonly request: IncomingMessage;
  readonly checked: Awaited<ReturnType<typeof checkedBody>>;
}

await once(server.listen(0, "127.0.0.1"), "listening");
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** What becomes of a form sent to an address, of which only the beginning comes where its sender leaves. */
async function send(path: string, body: string, { leaves = false } = {}): Promise<Seen> {
  const checking = new Promise<Seen>((resolve) => (seen = resolve));
  const socket: Socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const length = body.length + (leaves ? 1 : 0);
  const type = "application/x-www-form-urlencoded";
  socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: ${type}\r\ncontent-length: ${length}\r\n\r\n${body}`);
  if (leaves) setTimeout(() => socket.resetAndDestroy(), 50);
  return checking.finally(() => socket.destroy());
}

const ADDRESSES = [
  "/2024/responses",
  "/zh-CN/2024/responses?c=wechat",
  "/en/2024/receipt/ABCDE-FGHJK-MNPQ/correction",
  "/admin/import/2024/files",
  "/admin/editions/2024/notice/logo",
  "/admin/sign-in",
];

describe("a body", () => {
  test.each(ADDRESSES)("goes to Next whole, in a message that its sender's leaving does not end: %s", async (path) => {
    const { request, checked } = await send(path, "advice=%F0%A0%AE%B7");
    if (checked === null || typeof checked === "number") throw new Error(`refused with ${checked}`);
    expect(checked).not.toBe(request);
    expect(checked.headers["content-length"]).toBe("19");
    expect(Buffer.concat(await checked.toArray()).toString()).toBe("advice=%F0%A0%AE%B7");
  });

  test.each(ADDRESSES)("goes nowhere when its sender leaves before its end: %s", async (path) => {
    expect((await send(path, "advice=", { leaves: true })).checked).toBeNull();
  });
});
