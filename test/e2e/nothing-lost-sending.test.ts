import type { Page, Route } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useBrowser } from "@/test/support/browser";
import { send, tick, untilHydrated, useRowCount } from "@/test/support/reader";

const openPage = useBrowser();
const countRows = useRowCount();
const ADDRESS = "**/2024/responses";

const openWith = async (text: string) => {
  const page = await openPage();
  await page.goto("/2024");
  await untilHydrated(page);
  await page.locator("#advice").fill(text);
  await tick(page, "overall", 4);
  return page;
};
/** What the first press meets; those after it pass. */
const first = (page: Page, meet: (route: Route) => Promise<unknown>) => page.route(ADDRESS, meet, { times: 1 });

const notSent = (page: Page) => page.getByRole("alert").filter({ hasText: "没有提交成功" });

describe("a press that does not get through", () => {
  const html = { status: 200, contentType: "text/html", body: "<h1>Hotel WLAN</h1>" };
  const failures: [what: string, meet: (route: Route) => Promise<unknown>][] = [
    ["a network that is cut", (route) => route.abort("internetdisconnected")],
    ["a connection that is reset", (route) => route.abort("connectionreset")],
    ["a proxy's 502", (route) => route.fulfill({ ...html, status: 502 })],
    ["our own 503", (route) => route.fulfill({ status: 503, json: { message: "返回上一页", errors: {} } })],
    ["the page of a hotel's network", (route) => route.fulfill(html)],
    [
      "a redirect to the page of a hotel's network",
      (route) => route.fulfill({ status: 302, headers: { location: "/" } }),
    ],
    ["a proxy's 429 without words", (route) => route.fulfill({ ...html, status: 429 })],
    ["a 201 without a receipt", (route) => route.fulfill({ status: 201, json: {} })],
    [
      "an answer that is lost on its way",
      async (route) => void (await route.fetch(), await route.abort("connectionreset")),
    ],
  ];

  test.each(failures)("says so after %s, keeps everything, and the next press makes one row", async (what, meet) => {
    const text = `没有送达：${what}`;
    const page = await openWith(text);
    await first(page, meet);
    await send(page);
    await expect.poll(() => notSent(page).innerText()).toContain("没有提交成功，内容仍在本页");
    expect(await page.locator("#advice").inputValue()).toBe(text);
    expect(await page.locator("#overall-4").isChecked()).toBe(true);
    await send(page);
    await page.waitForURL(/receipt\/[\w-]+$/);
    expect(await countRows(text)).toBe(1);
  });

  test("says so when no answer has come for twenty seconds, and the next press makes one row", async () => {
    const page = await openWith("没有回音");
    await page.clock.install();
    await first(page, () => new Promise(() => {}));
    await send(page);
    await expect.poll(() => page.getByRole("button", { name: "正在提交…" }).isVisible()).toBe(true);
    await page.clock.fastForward(21_000);
    await expect.poll(() => notSent(page).innerText()).toContain("没有提交成功");
    await send(page);
    await page.waitForURL(/receipt/);
    expect(await countRows("没有回音")).toBe(1);
  });

  test("survives a closed tab, and the draft sent later makes one row with what had arrived", async () => {
    const page = await openWith("关掉再来");
    await first(page, async (route) => void (await route.fetch(), await route.abort("connectionreset")));
    await send(page);
    await notSent(page).waitFor();
    const another = await page.context().newPage();
    await page.close();
    await another.goto("/2024");
    await expect.poll(() => another.locator("#advice").inputValue()).toBe("关掉再来");
    await send(another);
    await another.waitForURL(/receipt\/[\w-]+$/);
    expect(await countRows("关掉再来")).toBe(1);
  });

  test("is made good with the words that stand there at the next press, where it had arrived after all", async () => {
    const page = await openWith("先送到的");
    await first(page, async (route) => void (await route.fetch(), await route.abort("connectionreset")));
    await send(page);
    await notSent(page).waitFor();
    await page.locator("#advice").fill("后来改的");
    await send(page);
    await page.waitForURL(/receipt\/[\w-]+\?corrected$/);
    expect(await page.getByText("后来改的").isVisible()).toBe(true);
    expect([await countRows("先送到的"), await countRows("后来改的")]).toEqual([0, 1]);
  });
});

describe("what is changed while the answer is on its way", () => {
  test("waits where it is text, and is sent too where it is a tick", async () => {
    const page = await openWith("在路上");
    let goOn: () => void = () => {};
    const held = new Promise<void>((resolve) => (goOn = resolve));
    await first(page, async (route) => {
      await held;
      await route.continue();
    });
    await send(page);
    await page.getByRole("button", { name: "正在提交…" }).waitFor();
    expect(await page.locator("#advice").getAttribute("readonly")).not.toBeNull();
    await tick(page, "overall", 2);
    goOn();
    await page.waitForURL(/receipt\/[\w-]+\?corrected$/);
    expect(await page.getByText("较差").isVisible()).toBe(true);
    expect(await countRows("在路上")).toBe(1);
  });

  test("can be typed again when it did not arrive", async () => {
    const page = await openWith("没有到");
    await first(page, (route) => route.abort("connectionreset"));
    await send(page);
    await notSent(page).waitFor();
    expect(await page.locator("#advice").getAttribute("readonly")).toBeNull();
  });
});

test("a contact that had arrived stays when the draft, which has none, is sent again", async () => {
  const page = await openWith("有联系方式");
  await page.locator("#contact summary").click();
  await page.locator("#contact-value").fill("0417-𠮷");
  await page.locator("#contact-consent").check();
  await first(page, async (route) => void (await route.fetch(), await route.abort("connectionreset")));
  await send(page);
  await notSent(page).waitFor();
  const another = await page.context().newPage();
  await page.close();
  await another.goto("/2024");
  await expect.poll(() => another.locator("#advice").inputValue()).toBe("有联系方式");
  await another.locator("#advice").fill("有联系方式，又补一句");
  await send(another);
  await another.waitForURL(/receipt\/[\w-]+\?corrected$/);
  expect(await countRows("有联系方式，又补一句")).toBe(1);
  expect(await another.getByText("0417-𠮷").isVisible()).toBe(true);
});

describe("a press that the server refuses", () => {
  test.each([409, 429])("shows the words of a %i and keeps everything", async (status) => {
    const page = await openWith("留在本页");
    await first(page, (route) => route.fulfill({ status, json: { message: "服务器的原话。", errors: {} } }));
    await send(page);
    await expect.poll(() => page.locator("#errors").innerText()).toBe("服务器的原话。");
    expect(await page.locator("#advice").inputValue()).toBe("留在本页");
  });

  test("shows a message about a field of the form at the field", async () => {
    const page = await openWith("留在本页");
    await first(page, (route) =>
      route.fulfill({ status: 422, json: { message: null, errors: { advice: "请改这里" } } }),
    );
    await send(page);
    await expect.poll(() => page.locator("#advice-error").innerText()).toContain("请改这里");
  });

  test("shows a message about a field that nobody sees above the form", async () => {
    const page = await openWith("留在本页");
    await first(page, (route) =>
      route.continue({ postData: JSON.stringify({ ...route.request().postDataJSON(), instrument: "x" }) }),
    );
    await send(page);
    await expect.poll(() => page.locator("#errors").innerText()).toContain("请重新打开意见反馈表后提交");
  });
});

test("two presses at once send once", async () => {
  const page = await openWith("按了两下");
  let requests = 0;
  await page.route(ADDRESS, async (route) => {
    requests += 1;
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await page.locator("form .btn").evaluate((button: HTMLButtonElement) => {
    for (let press = 0; press < 3; press++) button.click();
  });
  await page.waitForURL(/receipt/);
  expect(requests).toBe(1);
  expect(await countRows("按了两下")).toBe(1);
});
