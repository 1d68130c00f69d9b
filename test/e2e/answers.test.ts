import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { useEditions } from "@/test/support/open-editions";
import { request } from "@/test/support/server";
import { signIn } from "@/test/support/sign-in";

const openPage = useBrowser();
const editions = useEditions();

type Fields = Record<string, string | number>;

/** Sends an answer and returns its receipt code. */
async function send(slug: string, fields: Fields, from = "198.51.100.90"): Promise<string> {
  const headers = { "content-type": "application/json", "x-forwarded-for": from };
  const body = JSON.stringify({ idempotency_key: randomUUID(), ...fields });
  const answer = await request(`/${slug}/responses`, { method: "POST", headers, body });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { receiptCode: string }).receiptCode;
}

const rowsOf = (page: Page) => page.locator("tbody tr").allInnerTexts();

describe("an officer looking for an answer", () => {
  test("narrows the list, shares its address, reads one and shows its contact by a press", async () => {
    const slug = await editions.open("2039-answers");
    await send(slug, { overall: 5, advice: "请增加供应链的数据", channel: "wechat", stakeholder_group: "supplier" });
    await send(slug, { overall: 2, missing_information: "ＥＳＧ评级𠮷👍", channel: "pdf" });
    await send(slug, { overall: 4, advice: "员工培训", contact: "李四 138 0000 0000", contact_consent: "yes" });
    const page = await openPage({ viewport: { width: 1366, height: 768 } });
    await signIn(page);
    await page.goto(`/admin/responses?edition=${slug}`);
    expect(await rowsOf(page)).toHaveLength(3);
    expect(await violationsOn(page)).toEqual([]);

    await page.getByLabel("意见中含有").fill("esg");
    await page.getByLabel("渠道").selectOption("报告PDF");
    await page.getByLabel("意见中含有").press("Enter");
    await page.waitForURL(/search=esg/);
    expect(await rowsOf(page)).toEqual([expect.stringContaining("ＥＳＧ评级𠮷👍")]);
    expect(await page.getByRole("link", { name: "全部 1" }).count()).toBe(1);
    const shared = page.url();
    await page.getByRole("link", { name: "清除条件" }).click();
    await page.waitForURL((url) => !url.search.includes("search"));
    await page.goBack();
    await page.waitForURL(shared);
    expect(await page.getByLabel("意见中含有").inputValue()).toBe("esg");

    await page.goto(`/admin/responses?edition=${slug}&search=${encodeURIComponent("培训")}`);
    await page.locator("tbody a").click();
    await page.getByRole("heading", { name: /^答卷 [0-9a-f]{8}$/ }).waitFor();
    expect(await page.locator("main").innerText()).toContain("员工培训");
    expect(await page.content()).not.toContain("138 0000 0000");
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole("button", { name: "查看联系方式" }).click();
    await page.getByText("李四 138 0000 0000").waitFor();
    await page.getByRole("link", { name: "返回答卷列表" }).click();
    await page.waitForURL(/search=/);
    expect(await editions.acts(slug)).toEqual(["response.viewed", "contact.viewed"]);
  });

  test("sees of a withdrawn answer only that it was withdrawn", async () => {
    const slug = await editions.open("2039-withdrawn");
    const withdrawn = { overall: 1, advice: "撤回的话", channel: "pdf", stakeholder_group: "employee" };
    const code = await send(slug, withdrawn);
    await request(`/${slug}/receipt/${code}/withdrawal`, { method: "POST" });
    const page = await openPage({ viewport: { width: 360, height: 800 }, javaScriptEnabled: false });
    await signIn(page);
    await page.goto(`/admin/responses?edition=${slug}&status=withdrawn`);
    const [row] = await rowsOf(page);
    expect(row).toMatch(/答卷已由本人撤回，内容已删除。\s+已撤回$/);
    await page.locator("tbody a").click();
    const text = await page.locator("main").innerText();
    expect(text).toContain("本人已撤回这份答卷");
    expect(text).not.toMatch(/报告PDF|员工|第 1 版|收到日期/);
    expect(await editions.acts(slug)).toEqual([]);
  });
});
