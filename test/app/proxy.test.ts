import { NextRequest } from "next/server";
import { describe, expect, test } from "vitest";
import { config, proxy } from "@/proxy";
import { proofOf } from "@/test/support/session-cookie";

const OLD = {
  "Internet Explorer 8": "Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1; Trident/4.0)",
  "Internet Explorer 11": "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko",
  "360 in its compatible mode": "Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; SLCC2; 360SE) like Gecko",
  "Edge 18":
    "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/64.0.3282.140 Safari/537.36 Edge/18.17763",
};
const ABLE = {
  "Chromium 69":
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/69.0.3497.100 Safari/537.36",
  "Edge on Chromium":
    "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0",
  "Edge 199":
    "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/199.0 Safari/537.36 Edg/199.0",
  WeChat: "Mozilla/5.0 (iPhone; CPU iPhone OS 12_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.66",
  nothing: "",
};
const isMatched = (path: string) => config.matcher.some((matcher) => new RegExp(`^${matcher}$`).test(path));

/** The path that answers a request inside. */
function pathFor(path: string, browser = ABLE["Chromium 69"]): string {
  const request = new NextRequest(`http://127.0.0.1:3000${path}`, { headers: { "user-agent": browser } });
  const target = proxy(request).headers.get("x-middleware-rewrite");
  if (!target) return path;
  const { pathname, search } = new URL(target);
  return pathname + search;
}

describe("at the form's addresses", () => {
  test.each(Object.entries(OLD))("%s gets the page for old browsers", (_, browser) => {
    expect(pathFor("/2024", browser)).toBe("/zh-CN/2024/legacy");
    expect(pathFor("/en/2024?c=pdf", browser)).toBe("/en/2024/legacy?c=pdf");
    expect(pathFor("/2024-summary", browser)).toBe("/zh-CN/2024-summary/legacy");
  });

  test.each(Object.entries(ABLE))("%s gets the form", (_, browser) => {
    expect(pathFor("/2024", browser)).toBe("/zh-CN/2024");
    expect(pathFor("/en/2024", browser)).toBe("/en/2024");
  });
});

test.each(["/2024/print", "/2024/privacy", "/2024/receipt/abc", "/2024/responses"])(
  "an old browser gets %s itself",
  (path) => {
    expect(pathFor(path, OLD["Internet Explorer 11"])).toBe(`/zh-CN${path}`);
  },
);

test.each([
  "/robots.txt",
  "/share/en.png",
  "/legacy.css",
  "/bare.css",
  "/demo.css",
  "/logo/0",
  "/favicon.ico",
  "/admin/results",
  "/health",
])("%s is not a reader's address", (path) => {
  expect(isMatched(path)).toBe(false);
});

test("a reader's address is one", () => {
  expect(["/", "/2024", "/en/2024/privacy"].map(isMatched)).toEqual([true, true, true]);
});

/** The status of a form for the desk as proxy.ts answers it; 200 where it goes on. */
function statusOf(headers: Record<string, string>, path = "/admin/entry") {
  const sent = { "user-agent": ABLE["Chromium 69"], host: "127.0.0.1:3000", ...headers };
  return proxy(new NextRequest(`http://127.0.0.1:3000${path}`, { method: "POST", headers: sent })).status;
}
const SESSION = "feedback.session_token=x.y";
const PROVED = `${SESSION}; feedback.post=${proofOf("x.y")}`;

describe("a form of the desk that is sent without script", () => {
  test.each(["", "demo-feedback.session_token=x.y", "feedback.device=x.y", "__Host-feedback.session_token=x.y"])(
    "is answered here when no session of ours sends it: %s",
    (cookie) => expect(statusOf({ cookie })).toBe(401),
  );

  test("goes on with a session and its proof", () => expect(statusOf({ cookie: PROVED })).toBe(200));

  test.each([SESSION, `${SESSION}; feedback.post=`, `${SESSION}; feedback.post=${proofOf("another")}`])(
    "is refused where the session is not proved: %s",
    (cookie) => expect(statusOf({ cookie })).toBe(403),
  );

  test("has a proof after any page was opened, which no other site can have sent", () => {
    const opened = proxy(new NextRequest("http://127.0.0.1:3000/admin/entry", { headers: { cookie: SESSION } }));
    expect(opened.headers.get("set-cookie")).toBe(
      `feedback.post=${proofOf("x.y")}; Path=/admin; HttpOnly; SameSite=strict`,
    );
    const again = proxy(new NextRequest("http://127.0.0.1:3000/admin/entry", { headers: { cookie: PROVED } }));
    expect(again.headers.get("set-cookie")).toBeNull();
  });
});

describe("a form of the desk that another site sends", () => {
  const ELSEWHERE: Record<string, string>[] = [
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site", origin: "http://127.0.0.1:3000" },
    { origin: "https://example.org" },
    { origin: "http://127.0.0.1:3001" },
    { origin: "null" },
  ];
  test.each(ELSEWHERE)("is refused, with script and without, at the door too: %j", (headers) => {
    expect(statusOf({ ...headers, cookie: PROVED })).toBe(403);
    expect(statusOf({ ...headers, cookie: PROVED, "next-action": "id" })).toBe(403);
    expect(statusOf({ ...headers, cookie: "" }, "/admin/sign-in")).toBe(403);
  });

  const OURS: Record<string, string>[] = [
    { "sec-fetch-site": "same-origin", origin: "http://127.0.0.1:3000" },
    { "sec-fetch-site": "none" },
    { origin: "http://127.0.0.1:3000" },
    {},
  ];
  test.each(OURS)("is not one of ours: %j", (headers) => {
    expect(statusOf({ ...headers, cookie: PROVED })).toBe(200);
    expect(statusOf({ ...headers, cookie: SESSION, "next-action": "id" })).toBe(200);
  });
});
