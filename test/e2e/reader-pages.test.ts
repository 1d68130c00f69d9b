import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { LOCALES } from "@/lib/locale";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { readerPages, sendAnswer } from "@/test/support/reader-pages";
import { request, urlOf } from "@/test/support/server";

const openPage = useBrowser();
const formIn = (locale: string) => (locale === "en" ? "/en/2024" : "/2024");

/** Remembers every address that a page asks for, and every cookie that an answer would set. */
function watch(page: Page) {
  const seen = { addresses: new Set<string>(), cookies: new Set<string>() };
  page.on("request", (sent) => seen.addresses.add(sent.url()));
  page.on("response", async (received) => {
    const cookie = await received.headerValue("set-cookie").catch(() => null);
    if (cookie) seen.cookies.add(cookie);
  });
  return seen;
}

describe.each(LOCALES)("a reader's page in %s", (locale) => {
  test("sets no cookie and asks no third party, from the form to the receipt", async () => {
    const page = await openPage();
    const seen = watch(page);
    for (const path of readerPages(locale)) await page.goto(path, { waitUntil: "networkidle" });
    await sendAnswer(page, formIn(locale));
    await page.waitForLoadState("networkidle");
    const origins = [...seen.addresses].map((address) => new URL(address).origin);
    expect([...new Set(origins)]).toEqual([new URL(urlOf("/")).origin]);
    expect([...seen.cookies, ...(await page.context().cookies())]).toEqual([]);
  });

  test.each(["light", "dark"] as const)(
    "breaks no accessibility rule in %s: notice, print, old browsers",
    async (theme) => {
      const page = await openPage({ colorScheme: theme, viewport: { width: 360, height: 800 } });
      for (const path of readerPages(locale).filter((address) => /privacy|print|legacy/.test(address))) {
        await page.goto(path);
        expect([path, await violationsOn(page)]).toEqual([path, []]);
      }
    },
  );

  test("is as wide as a phone of 320 pixels", async () => {
    const page = await openPage({ viewport: { width: 320, height: 640 } });
    for (const path of readerPages(locale)) {
      await page.goto(path);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([path, width]).toEqual([path, 320]);
    }
  });

  test("has a title and a heading without script, also on a receipt's pages", async () => {
    const page = await openPage({ javaScriptEnabled: false });
    await sendAnswer(page, formIn(locale));
    const receipt = new URL(page.url()).pathname;
    const more = ["", "/correct", "/withdraw"].map((part) => receipt + part);
    for (const path of [...readerPages(locale), ...more]) {
      await page.goto(path);
      const heading = await page.locator("h1").innerText();
      expect([path, heading.trim() !== "", (await page.title()).trim() !== ""]).toEqual([path, true, true]);
    }
    await page.goto(`${receipt}/correct`);
    await page.locator("#advice").fill("字".repeat(2001));
    await page.locator("form button[type=submit].btn").click();
    await page.locator("#errors").waitFor();
    expect(await page.title()).toMatch(/^(有 1 处需要修改|1 thing to change) · /);
  });

  test("leads to where a receipt code is typed in, from the footer", async () => {
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto(formIn(locale));
    await page.locator(`footer a[href="${formIn(locale)}/receipt"]`).click();
    expect(await page.locator("input[name=code]").isVisible()).toBe(true);
  });

  test("leads to the privacy notice, above the button and in the footer", async () => {
    const page = await openPage();
    await page.goto(formIn(locale));
    const [above, below] = await page.locator(`a[href="${formIn(locale)}/privacy"]`).all();
    const button = await page.locator("form button[type=submit].btn").boundingBox();
    expect((await above?.boundingBox())?.y).toBeLessThan(button?.y ?? 0);
    expect((await below?.boundingBox())?.y).toBeGreaterThan(button?.y ?? 0);
    await below?.click();
    await page.waitForURL("**/privacy");
    expect(await page.locator("main section").count()).toBe(13);
    expect(await page.locator("main section :is(li, p):empty").count()).toBe(0);
  });
});

test("reading the notice in the middle of the form loses nothing, also without script", async () => {
  const page = await openPage({ javaScriptEnabled: false });
  await page.goto("/2024");
  await page.locator("#advice").fill("写到一半");
  const [notice] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("link", { name: "隐私告知（新窗口）" }).click(),
  ]);
  await notice.waitForLoadState();
  expect(await notice.title()).toContain("隐私告知");
  await notice.close();
  expect(await page.locator("#advice").inputValue()).toBe("写到一半");
});

describe("Internet Explorer", () => {
  const userAgent = "Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko";

  test("gets telephone, e-mail and the form to print where others get the form", async () => {
    const answer = await request("/2024", { headers: { "user-agent": userAgent } });
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get("vary")).toContain("User-Agent");
    for (const way of ["0417-6682389", "jc_irm@jinchenmachine.com", "/2024/print"]) expect(html).toContain(way);
    expect(html).not.toMatch(/<(form|script)/);
  });

  test("is led there from the front door", async () => {
    const page = await openPage({ userAgent });
    await page.goto("/en");
    expect(await page.getByText("Your browser is too old").isVisible()).toBe(true);
    await page.getByRole("link", { name: "Print the feedback form" }).click();
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Feedback form");
  });

  test("is no reason for a form's answer to differ elsewhere", async () => {
    const chromium69 =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/69.0.3497.100 Safari/537.36";
    const html = await (await request("/2024", { headers: { "user-agent": chromium69 } })).text();
    expect(html).toContain("<form");
  });
});
