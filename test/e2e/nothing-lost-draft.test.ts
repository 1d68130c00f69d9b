import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useBrowser } from "@/test/support/browser";
import { send, storedIn, tick, untilHydrated, untilKept } from "@/test/support/reader";

const openPage = useBrowser();

const openForm = async (path = "/2024") => {
  const page = await openPage();
  await page.goto(path);
  await untilHydrated(page);
  return page;
};
const advice = (page: Page) => page.locator("#advice");

describe("what a reader typed and did not send", () => {
  const openWithDraft = async (text: string, path?: string) => {
    const page = await openForm(path);
    await tick(page, "readability", 4);
    await advice(page).fill(text);
    await untilKept(page, text);
    return page;
  };
  const standsIn = async (page: Page) => ({
    advice: await advice(page).inputValue(),
    count: await page.locator("#advice-count").innerText(),
    isTicked: await page.locator("#readability-4").isChecked(),
  });
  const filledWith = (text: string) => ({ advice: text, count: `${[...text].length} / 2000 字`, isTicked: true });

  test("survives a reload, and the page says where it comes from", async () => {
    const page = await openWithDraft("重新载入");
    expect(await page.getByText("本机草稿已保存").isVisible()).toBe(true);
    await page.reload();
    await expect.poll(() => standsIn(page)).toEqual(filledWith("重新载入"));
    expect(await page.getByText("已填入您上次没有提交的内容（本机草稿）").isVisible()).toBe(true);
  });

  test("survives a reload in the middle of a word", async () => {
    const page = await openForm();
    await tick(page, "readability", 4);
    await advice(page).pressSequentially("一二三四五");
    await page.reload();
    await expect.poll(() => standsIn(page)).toEqual(filledWith("一二三四五"));
  });

  test("survives a closed tab", async () => {
    const page = await openWithDraft("关掉了");
    await page.close();
    const another = await page.context().newPage();
    await another.goto("/2024?c=wechat");
    await expect.poll(() => standsIn(another)).toEqual(filledWith("关掉了"));
  });

  test("survives an answer taken back: the draft no longer holds it", async () => {
    const page = await openWithDraft("还在");
    await page
      .getByRole("group", { name: /可读性/ })
      .getByRole("button", { name: /清除本题/ })
      .click();
    await expect.poll(() => storedIn(page, "localStorage")).not.toContain("readability");
    await page.reload();
    await expect.poll(() => advice(page).inputValue()).toBe("还在");
    expect(await page.locator("#readability-4").isChecked()).toBe(false);
  });

  test("is cleared at a press, which can be undone", async () => {
    const page = await openWithDraft("清除又撤销");
    await page.getByRole("button", { name: "清除草稿" }).click();
    expect(await advice(page).inputValue()).toBe("");
    expect(await page.locator("#readability-4").isChecked()).toBe(false);
    expect(await storedIn(page, "localStorage")).toBe("{}");
    await send(page);
    expect(await page.locator("#errors").innerText()).toContain("还没有作答");
    await page.getByRole("button", { name: "撤销" }).click();
    await expect.poll(() => standsIn(page)).toEqual(filledWith("清除又撤销"));
    await untilKept(page, "清除又撤销");
  });

  test("gets a new key when it is cleared, so that the next words are another answer", async () => {
    const page = await openWithDraft("第一个人");
    const keyOf = () => page.locator("input[name=idempotency_key]").inputValue();
    const key = await keyOf();
    await page.getByRole("button", { name: "清除草稿" }).click();
    await expect.poll(keyOf).not.toBe(key);
    expect(await keyOf()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    await advice(page).fill("第二个人");
    await send(page);
    await page.waitForURL(/receipt\/[\w-]+$/);
  });

  test("is gone from the device once it was sent", async () => {
    const page = await openWithDraft("送出即删");
    await send(page);
    await page.waitForURL(/receipt/);
    expect(await storedIn(page, "localStorage")).toBe("{}");
  });

  test("keeps its key, so that a draft that had arrived after all is not counted twice", async () => {
    const page = await openWithDraft("同一个编号");
    const key = await page.locator("input[name=idempotency_key]").inputValue();
    await page.reload();
    await expect.poll(() => standsIn(page)).toEqual(filledWith("同一个编号"));
    await expect.poll(() => page.locator("input[name=idempotency_key]").inputValue()).toBe(key);
  });

  test("holds the optional questions too, but no contact: that stays on the page alone", async () => {
    const page = await openForm();
    await page.getByText("供应商", { exact: true }).click();
    await page.locator("#topics summary, summary[id^=topics], summary").first().click();
    await page.getByLabel("能源利用").check();
    await page.getByLabel("员工", { exact: true }).last().check();
    await page.locator("summary").last().click();
    await page.locator("[name=contact]").fill("13800138000");
    await untilKept(page, "supplier");
    await untilKept(page, "employees");
    expect(await storedIn(page, "localStorage")).not.toContain("13800138000");
    await page.reload();
    await expect.poll(() => page.locator("[name=stakeholder_group]:checked").getAttribute("value")).toBe("supplier");
    const topics = page.locator("[name=topics]:checked");
    expect(await topics.evaluateAll((ticks: HTMLInputElement[]) => ticks.map(({ value }) => value))).toEqual([
      "energy",
      "employees",
    ]);
    expect(await page.locator("[name=contact]").inputValue()).toBe("");
  });
});
