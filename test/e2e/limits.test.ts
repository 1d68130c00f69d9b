import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { LONGEST_ADDRESS, SERVER_LIMITS } from "@/bin/limits";
import { IS_PROXIED, request, urlOf } from "@/test/support/server";

/** Sends bytes as they are and returns everything that came back until the app closed the connection. */
function exchange(bytes: string): Promise<string> {
  const { hostname, port } = new URL(urlOf("/"));
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on("data", (chunk) => (answer += String(chunk)));
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

// Where a proxy stands before it, what is skipped is refused by the proxy, in its own way.
describe("the app takes", () => {
  test.skipIf(IS_PROXIED)("no address that is longer than any of ours", async () => {
    expect((await request(`/2024?c=${"a".repeat(LONGEST_ADDRESS)}`)).status).toBe(414);
    expect((await request(`/2024?c=${"a".repeat(LONGEST_ADDRESS - 100)}`)).status).toBe(200);
  });

  test.skipIf(IS_PROXIED)("no head that is longer than a browser's", async () => {
    const headers = { "x-long": "a".repeat(SERVER_LIMITS.maxHeaderSize) };
    expect((await request("/2024", { headers })).status).toBe(431);
  });

  test.each(["TRACE", "CONNECT", "PROPFIND"])("no %s", async (method) => {
    const answer = await exchange(`${method} /2024 HTTP/1.1\r\nhost: a\r\nconnection: close\r\nx-secret: 1\r\n\r\n`);
    expect(answer).not.toMatch(/^HTTP\/1.1 2/);
    expect(answer).not.toContain("x-secret");
  });

  test.skipIf(IS_PROXIED)("no method that no address knows, and says which this one does", async () => {
    const allow = async (path: string) => {
      const answer = await exchange(`TRACE ${path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1.1 405/);
      return /^allow: (.*)$/im.exec(answer)?.[1]?.trim();
    };
    expect(await allow("/2024?c=wechat")).toBe("GET, HEAD");
    expect(await allow("/2024/responses")).toBe("POST");
    expect(await allow("/admin/sign-in")).toBe("GET, HEAD, POST");
  });

  test("no request whose length two programs could understand differently", async () => {
    const head = "POST /2024/responses HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n";
    const answer = await exchange(`${head}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 400/);
  });

  test.each([
    ["a form", "application/x-www-form-urlencoded", 192],
    ["JSON", "application/json", 64],
  ])("no answer of a reader that is longer than its limit, as %s", async (_, type, kilobytes) => {
    const body = "a".repeat(kilobytes * 1024 + 1);
    const headers = { "content-type": type };
    expect((await request("/2024/responses", { method: "POST", body, headers })).status).toBe(413);
  });

  test.each(["/admin/sign-in", "/admin/account", "/2024", "/nothing"])(
    "no form of more than a megabyte: %s",
    async (path) => {
      const field = `--x\r\ncontent-disposition: form-data; name="email"\r\n\r\n${"a".repeat(2 * 1024 * 1024)}\r\n--x--`;
      const form = { "content-type": "multipart/form-data; boundary=x" };
      for (const headers of [form, { ...form, "next-action": "0".repeat(42) }]) {
        const answer = await request(path, { method: "POST", body: field, headers });
        expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining("内容过长")]);
      }
    },
  );

  test("no form of more than a megabyte below a name that a reader's route has", async () => {
    const body = "a".repeat(2 * 1024 * 1024);
    expect((await request("/admin/responses", { method: "POST", body })).status).toBe(413);
  });

  /** A body whose length nobody tells. */
  const inPieces = (kilobytes: number, type: string): RequestInit & { duplex: "half" } => ({
    method: "POST",
    headers: { "content-type": type },
    body: new ReadableStream({
      start(controller) {
        for (let sent = 0; sent < kilobytes; sent += 1) controller.enqueue(Buffer.alloc(1024, "a"));
        controller.close();
      },
    }),
    duplex: "half",
  });

  test("no more than that either where the length is not told", async () => {
    const form = "multipart/form-data; boundary=x";
    const tooLong = await request("/admin/sign-in", inPieces(1100, form));
    expect([tooLong.status, await tooLong.text()]).toEqual([413, expect.stringContaining("内容过长")]);
    const answer = await request("/2024/responses", inPieces(200, "application/x-www-form-urlencoded"));
    expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining("没有提交成功")]);
    expect((await request("/2024/responses", inPieces(10, "application/json"))).status).toBe(400);
  });

  test.skipIf(IS_PROXIED)("no file whose length is not told", async () => {
    expect((await request("/admin/import/2024/files", inPieces(1, "multipart/form-data"))).status).toBe(411);
  });

  test.skipIf(IS_PROXIED)(
    "no head that comes a letter at a time for ever",
    async () => {
      const started = Date.now();
      const answer = await exchange("GET /2024 HTTP/1.1\r\nhost: a\r\nx-slow: ");
      expect(answer).toMatch(/^HTTP\/1.1 408/);
      expect(Date.now() - started).toBeLessThan(SERVER_LIMITS.headersTimeout + 15_000);
    },
    SERVER_LIMITS.headersTimeout + 20_000,
  );
});
