import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useBrowser } from "@/test/support/browser";

const openPage = useBrowser();

describe.each([true, false])("the form (JavaScript %s)", (javaScriptEnabled) => {
  const open = async (path = "/2024") => {
    const page = await openPage({ javaScriptEnabled });
    await page.goto(path);
    return page;
  };

  test("leads from ticks and words to a receipt that shows them", async () => {
    const page = await open("/2024?c=wechat");
    await page
      .getByRole("group", { name: /可读性/ })
      .getByText("较好")
      .click();
    await page.getByLabel(/有哪些建议/).fill("=付款周期\n𠮷😀 <b>");
    await page.getByRole("button", { name: "提交意见" }).click();
    await page.waitForURL(/\/2024\/receipt\/\w{5}-\w{5}-\w{4}$/);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("已收到您的意见");
    expect(await page.getByText("8 题中答了 2 题").isVisible()).toBe(true);
    expect(await page.getByText("=付款周期").innerText()).toBe("=付款周期\n𠮷😀 <b>");
  });

  test("answers an entirely empty form with a kind message", async () => {
    const page = await open();
    await page.getByRole("button", { name: "提交意见" }).click();
    expect(await page.getByRole("alert").filter({ hasText: "还没有作答" }).innerText()).toBe(
      "还没有作答。任答一题即可提交。",
    );
    expect(await page.title()).toContain("有 1 处需要修改");
  });

  test("says how many characters are too many, and keeps them all", async () => {
    const page = await open("/en/2024");
    const text = "字".repeat(2036);
    await page.getByLabel(/suggestions/).fill(text);
    await page
      .getByRole("group", { name: /readability/ })
      .getByText("Very poor")
      .click();
    await page.getByRole("button", { name: "Send feedback" }).click();
    const summary = page.getByRole("alert").filter({ hasText: "1 thing to change" });
    expect(await summary.getByRole("link").innerText()).toBe(
      "Question 6: 36 characters too many: please shorten to 2,000",
    );
    const field = page.getByLabel(/suggestions/);
    expect(await field.inputValue()).toBe(text);
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await page.getByLabel("Very poor").nth(3).isChecked()).toBe(true);
    await field.fill("shorter");
    await page.getByRole("button", { name: "Send feedback" }).click();
    await page.waitForURL(/\/en\/2024\/receipt\//);
  });

  test("takes an answer back with 清除本题 and keeps the rest", async () => {
    const page = await open();
    const item = page.getByRole("group", { name: /可读性/ });
    await page.getByLabel(/有哪些建议/).fill("还在");
    await item.getByText("很差").click();
    await item.getByRole("button", { name: /清除本题/ }).click();
    await expect.poll(() => item.getByLabel("很差").isChecked()).toBe(false);
    expect(await page.getByLabel(/有哪些建议/).inputValue()).toBe("还在");
  });

  test("is sent by Enter on a rating, never cleared by it", async () => {
    const page = await open();
    await page
      .getByRole("group", { name: /综合性评价/ })
      .getByText("很好")
      .click();
    await page
      .getByRole("group", { name: /综合性评价/ })
      .getByLabel("很好")
      .press("Enter");
    await page.waitForURL(/receipt/);
    expect(await page.getByText("8 题中答了 1 题").isVisible()).toBe(true);
  });

  test("is filled in and sent by keyboard alone", async () => {
    const page = await open();
    await page.locator("#impact-5").focus();
    await page.keyboard.press("ArrowRight");
    for (
      let press = 0;
      press < 20 && !(await page.locator("#advice").evaluate((field) => field.matches(":focus")));
      press++
    )
      await page.keyboard.press("Tab");
    await page.keyboard.type("键盘");
    for (let press = 0; press < 12; press++) {
      await page.keyboard.press("Tab");
      if (await page.getByRole("button", { name: "提交意见" }).evaluate((button) => button.matches(":focus"))) break;
    }
    await page.keyboard.press("Enter");
    await page.waitForURL(/receipt/);
    expect(await page.getByText("8 题中答了 2 题").isVisible()).toBe(true);
  });
});

describe("the form with a script", () => {
  test("does not reload for a message, and moves the focus to it", async () => {
    const page = await openPage();
    await page.goto("/2024");
    await page.evaluate(() => Object.assign(window, { stillHere: true }));
    await page.getByRole("button", { name: "提交意见" }).click();
    const summary = page.locator("#errors");
    await expect.poll(() => summary.evaluate((box) => box.matches(":focus"))).toBe(true);
    expect(await page.evaluate(() => "stillHere" in window)).toBe(true);
  });

  const holdScripts = async (page: Page) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    return async () => {
      release();
      await page.waitForLoadState("networkidle");
    };
  };

  test("keeps what was typed and ticked before it arrived, whatever was ticked", async () => {
    const page = await openPage();
    const release = await holdScripts(page);
    await page.goto("/2024", { waitUntil: "commit" });
    await page.getByLabel(/有哪些建议/).fill("先写下的话");
    const keys = ["impact", "responsiveness", "disclosure_quality", "readability", "overall"];
    for (const [place, key] of keys.entries()) await page.locator(`label[for=${key}-${5 - place}]`).click();
    await release();
    await expect.poll(() => page.locator("#advice-count").innerText()).toBe("5 / 2000 字");
    expect(await page.getByLabel(/有哪些建议/).inputValue()).toBe("先写下的话");
    for (const [place, key] of keys.entries())
      expect(await page.locator(`#${key}-${5 - place}`).isChecked()).toBe(true);
    await page.getByRole("button", { name: "提交意见" }).click();
    await page.waitForURL(/receipt/);
    const answers = await page.locator("ol li").allInnerTexts();
    expect(answers.slice(0, 5).map((answer) => answer.split("\n").at(-1))).toEqual([
      "很好",
      "较好",
      "一般",
      "较差",
      "很差",
    ]);
  });

  test("keeps what was changed before it arrived in a text that came with the page", async () => {
    const page = await openPage();
    const long = "字".repeat(2001);
    const release = await holdScripts(page);
    await page.goto("/2024", { waitUntil: "commit" });
    await page.getByLabel(/有哪些建议/).fill(long);
    await page.getByRole("button", { name: "提交意见" }).click();
    await page.waitForURL(/responses/, { waitUntil: "commit" });
    await page.getByLabel(/有哪些建议/).fill("改短了");
    await release();
    await expect.poll(() => page.locator("#advice-count").innerText()).toBe("3 / 2000 字");
    expect(await page.getByLabel(/有哪些建议/).inputValue()).toBe("改短了");
  });

  test("takes back what it said of an empty form at the first answer", async () => {
    const page = await openPage();
    await page.goto("/2024");
    await page.getByRole("button", { name: "提交意见" }).click();
    await page.locator("#errors").waitFor();
    await page.locator("label[for=overall-3]").click();
    await expect.poll(() => page.locator("#errors").count()).toBe(0);
    expect(await page.title()).not.toContain("需要修改");
  });

  test("says when nothing was sent, keeps everything, and sends once when the network is back", async () => {
    const page = await openPage();
    await page.goto("/2024");
    await page.getByLabel(/有哪些建议/).fill("断网");
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "提交意见" }).click();
    await page.getByRole("alert").filter({ hasText: "没有提交成功，内容仍在本页" }).waitFor();
    expect(await page.getByLabel(/有哪些建议/).inputValue()).toBe("断网");
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "提交意见" }).click();
    await page.waitForURL(/receipt\/\w{5}-\w{5}-\w{4}$/);
  });

  test("counts characters as a reader does", async () => {
    const page = await openPage();
    await page.goto("/2024");
    await page.getByLabel(/有哪些建议/).fill("𠮷吉\n😀");
    await expect.poll(() => page.locator("#advice-count").innerText()).toBe("4 / 2000 字");
  });
});
