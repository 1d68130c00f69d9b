import { NextRequest } from "next/server";
import { describe, expect, test } from "vitest";
import { config, proxy } from "@/proxy";

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

test.each(["/robots.txt", "/share/en.png", "/legacy.css", "/logo/0", "/favicon.ico", "/admin/results", "/health"])(
  "%s is not a reader's address",
  (path) => {
    expect(isMatched(path)).toBe(false);
  },
);

test("a reader's address is one", () => {
  expect(["/", "/2024", "/en/2024/privacy"].map(isMatched)).toEqual([true, true, true]);
});

describe("a form of the desk that is sent without script", () => {
  const sentWith = (cookie: string) => {
    const headers = { "user-agent": ABLE["Chromium 69"], cookie };
    return proxy(new NextRequest("http://127.0.0.1:3000/admin/entry", { method: "POST", headers })).status;
  };

  test.each(["", "demo-feedback.session_token=x.y", "feedback.device=x.y"])(
    "is answered here when no session of ours sends it: %s",
    (cookie) => expect(sentWith(cookie)).toBe(401),
  );

  test.each(["feedback.session_token=x.y", "__Secure-feedback.session_token=x.y"])("goes on with %s", (cookie) =>
    expect(sentWith(cookie)).toBe(200),
  );
});
