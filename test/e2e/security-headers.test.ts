import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ROLES } from "@/lib/staff";
import { useBrowser } from "@/test/support/browser";
import { addressAt, departmentPaths } from "@/test/support/department-tree";
import { faultsOf, inlineFaultsOf } from "@/test/support/header-grade";
import { policyViolations } from "@/test/support/policy-violations";
import { readerPages, sendAnswer } from "@/test/support/reader-pages";
import { request, urlOf } from "@/test/support/server";
import { useStaffSessions } from "@/test/support/staff-sessions";

const openPage = useBrowser();
const { headersOf } = useStaffSessions();
const PAGES = departmentPaths("page.tsx").map(({ path }) => `${addressAt(path)}?edition=2024`);
const ELSEWHERE = ["/health", "/robots.txt", "/legacy.css", "/en/unavailable?edition=2024", "/logo/0", "/favicon.ico"];
const NOWHERE = ["/nothing/at/all", "/_next/nothing", "/_next/static/chunks/nothing.js", "/admin/nothing", "/%E0%A4"];

/** What is wrong with an answer's fields and, if it is a page, with what stands in it. */
async function faultsIn(answer: Response): Promise<string[]> {
  const headers = Object.fromEntries(answer.headers);
  const isPage = headers["content-type"]?.startsWith("text/html");
  const inline = isPage ? inlineFaultsOf(await answer.text(), headers["content-security-policy"] ?? "") : [];
  if (!isPage) await answer.body?.cancel();
  return [...faultsOf(headers), ...inline];
}

describe("an answer has every field that defends it:", () => {
  test.each([...readerPages("zh-CN"), ...readerPages("en"), ...ELSEWHERE, ...NOWHERE])("%s", async (path) => {
    expect(await faultsIn(await request(path))).toEqual([]);
  });

  test.each(["visitor", ...ROLES] as const)("every page of the department, for a %s", async (somebody) => {
    const headers = await headersOf(somebody);
    for (const path of PAGES) expect([path, ...(await faultsIn(await request(path, { headers })))]).toEqual([path]);
  });

  test("a refused form, which another page is rendered for", async () => {
    const body = new URLSearchParams({ idempotencyKey: randomUUID(), version: "1", overall: "9" });
    const answer = await request("/2024/responses", { method: "POST", body });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.headers.get("content-type")).toContain("text/html");
    expect(await faultsIn(answer)).toEqual([]);
  });

  test("a form of the desk that is sent without a session", async () => {
    const answer = await request("/admin/entry", { method: "POST", body: new URLSearchParams({ a: "b" }) });
    expect(answer.status).toBe(401);
    expect(await faultsIn(answer)).toEqual([]);
  });
});

test("no two answers have the same nonce, and a client cannot choose it", async () => {
  const chosen = "AAAAAAAAAAAAAAAAAAAAAA";
  const headers = { "content-security-policy": `script-src 'nonce-${chosen}'` };
  const pages = await Promise.all([1, 2, 3].map(() => request("/2024", { headers })));
  const policies = pages.map((page) => page.headers.get("content-security-policy"));
  expect(new Set(policies).size).toBe(3);
  for (const page of pages) expect(await page.text()).not.toContain(chosen);
});

test("only the form in the editor's preview may be framed, by ourselves", async () => {
  const headers = await headersOf("administrator");
  const preview = "/admin/editions/2024/instrument/preview";
  const framed = async (path: string) => {
    const answer = await request(path, { headers });
    await answer.body?.cancel();
    const [, ancestors] = /frame-ancestors ('\w+')/.exec(answer.headers.get("content-security-policy") ?? "") ?? [];
    return [ancestors, answer.headers.get("x-frame-options")];
  };
  expect(await framed(`${preview}?locale=en&bare=1`)).toEqual(["'self'", "SAMEORIGIN"]);
  for (const path of [preview, `${preview}?bare=10`, "/admin/results?bare=1", "/2024?bare=1"])
    expect(await framed(path)).toEqual(["'none'", "DENY"]);
});

test("only pictures of the shared cards are for other sites", async () => {
  const answer = await request("/share/en.png");
  expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  expect(answer.headers.get("access-control-allow-origin")).toBeNull();
});

test("readers are set no cookie", async () => {
  for (const path of [...readerPages("zh-CN"), ...readerPages("en"), "/", "/en", "/nothing"])
    expect((await request(path)).headers.getSetCookie()).toEqual([]);
});

describe("the browser refuses nothing of ours", () => {
  test.each([true, false])("on a reader's way to the receipt, script: %s", async (javaScriptEnabled) => {
    const page = await openPage({ javaScriptEnabled });
    for (const path of [...readerPages("zh-CN"), ...readerPages("en")]) await page.goto(path);
    await sendAnswer(page, "/2024");
    for (const part of ["correct", "withdraw"]) {
      await page.locator(`a[href$="/${part}"]`).first().click();
      await page.waitForURL(new RegExp(part));
      await page.goBack();
    }
    expect(page.url()).toContain("/receipt/");
  });

  test.each(["visitor", ...ROLES] as const)(
    "on any page of the department as a %s",
    async (somebody) => {
      const page = await openPage();
      await page.setExtraHTTPHeaders(await headersOf(somebody));
      for (const path of PAGES) await page.goto(path);
      await page.goto("/admin/account");
      expect(page.url().includes("sign-in")).toBe(somebody === "visitor");
    },
    180_000,
  );
});

test("the browser does refuse what is not ours, and the tests hear of it", async () => {
  const page = await openPage();
  await page.goto("/2024");
  const attempt = (markup: string) =>
    page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), markup);
  await attempt(`<img src="x" onerror="document.title='taken'">`);
  await attempt(`<img src="https://example.org/beacon.png">`);
  await attempt(`<iframe src="${urlOf("/2024")}"></iframe>`);
  await expect.poll(() => new Set(policyViolations).size).toBeGreaterThanOrEqual(3);
  expect(await page.title()).not.toBe("taken");
  policyViolations.length = 0;
});
