import type { Page, Route } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useBrowser } from "@/test/support/browser";
import { send, storedIn, switchTo, tick, untilHydrated, untilKept, useRowCount } from "@/test/support/reader";

const countRows = useRowCount();
const codeOf = (page: Page) => page.url().replace(/^.*\//, "");

const sendText = async (page: Page, text: string) => {
  await page.locator("#advice").fill(text);
  await send(page);
  await page.waitForURL(/receipt\/[\w-]+$/);
  return codeOf(page);
};

/** iOS keeps a page in spite of `no-store`; Chromium has to be spared it. */
const withoutNoStore = async (route: Route) => {
  const response = await route.fetch();
  await route.fulfill({ response, headers: { ...response.headers(), "cache-control": "private" } });
};
const goBack = (page: Page) => page.goBack({ waitUntil: "commit" });

describe.each([
  ["loads it anew", []],
  ["brings it back from its cache, as WeChat on iOS does", ["--disable-back-forward-cache"]],
])("after sending, the way back, where the browser %s,", (how, ignoreDefaultArgs) => {
  const openPage = useBrowser({ ignoreDefaultArgs });
  const open = async (path = "/2024") => {
    const page = await openPage();
    if (ignoreDefaultArgs.length > 0) await page.route(/\/2024(\?|$)/, withoutNoStore);
    await page.goto(path);
    await untilHydrated(page);
    return page;
  };
  const isFormShown = (page: Page) => page.locator("#feedback").isVisible();

  test("shows 您已提交 and the receipt in the place of the form", async () => {
    const page = await open();
    await page.evaluate(() => Object.assign(window, { isTheSamePage: true }));
    const code = await sendText(page, "返回后不见表");
    await goBack(page);
    await page.getByText("您已提交 · 回执").waitFor();
    expect(await page.getByText(code).isVisible()).toBe(true);
    expect(await page.evaluate(() => "isTheSamePage" in window)).toBe(ignoreDefaultArgs.length > 0);
    expect(await isFormShown(page)).toBe(false);
    await page.getByRole("link", { name: "回执", exact: true }).click();
    await page.waitForURL(/receipt/);
    expect(await page.getByText("返回后不见表").isVisible()).toBe(true);
  });

  test("gives another person an empty form of their own", async () => {
    const page = await open();
    const [first, second] = [`第一位，${how}`, `第二位，${how}`];
    const code = await sendText(page, first);
    await goBack(page);
    await page.getByRole("link", { name: "再填一份" }).click();
    await page.locator("#feedback").waitFor();
    await untilHydrated(page);
    expect(await page.locator("#advice").inputValue()).toBe("");
    expect(await sendText(page, second)).not.toBe(code);
    expect([await countRows(first), await countRows(second)]).toEqual([1, 1]);
  });

  test("shows it in the language that was left, too", async () => {
    const page = await open();
    await page.locator("#advice").fill("先中文后英文");
    await switchTo(page, "English");
    await page.waitForURL(/\/en\/2024/);
    await untilHydrated(page);
    await send(page);
    await page.waitForURL(/en\/2024\/receipt/);
    const code = codeOf(page);
    await goBack(page);
    await page.getByText(code).waitFor();
    await goBack(page);
    await page.getByText(code).waitFor();
    expect(await isFormShown(page)).toBe(false);
  });

  test("names no receipt on a shared device", async () => {
    const page = await open("/2024?shared=1");
    const code = await sendText(page, "公用电脑");
    await goBack(page);
    await untilHydrated(page);
    await page.waitForTimeout(300);
    expect(await page.getByText(code).count()).toBe(0);
    if (!(await isFormShown(page))) await page.getByRole("link", { name: "再填一份" }).click();
    await expect.poll(() => isFormShown(page)).toBe(true);
    expect(await page.locator("#advice").inputValue()).toBe("");
    expect(page.url()).toContain("shared=1");
  });
});

describe("a form sent before its script arrived", () => {
  const openPage = useBrowser();

  test("leaves neither a draft nor a second form", async () => {
    const page = await openPage();
    await page.goto("/2024");
    await untilHydrated(page);
    await page.locator("#advice").fill("脚本未到先提交");
    await untilKept(page, "脚本未到先提交");
    await page.route(/\.js$/, (route) => route.abort());
    await switchTo(page, "English");
    await page.waitForURL(/\/en\/2024\/responses/);
    await page.unroute(/\.js$/);
    await send(page);
    await page.waitForURL(/receipt/);
    await expect.poll(() => storedIn(page, "localStorage")).toBe("{}");
    await page.goto("/2024");
    await page.getByText(`您已提交`).waitFor();
    expect(await countRows("脚本未到先提交")).toBe(1);
  });

  test("a receipt opened otherwise leaves a draft alone", async () => {
    const page = await openPage();
    await page.goto("/2024");
    await untilHydrated(page);
    await sendText(page, "先前的一份");
    const receipt = page.url();
    const another = await openPage();
    await another.goto("/2024");
    await untilHydrated(another);
    await another.locator("#advice").fill("正在写的");
    await untilKept(another, "正在写的");
    await another.goto(receipt);
    await another.reload();
    expect(await storedIn(another, "localStorage")).toContain("正在写的");
    expect(await storedIn(another, "sessionStorage")).toBe("{}");
  });
});

describe("the form on a phone", () => {
  const openPage = useBrowser();

  test("makes no history entry, whatever is pressed: one brings up WeChat's bottom bar", async () => {
    const page = await openPage();
    await page.goto("/2024");
    await untilHydrated(page);
    const entries = () => page.evaluate(() => history.length);
    const before = await entries();
    await send(page);
    await page.locator("#advice").fill("字".repeat(2001));
    await tick(page, "overall", 4);
    await page
      .getByRole("button", { name: /清除本题/ })
      .last()
      .click();
    await send(page);
    await page.getByRole("link", { name: /第 6 题/ }).click();
    await page.getByRole("button", { name: "清除草稿" }).click();
    await page.getByRole("button", { name: "撤销" }).click();
    await page.reload();
    await untilHydrated(page);
    expect(await entries()).toBe(before);
  });

  test("brings the field being written in back above the keyboard", async () => {
    const page = await openPage({ viewport: { width: 360, height: 740 } });
    await page.goto("/2024");
    await untilHydrated(page);
    const field = page.locator("#missing_information");
    await field.evaluate((area) => area.scrollIntoView({ block: "end" }));
    await field.focus();
    await page.setViewportSize({ width: 360, height: 380 });
    await expect
      .poll(() => field.evaluate((area) => Math.round(area.getBoundingClientRect().bottom) <= window.innerHeight))
      .toBe(true);
  });

  test("is not sent by the Enter that chooses a word", async () => {
    const page = await openPage();
    await page.goto("/2024");
    await untilHydrated(page);
    const isStopped = (how: object) =>
      page.locator("#impact-5").evaluate((field, init) => {
        const event = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...init });
        return !field.dispatchEvent(event);
      }, how);
    expect(await isStopped({ isComposing: true })).toBe(true);
    expect(await isStopped({ keyCode: 229 })).toBe(true);
    expect(await isStopped({})).toBe(false);
  });

  test("has nothing that sticks over a field", async () => {
    const page = await openPage();
    await page.goto("/2024");
    const stuck = await page.evaluate(() =>
      [...document.querySelectorAll("*")]
        .filter((element) => ["fixed", "sticky"].includes(getComputedStyle(element).position))
        .map(({ outerHTML }) => outerHTML.slice(0, 80)),
    );
    expect(stuck).toEqual([]);
  });
});
