import { describe, expect, test } from "vitest";
import { newNonce, nonceIn, renewNonce } from "@/app/_defence/nonce";
import { securityHeaders } from "@/app/_defence/security-headers";

const asked = { url: "/2024", nonce: "n".repeat(22), isHttps: false, isDev: false };
const HTTPS = { ...asked, isHttps: true };

describe("by https", () => {
  test("every answer, of files too, keeps browsers to it for two years, on names below as well", () => {
    for (const url of ["/2024", "/health", "/_next/static/chunks/a.js"])
      expect(securityHeaders({ ...HTTPS, url })["strict-transport-security"]).toBe(
        "max-age=63072000; includeSubDomains",
      );
    expect(securityHeaders(HTTPS)["content-security-policy"]).toContain("upgrade-insecure-requests");
  });

  test("alone: an address without TLS promises none", () => {
    expect(securityHeaders(asked)).not.toHaveProperty("strict-transport-security");
    expect(securityHeaders(asked)["content-security-policy"]).not.toContain("upgrade-insecure-requests");
  });
});

test("code may be evaluated while developing, and nowhere else", () => {
  expect(securityHeaders({ ...asked, isDev: true })["content-security-policy"]).toContain("'unsafe-eval'");
  expect(securityHeaders(asked)["content-security-policy"]).not.toContain("unsafe");
});

test.each(["/_next/static/chunks/a.js?x=<b>", "/_next/static/a.html", "/_next/static/..%2f..%2f2024"])(
  "%s is no file of a build, and is defended as a page",
  (url) => expect(securityHeaders({ ...asked, url })).toHaveProperty("content-security-policy"),
);

describe("a nonce", () => {
  test("is 128 random bits, always as long, and found in a policy", () => {
    const nonces = Array.from({ length: 1000 }, newNonce);
    expect(new Set(nonces).size).toBe(1000);
    for (const nonce of nonces)
      expect(nonceIn(securityHeaders({ ...asked, nonce })["content-security-policy"])).toBe(nonce);
  });

  test("takes the place of the one that a page was made with, and of nothing where there is none", () => {
    expect(renewNonce(`<script nonce="a">`, "a", "b")).toBe(`<script nonce="b">`);
    expect(renewNonce("<p>", null, "b")).toBe("<p>");
    expect(renewNonce("<p>", "a", null)).toBe("<p>");
  });
});
