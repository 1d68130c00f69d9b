import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { askedForm } from "@/bin/front/asked-form";
import { PageMemory } from "@/bin/front/page-memory";

const ask = (url: string, headers: Record<string, string> = {}, method = "GET") =>
  askedForm({ url, headers, method } as unknown as IncomingMessage);

describe("a request that is answered from memory", () => {
  test.each([
    ["/2024", "2024", null],
    ["/en/2024-h1", "2024-h1", null],
    ["/2024?c=wechat", "2024", "wechat"],
    ["/en/2024?c=a-1", "2024", "a-1"],
  ])("asks for a form at its own address: %s", (address, slug, channel) => {
    expect(ask(address)).toEqual({ address, slug, channel, gzip: false });
    expect(ask(address, {}, "HEAD")).toEqual({ address, slug, channel, gzip: false });
    expect(ask(address, { "accept-encoding": "gzip, deflate, br" })).toMatchObject({ gzip: true });
  });

  test.each([
    ["the language that needs no name", "/zh-CN/2024"],
    ["another page", "/2024/privacy"],
    ["a slash at its end", "/2024/"],
    ["another query", "/2024?shared=1"],
    ["more than a channel", "/2024?c=wechat&shared=1"],
    ["a channel in capitals", "/2024?c=WeChat"],
    ["no edition", "/admin"],
    ["percent signs", "/%32024"],
  ])("is not one for %s", (_, address) => {
    expect(ask(address)).toBeNull();
  });

  test.each([
    ["cookie", "a=b"],
    ["rsc", "1"],
    ["next-router-prefetch", "1"],
    ["x-handover", "1"],
    ["x-middleware-subrequest", "proxy"],
    ["content-length", "1"],
    ["user-agent", "Mozilla/5.0 (Windows NT 10.0; Trident/7.0; rv:11.0) like Gecko"],
    ["accept-encoding", "gzip;q=0"],
    ["accept-encoding", "br"],
  ])("brings nothing that Next would look at: %s %s", (name, value) => {
    expect(ask("/2024", { [name]: value })).toBeNull();
  });

  test("posts nothing", () => {
    expect(ask("/2024", {}, "POST")).toBeNull();
  });
});

test("memory forgets what was not asked for longest", () => {
  const memory = new PageMemory<number>(2);
  memory.keep("one", 1);
  memory.keep("two", 2);
  expect(memory.find("one")).toBe(1);
  memory.keep("three", 3);
  expect(["one", "two", "three"].map((name) => memory.find(name))).toEqual([1, undefined, 3]);
});
