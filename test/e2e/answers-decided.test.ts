import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Role } from "@/lib/staff";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { useEditions } from "@/test/support/open-editions";
import { request } from "@/test/support/server";
import { signIn } from "@/test/support/sign-in";
import { useStaffSessions } from "@/test/support/staff-sessions";

const openPage = useBrowser();
const editions = useEditions();
const { enterAs } = useStaffSessions();

async function send(slug: string, fields: Record<string, string | number>): Promise<void> {
  const headers = { "content-type": "application/json", "x-forwarded-for": "198.51.100.91" };
  const body = JSON.stringify({ idempotency_key: randomUUID(), ...fields });
  expect((await request(`/${slug}/responses`, { method: "POST", headers, body })).status).toBe(201);
}

/** A page of somebody else than the first member of staff. */
async function openAs(role: Role, options = {}): Promise<Page> {
  const page = await openPage(options);
  await enterAs(page, role);
  return page;
}

describe("two officers and one answer", () => {
  test("one proposes to exclude it, the other confirms, and every figure follows; who comes too late is told", async () => {
    const slug = await editions.open("2039-decided");
    await send(slug, { overall: 1, advice: "广告：加微信领取优惠" });
    await send(slug, { overall: 5, advice: "很清楚" });
    const [mine, theirs] = [await openPage(), await openAs("analyst", { javaScriptEnabled: false })];
    await signIn(mine);
    const list = `/admin/responses?edition=${slug}&search=${encodeURIComponent("广告")}`;
    for (const page of [mine, theirs]) {
      await page.goto(list);
      await page.locator("tbody a").click();
      await page.getByRole("heading", { name: "处理" }).waitFor();
    }
    await mine.getByRole("button", { name: "提出剔除" }).click();
    await mine.getByRole("link", { name: "请选择原因" }).waitFor();
    await mine.getByLabel("原因").selectOption("广告");
    await mine.getByRole("button", { name: "提出剔除" }).click();
    await mine.getByText("须由另一人确认").waitFor();
    expect(await mine.getByRole("button", { name: "确认剔除" }).count()).toBe(0);
    expect(await violationsOn(mine)).toEqual([]);
    expect(await editions.standing(slug)).toEqual({ valid: 2 });

    await theirs.getByLabel("原因").selectOption("测试");
    await theirs.getByRole("button", { name: "转为待复核" }).click();
    expect(await theirs.locator("main").innerText()).toContain("已被他人改动，您的处理没有执行");
    await theirs.goto(`/admin/responses?edition=${slug}`);
    await theirs.getByRole("link", { name: "1 份拟剔除，等待另一人确认" }).click();
    await theirs.locator("tbody a").click();
    await theirs.getByRole("button", { name: "确认剔除" }).click();
    expect(await editions.standing(slug)).toEqual({ valid: 1, AD: 1 });
    expect(await theirs.locator("main").innerText()).toMatch(/提出剔除 · 广告[\s\S]*analyst 𠮷\s+确认剔除 · 广告/);
    await mine.goto(`/admin/results?edition=${slug}`);
    expect(await mine.getByText("有效 1 份").count()).toBe(1);
    const csv = await (await mine.request.get(`/admin/exports/${slug}/responses.csv`)).text();
    expect(csv).toContain(",excluded,AD,");
  });
});

describe("a flood in quarantine", () => {
  test("is restored as a whole by a press that names the number, from the results on", async () => {
    const slug = await editions.open("2039-flood");
    const flood = { overall: 1, advice: "这份报告一无是处，全是空话，不要再浪费纸张。" };
    for (let place = 0; place < 6; place++) await send(slug, flood);
    const page = await openPage({ viewport: { width: 360, height: 800 } });
    await signIn(page);
    await page.goto(`/admin/results?edition=${slug}`);
    await page.getByRole("region", { name: "已隔离的答卷，按原因" }).getByRole("link", { name: "6" }).click();
    await page.getByRole("link", { name: "一并处理因“内容雷同”隔离的答卷" }).click();
    await page.getByRole("button", { name: "将 6 份恢复为有效" }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await send(slug, flood);
    await page.getByRole("button", { name: "将 6 份恢复为有效" }).click();
    await page.getByText("隔离的答卷已经变化，没有处理").waitFor();
    await page.getByRole("button", { name: "将 7 份恢复为有效" }).click();
    await page.waitForURL(/status=valid/);
    expect(await editions.standing(slug)).toEqual({ REVIEWED: 7 });
    await page.goto(`/admin/results?edition=${slug}`);
    expect(await page.getByText("有效 7 份").count()).toBe(1);
  });
});
