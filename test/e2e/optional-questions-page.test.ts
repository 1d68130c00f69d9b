import { describe, expect, test } from "vitest";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { choose, isOpen, leaveContact, topicsOf } from "@/test/support/optional-fields";

const openPage = useBrowser();

describe.each([true, false])("the language switch (JavaScript %s)", (javaScriptEnabled) => {
  test("takes the optional answers along, the contact and its consent too", async () => {
    const page = await openPage({ javaScriptEnabled });
    await page.goto("/2024");
    await page.locator("label[for=stakeholder_group-academia]").click();
    await choose(page, "能源利用", "水资源利用");
    await leaveContact(page, "li@example.cn");
    await page.locator("#contact-consent").check();
    await page.getByRole("button", { name: "English" }).click();
    await page.locator("html[lang=en]").waitFor();
    expect(await page.locator("#stakeholder_group-academia").isChecked()).toBe(true);
    expect(await topicsOf(page)).toEqual(["energy", "water"]);
    expect(await page.getByLabel(/would like a reply/).inputValue()).toBe("li@example.cn");
    expect(await page.locator("#contact-consent").isChecked()).toBe(true);
    expect([await isOpen(page, "topics"), await isOpen(page, "contact")]).toEqual([true, true]);
  });
});

describe("the optional questions with a script", () => {
  test("count the topics while they are chosen, also those ticked before it arrived", async () => {
    const page = await openPage();
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto("/2024", { waitUntil: "commit" });
    await choose(page, "能源利用", "水资源利用");
    await leaveContact(page, "早@example.cn");
    release();
    await page.waitForLoadState("networkidle");
    const count = page.locator("#topics [role=status]");
    await expect.poll(() => count.innerText()).toBe("已选 2 项，最多 5 项");
    expect(await topicsOf(page)).toEqual(["energy", "water"]);
    expect(await page.getByLabel(/如需回复/).inputValue()).toBe("早@example.cn");
    await choose(page, "循环经济", "科技伦理", "乡村振兴", "尽职调查");
    expect(await count.innerText()).toBe("已选 6 项，请保留最多 5 项");
    await page.locator("#topics summary").click();
    expect(await page.locator("#topics summary").innerText()).toContain("已选 6 项");
  });

  test("take a message away as soon as what it asks for is done", async () => {
    const page = await openPage();
    await page.goto("/2024");
    await page.getByLabel(/有哪些建议/).fill("好");
    await choose(page, "能源利用", "水资源利用", "循环经济", "科技伦理", "乡村振兴", "尽职调查");
    await leaveContact(page, "a@example.cn");
    await page.getByRole("button", { name: "提交意见" }).click();
    expect(await page.locator("#errors a").count()).toBe(2);
    await page.getByText("科技伦理", { exact: true }).click();
    await expect.poll(() => page.locator("#topics-error").count()).toBe(0);
    await page.getByLabel(/^我同意仅为回复/).check();
    await expect.poll(() => page.locator("#errors").count()).toBe(0);
  });

  test("open for a draft that is put back by a program", async () => {
    const page = await openPage();
    await page.goto("/2024");
    await page.waitForLoadState("networkidle");
    await page.locator("#topic-water").evaluate((box) => {
      (box as HTMLInputElement).checked = true;
      box.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await expect.poll(() => isOpen(page, "topics")).toBe(true);
    await expect.poll(() => page.locator("#topics [role=status]").innerText()).toBe("已选 1 项，最多 5 项");
  });

  test("go to the question when a line of the summary is followed, however tall the question is", async () => {
    const page = await openPage({ viewport: { width: 360, height: 640 } });
    await page.goto("/2024");
    await page.getByLabel(/有哪些建议/).fill("好");
    await choose(page, "能源利用", "水资源利用", "循环经济", "科技伦理", "乡村振兴", "尽职调查");
    await page.getByRole("button", { name: "提交意见" }).click();
    await page.locator("#errors a").click();
    const top = await page.locator("#topics-error").evaluate((message) => message.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(640);
    expect(await page.locator("#topic-climate").evaluate((box) => box.matches(":focus"))).toBe(true);
  });
});

describe.each(["light", "dark"] as const)("the optional questions in %s", (colorScheme) => {
  test.each(["/2024", "/en/2024"])("break no rule of accessibility, open and with messages: %s", async (path) => {
    const page = await openPage({ colorScheme });
    await page.goto(path);
    await page.locator("#advice").fill("好");
    await page.locator("#topics summary").click();
    for (const box of await page
      .locator("input[name=topics]")
      .all()
      .then((boxes) => boxes.slice(0, 6)))
      await box.check();
    await leaveContact(page, "a@example.cn");
    expect(await violationsOn(page)).toEqual([]);
    await page.locator("form button[type=submit].btn").click();
    await page.locator("#errors").waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });
});

test.each(["/2024", "/en/2024"])("the optional questions fit 320 px with everything open: %s", async (path) => {
  const page = await openPage({ viewport: { width: 320, height: 640 } });
  await page.goto(path);
  await page.locator("#topics summary").click();
  await leaveContact(page, "a".repeat(100));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const heights = await page
    .locator("#topics label, #topics summary, #stakeholder_group label, #contact summary, #contact_consent label")
    .evaluateAll((targets) => targets.map((target) => target.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
});

test("a screen reader hears the question of each fold, and whether it is open", async () => {
  const page = await openPage();
  await page.goto("/2024");
  await page.locator("#topics summary").click();
  const heard = await page.locator("#topics").ariaSnapshot();
  expect(heard).toContain('- group "10 您最关注哪些议题？最多选5项（选填）"');
  expect(heard).toContain('- group "可持续发展治理"');
  expect(heard).toContain('- checkbox "能源利用"');
});
