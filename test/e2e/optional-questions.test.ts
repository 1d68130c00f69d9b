import type { Page } from "playwright-core";
import postgres from "postgres";
import { afterAll, describe, expect, inject, test } from "vitest";
import { useBrowser } from "@/test/support/browser";
import { choose, isOpen, leaveContact, topicsOf } from "@/test/support/optional-fields";

const openPage = useBrowser();
const sql = postgres(inject("appDatabase"), { max: 1 });
afterAll(() => sql.end());

describe.each([true, false])("the optional questions (JavaScript %s)", (javaScriptEnabled) => {
  const open = async (path = "/2024") => {
    const page = await openPage({ javaScriptEnabled });
    await page.goto(path);
    return page;
  };
  const send = (page: Page) => page.getByRole("button", { name: /^(提交意见|Send feedback)$/ }).click();

  test("come after the eight, folded where they are long, with nothing chosen beforehand", async () => {
    const page = await open();
    expect(await page.getByText("8 题，均可不答；另 4 题选填").isVisible()).toBe(true);
    expect([await isOpen(page, "topics"), await isOpen(page, "contact")]).toEqual([false, false]);
    expect(await page.locator("form input:checked").count()).toBe(0);
    const numbers = await page.locator("form .question-number").allInnerTexts();
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, place) => String(place + 1)));
  });

  test("are answered, and stand on the receipt in words", async () => {
    const page = await open();
    await page.getByLabel(/有哪些建议/).fill("付款周期");
    await page.getByText("供应商", { exact: true }).click();
    await choose(page, "水资源利用", "应对气候变化", "社区关系");
    await page.getByText("不同意", { exact: true }).click();
    await leaveContact(page, "  zhang@example.cn ");
    await page.getByLabel(/^我同意仅为回复/).check();
    await send(page);
    await page.waitForURL(/receipt/);
    const answers = (await page.locator("main ol li").allInnerTexts())
      .slice(8)
      .map((text) => text.split("\n").slice(-3));
    expect(answers.map((lines) => lines.at(-1))).toEqual([
      "供应商",
      "社区关系",
      "不同意",
      "zhang@example.cn（已同意仅用于回复）",
    ]);
    expect(answers[1]).toEqual(["应对气候变化", "水资源利用", "社区关系"]);
    expect(await page.getByText("8 题中答了 1 题").isVisible()).toBe(true);
  });

  test("in English say the same", async () => {
    const page = await open("/en/2024");
    expect(await page.getByText("8 questions, all optional, and 4 extra").isVisible()).toBe(true);
    await page
      .getByRole("group", { name: /readability/ })
      .getByText("Good", { exact: true })
      .click();
    await page.getByText("Customers", { exact: true }).click();
    await choose(page, "Water use");
    await send(page);
    await page.waitForURL(/receipt/);
    expect(await page.getByText("Customers", { exact: true }).isVisible()).toBe(true);
    expect(await page.getByText("Water use", { exact: true }).isVisible()).toBe(true);
  });

  test("refuse a sixth topic in words, and keep all six ticks", async () => {
    const page = await open();
    await page.getByLabel(/有哪些建议/).fill("还在");
    await choose(page, "能源利用", "水资源利用", "循环经济", "员工", "乡村振兴", "尽职调查");
    await send(page);
    const summary = page.locator("#errors");
    expect(await summary.getByRole("link").allInnerTexts()).toEqual(["第 10 题：选了 6 项，请保留最多 5 项"]);
    expect(await topicsOf(page)).toEqual(["energy", "water", "circular", "employees", "rural", "due-diligence"]);
    expect(await isOpen(page, "topics")).toBe(true);
    expect(await page.getByLabel(/有哪些建议/).inputValue()).toBe("还在");
    await summary.getByRole("link").click();
    expect(await page.locator("#topics-error").isVisible()).toBe(true);
    await choose(page, "员工");
    await send(page);
    await page.waitForURL(/receipt/);
  });

  test("refuse a contact without its consent in words, and keep it", async () => {
    const page = await open();
    await page.getByLabel(/有哪些建议/).fill("请回复");
    await leaveContact(page, "138 0000 0000");
    await send(page);
    const message = "留下联系方式时，请勾选同意使用；不需回复请清空";
    expect(await page.locator("#errors").getByRole("link").allInnerTexts()).toEqual([`第 12 题：${message}`]);
    expect(await page.getByLabel(/如需回复/).inputValue()).toBe("138 0000 0000");
    const consent = page.getByLabel(/^我同意仅为回复/);
    expect([await consent.isChecked(), await consent.getAttribute("aria-invalid")]).toEqual([false, "true"]);
    await page.getByLabel(/如需回复/).fill("");
    await send(page);
    await page.waitForURL(/receipt/);
    expect(await page.locator("main ol li").last().innerText()).toContain("未作答");
  });

  test("show the consent only with a contact", async () => {
    const page = await open();
    await page.locator("#contact summary").click();
    const consent = page.getByLabel(/^我同意仅为回复/);
    expect(await consent.isVisible()).toBe(false);
    await page.getByLabel(/如需回复/).fill("a");
    expect(await consent.isVisible()).toBe(true);
    await page.getByLabel(/如需回复/).fill("");
    expect(await consent.isVisible()).toBe(false);
  });

  test("alone are no feedback: that is said, and everything is kept", async () => {
    const page = await open();
    await page.getByText("社区", { exact: true }).click();
    await choose(page, "生态修复");
    await send(page);
    const said = page.getByRole("alert").filter({ hasText: "补充信息要与意见一起提交" });
    expect(await said.isVisible()).toBe(true);
    expect(await page.getByLabel("社区", { exact: true }).isChecked()).toBe(true);
    expect(await topicsOf(page)).toEqual(["eco-restoration"]);
  });

  test("are taken back one by one with 清除本题", async () => {
    const page = await open();
    const group = page.getByRole("group", { name: /哪类利益相关方/ });
    await page.getByLabel(/有哪些建议/).fill("还在");
    await group.getByText("客户", { exact: true }).click();
    await page.getByText("同意", { exact: true }).click();
    await choose(page, "科技伦理");
    await group.getByRole("button", { name: /清除本题/ }).click();
    await expect.poll(() => group.locator("input:checked").count()).toBe(0);
    expect(await page.locator("#quote-yes").isChecked()).toBe(true);
    expect(await topicsOf(page)).toEqual(["tech-ethics"]);
    expect(await page.getByLabel(/有哪些建议/).inputValue()).toBe("还在");
  });

  test("come back for a correction, and the contact alone is withdrawn with one press", async () => {
    const page = await open();
    await page.getByLabel(/有哪些建议/).fill("请回复");
    await choose(page, "能源利用");
    await leaveContact(page, "li@example.cn");
    await page.getByLabel(/^我同意仅为回复/).check();
    await send(page);
    await page.waitForURL(/receipt/);
    await page.getByRole("link", { name: "修改作答" }).click();
    await page.waitForURL(/correct$/);
    expect(await topicsOf(page)).toEqual(["energy"]);
    expect(await page.getByLabel(/如需回复/).inputValue()).toBe("li@example.cn");
    expect(await page.getByLabel(/^我同意仅为回复/).isChecked()).toBe(true);
    await choose(page, "水资源利用");
    await page.getByRole("button", { name: "保存修改" }).click();
    await page.waitForURL(/corrected$/);
    expect(await page.getByText("水资源利用").isVisible()).toBe(true);
    await page.getByRole("button", { name: "撤回联系方式" }).click();
    await page.getByText("联系方式已删除，意见保留。").waitFor();
    expect(await page.getByText("li@example.cn").count()).toBe(0);
    expect(await page.getByText("请回复").isVisible()).toBe(true);
    expect(await sql`select 1 from contact where value = 'li@example.cn'`).toHaveLength(0);
  });

  test("are all answered by keyboard", async () => {
    const page = await open();
    const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || "");
    const tabTo = async (wanted: RegExp) => {
      for (let press = 0; press < 40; press++) {
        await page.keyboard.press("Tab");
        if (wanted.test(await focused())) return;
      }
      throw new Error(`no tab stop ${wanted}`);
    };
    await page.locator("#advice").focus();
    await page.keyboard.type("键盘");
    await tabTo(/^stakeholder_group-/);
    await page.keyboard.press("ArrowDown");
    await tabTo(/最关注哪些议题/);
    await page.keyboard.press("Enter");
    await tabTo(/^topic-energy$/);
    await page.keyboard.press("Space");
    await tabTo(/^quote-/);
    await page.keyboard.press("Space");
    await tabTo(/如需回复/);
    await page.keyboard.press("Space");
    await tabTo(/^contact-value$/);
    await page.keyboard.type("kb@example.cn");
    await tabTo(/^contact-consent$/);
    await page.keyboard.press("Space");
    await tabTo(/提交意见/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/receipt/);
    const text = await page.locator("main").innerText();
    for (const answer of ["客户", "能源利用", "同意", "kb@example.cn"]) expect(text).toContain(answer);
  });
});
