import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useBrowser } from "@/test/support/browser";
import { send, tick, untilHydrated, untilKept, useRowCount } from "@/test/support/reader";

const openPage = useBrowser();
const countRows = useRowCount();

/** Keeps every script of a page from arriving until what it returns is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\.js$/, (route) => released.then(() => route.continue()));
  return release;
}

test("on a slow phone nothing that is typed while the script arrives is lost", async () => {
  const page = await openPage();
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  await page.goto("/2024", { waitUntil: "commit" });
  const text = "一边下载一边打字".repeat(6);
  await page.locator("#advice").pressSequentially(text, { delay: 10 });
  await tick(page, "impact", 2);
  await untilHydrated(page);
  expect(await page.locator("#advice").inputValue()).toBe(text);
  await send(page);
  await page.waitForURL(/receipt/);
  expect(await page.getByText("8 题中答了 2 题").isVisible()).toBe(true);
  expect(await countRows(text)).toBe(1);
});

test.each(["甲", ""])(
  "a text that came with the page is written on where it was, over its script's arrival: %s",
  async (before) => {
    const page = await openPage();
    await page.goto("/2024");
    await page.locator("#advice").fill("前半后半");
    await send(page);
    await page.waitForURL(/receipt/);
    const release = await holdScripts(page);
    await page.goto(`${page.url()}/correct`, { waitUntil: "commit" });
    const advice = page.locator("#advice");
    await advice.focus();
    await advice.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(2, 2));
    await page.keyboard.insertText(before);
    release();
    await untilHydrated(page);
    await page.keyboard.insertText("乙");
    expect(await advice.inputValue()).toBe(`前半${before}乙后半`);
  },
);

test("a text stays where the browser translated the page before the script arrived, so that the form is made anew", async () => {
  const page = await openPage();
  const release = await holdScripts(page);
  await page.goto("/2024", { waitUntil: "commit" });
  const advice = page.locator("#advice");
  await advice.fill("翻译之前写下的𠮷");
  await page.locator("label[for=advice]").evaluate((label) => (label.textContent = "Translated?"));
  const before = await advice.elementHandle();
  release();
  await untilHydrated(page);
  expect(await before?.evaluate((area) => area.isConnected)).toBe(false);
  expect(await advice.inputValue()).toBe("翻译之前写下的𠮷");
});

test("with every script broken the form is sent all the same", async () => {
  const page = await openPage();
  const broken: string[] = [];
  page.on("pageerror", (error) => broken.push(error.name));
  await page.route(/\.js$/, (route) => route.fulfill({ contentType: "text/javascript", body: "}{ syntax error" }));
  await page.goto("/2024");
  await page.locator("#advice").fill("脚本全坏");
  await tick(page, "impact", 5);
  await page
    .getByRole("group", { name: /重大影响/ })
    .getByRole("button", { name: /清除本题/ })
    .click();
  await page.waitForURL(/responses/);
  expect(await page.locator("#advice").inputValue()).toBe("脚本全坏");
  await page.getByRole("button", { name: "English" }).click();
  await page.waitForURL(/\/en\/2024\/responses/);
  expect(await page.locator("#advice").inputValue()).toBe("脚本全坏");
  await send(page);
  await page.waitForURL(/en\/2024\/receipt/);
  expect(broken).toContain("SyntaxError");
  expect(await countRows("脚本全坏")).toBe(1);
});

test("a browser from before `globalThis` keeps a draft like any other", async () => {
  const page = await openPage();
  const broken: string[] = [];
  page.on("pageerror", (error) => broken.push(error.message));
  await page.addInitScript("delete window.globalThis");
  await page.goto("/2024");
  await untilHydrated(page);
  await page.locator("#advice").fill("老内核");
  await untilKept(page, "老内核");
  expect(broken).toEqual([]);
});

describe("a browser whose storage", () => {
  const storages: [what: string, script: string][] = [
    ["throws when it is looked at", "get() { throw new DOMException('denied', 'SecurityError'); }"],
    ["is not there", "get() { return null; }"],
    ["throws when it is used", "get() { return new Proxy({}, { get() { throw new Error('broken'); } }); }"],
    [
      "is full",
      "value: { getItem: () => null, setItem() { throw new DOMException('', 'QuotaExceededError'); }, removeItem() {} }",
    ],
    ["forgets at once", "value: { getItem: () => null, setItem() {}, removeItem() {} }"],
  ];

  test.each(storages)("%s shows no draft, and loses nothing else", async (what, property) => {
    const text = `存储：${what}`;
    const page = await openPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    for (const name of ["localStorage", "sessionStorage"]) {
      await page.addInitScript(`Object.defineProperty(window, "${name}", { ${property} })`);
    }
    await page.goto("/2024");
    await untilHydrated(page);
    await page.locator("#advice").fill(text);
    await page.waitForTimeout(600);
    expect(await page.getByText("本机草稿").count()).toBe(0);
    await page.getByRole("button", { name: "English" }).click();
    await page.waitForURL(/\/en\/2024/);
    expect(await page.locator("#advice").inputValue()).toBe(text);
    await untilHydrated(page);
    await send(page);
    await page.waitForURL(/receipt/);
    expect(await countRows(text)).toBe(1);
    expect(errors).toEqual([]);
  });
});
