import { describe, expect, test } from "vitest";
import { useBrowser } from "@/test/support/browser";
import { send, switchTo, tick, untilHydrated } from "@/test/support/reader";

const openPage = useBrowser();

describe.each([true, false])("the language switch (JavaScript %s)", (javaScriptEnabled) => {
  const open = async (path: string) => {
    const page = await openPage({ javaScriptEnabled });
    await page.goto(path);
    if (javaScriptEnabled) await untilHydrated(page);
    return page;
  };

  test("keeps what was typed and ticked, the channel and the key, there and back", async () => {
    const page = await open("/2024?c=wechat");
    const key = await page.locator("input[name=idempotency_key]").inputValue();
    const text = "第一行\n“引号” <b>&amp; 𠮷";
    await page.locator("#advice").fill(text);
    await tick(page, "readability", 2);
    for (const [language, lang, title] of [
      ["English", "en", "Feedback form"],
      ["中文", "zh-CN", "意见反馈表"],
    ] as const) {
      await switchTo(page, language);
      await page.getByRole("heading", { level: 1, name: title }).waitFor();
      expect(await page.locator("html").getAttribute("lang")).toBe(lang);
      expect(await page.locator("#advice").inputValue()).toBe(text);
      expect(await page.locator("#readability-2").isChecked()).toBe(true);
      expect(await page.locator("input[name=channel]").inputValue()).toBe("wechat");
      expect(await page.locator("input[name=idempotency_key]").inputValue()).toBe(key);
      expect(await page.locator("#errors").count()).toBe(0);
      if (javaScriptEnabled) await untilHydrated(page);
    }
    await send(page);
    await page.waitForURL(/\/2024\/receipt/);
    expect(await page.getByText("8 题中答了 2 题").isVisible()).toBe(true);
  });

  test("keeps the optional answers, contact included", async () => {
    const page = await open("/2024");
    await page.locator("#feedback").evaluate((form) => {
      for (const fold of form.querySelectorAll("details")) fold.open = true;
    });
    await page.locator("[name=stakeholder_group][value=supplier]").check();
    await page.locator("[name=topics][value=energy]").check();
    await page.locator("[name=topics][value=employees]").check();
    await page.locator("[name=contact]").fill("reader@example.cn");
    await switchTo(page, "English");
    await page.waitForURL(/\/en\/2024/);
    const ticked = page.locator("[name=stakeholder_group]:checked, [name=topics]:checked");
    const values = await ticked.evaluateAll((ticks: HTMLInputElement[]) => ticks.map(({ value }) => value));
    expect(values).toEqual(["supplier", "energy", "employees"]);
    expect(await page.locator("[name=contact]").inputValue()).toBe("reader@example.cn");
  });

  test("is not what Enter presses", async () => {
    const page = await open("/en/2024");
    await tick(page, "overall", 5);
    await page.locator("#overall-5").press("Enter");
    await page.waitForURL(/\/en\/2024\/receipt/);
    expect(await page.getByText("1 of 8 questions").isVisible()).toBe(true);
  });

  test("keeps a correction that is being written", async () => {
    const page = await open("/2024");
    await page.locator("#advice").fill("第一稿");
    await send(page);
    await page.waitForURL(/receipt/);
    await page.getByRole("link", { name: "修改作答" }).click();
    await page.waitForURL(/correct$/);
    if (javaScriptEnabled) await untilHydrated(page);
    await page.locator("#advice").fill("第二稿");
    await switchTo(page, "English");
    await page.waitForURL(/\/en\/2024\/receipt\/[\w-]+\/correction/);
    expect(await page.locator("#advice").inputValue()).toBe("第二稿");
    if (javaScriptEnabled) await untilHydrated(page);
    await page.locator("#feedback .btn").click();
    await page.waitForURL(/corrected$/);
    expect(await page.getByText("第二稿").isVisible()).toBe(true);
  });
});

test("an address that offers a language which there is not stays in its own", async () => {
  const page = await openPage({ javaScriptEnabled: false });
  await page.goto("/2024");
  await page.locator("#advice").fill("还在");
  await page.locator("button[name=switch]").evaluate((button: HTMLButtonElement) => (button.value = "fr"));
  await page.locator("button[name=switch]").click();
  expect(await page.locator("#advice").inputValue()).toBe("还在");
});
