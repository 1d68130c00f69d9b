import type { Page } from "playwright-core";
import postgres from "postgres";
import { decodeQR } from "qr/decode.js";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { useEditions } from "@/test/support/open-editions";
import { pictureOf } from "@/test/support/png";
import { send, tick } from "@/test/support/reader";
import { urlOf } from "@/test/support/server";
import { signIn } from "@/test/support/sign-in";

const SLUG = "2061";
const openPage = useBrowser();
const editions = useEditions();
const sql = postgres(inject("appDatabase"), { max: 1 });
afterAll(() => sql.end());
const setState = (state: string) => sql`update edition set state = ${state} where slug = ${SLUG}`;

beforeAll(async () => {
  await editions.open(SLUG);
  await setState("draft");
});

async function openList(options = {}): Promise<Page> {
  const page = await openPage(options);
  await signIn(page);
  await page.goto(`/admin/channels?edition=${SLUG}`);
  return page;
}

async function fillIn(page: Page, { code, name }: { code: string; name: string }): Promise<void> {
  await page.getByLabel("代码").fill(code);
  await page.getByLabel("中文名称").fill(name);
  await page.getByLabel("英文名称").fill("Results meeting");
  await page.getByLabel("类型").selectOption({ label: "会议、走访" });
  await page.getByLabel("面向").selectOption({ label: "股东/投资者" });
}

async function answerBy(link: string): Promise<void> {
  const reader = await openPage();
  await reader.goto(link);
  await tick(reader, "overall", 5);
  await send(reader);
  await reader.waitForURL(/receipt/);
}

const countOf = async (page: Page, name: string) => {
  await page.goto(`/admin/channels?edition=${SLUG}`);
  return Number(await page.getByRole("row", { name }).locator("td").last().innerText());
};

describe("an officer", () => {
  test("reserves a link for a draft, prints its code, and finds the answers that come by it", async () => {
    const page = await openList();
    await fillIn(page, { code: "ＱＲ-2061", name: "业绩说明会𠮷" });
    await page.getByRole("button", { name: "新增" }).click();
    await page.getByRole("status").filter({ hasText: "已新增渠道“业绩说明会𠮷”" }).waitFor();
    const link = urlOf(`/${SLUG}?c=qr-2061`);
    const row = page.getByRole("row", { name: "业绩说明会𠮷" });
    expect(await row.getByRole("link", { name: `/${SLUG}?c=qr-2061` }).getAttribute("href")).toBe(link);

    const href = await row.getByRole("link", { name: "下载“业绩说明会𠮷”的二维码，PNG" }).getAttribute("href");
    const png = await page.request.get(href ?? "");
    expect(decodeQR(pictureOf(await png.body()))).toBe(link);
    const file = decodeURIComponent(png.headers()["content-disposition"] ?? "");
    expect(file).toContain("金辰股份2024年可持续发展报告-意见反馈-二维码-业绩说明会𠮷.png");
    const svg = await page.request.get(href?.replace("png", "svg") ?? "");
    expect([svg.headers()["content-type"], await svg.text()]).toEqual([
      "image/svg+xml; charset=utf-8",
      expect.stringContaining("<svg"),
    ]);

    const early = await openPage();
    await early.goto(link);
    expect(await early.getByRole("heading", { level: 1 }).innerText()).toBe("征集尚未开始");
    await setState("open");
    await answerBy(link);
    await answerBy(`/${SLUG}?c=qr-2062`);
    expect([await countOf(page, "业绩说明会𠮷"), await countOf(page, "未带渠道")]).toEqual([1, 1]);
    expect(await countOf(page, "合计")).toBe(2);
  });

  test("retires it: the old link still works and counts", async () => {
    const page = await openList();
    await page.getByRole("link", { name: "业绩说明会𠮷", exact: true }).click();
    await page.getByRole("heading", { name: "业绩说明会𠮷" }).waitFor();
    expect(await page.getByLabel("代码").count()).toBe(0);
    expect(await page.getByRole("button", { name: "删除" }).count()).toBe(0);
    await page.getByLabel("停用").check();
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByRole("status").filter({ hasText: "已保存渠道" }).waitFor();
    expect(await page.getByRole("row", { name: "业绩说明会𠮷" }).innerText()).toContain("已停用");
    await answerBy(`/en/${SLUG}?c=qr-2061`);
    expect(await countOf(page, "业绩说明会𠮷")).toBe(2);
  });

  test.each([true, false])(
    "is told what is wrong, with everything typed (JavaScript %s)",
    async (javaScriptEnabled) => {
      const page = await openList({ javaScriptEnabled });
      await fillIn(page, { code: "pdf", name: "长".repeat(41) });
      await page.getByRole("button", { name: "新增" }).click();
      await page.getByRole("alert").filter({ hasText: "有 1 处需要修改" }).waitFor();
      expect(await page.getByLabel("中文名称").inputValue()).toBe("长".repeat(41));
      expect(await page.getByLabel("面向").inputValue()).toBe("investor");
      if (javaScriptEnabled) expect(await violationsOn(page)).toEqual([]);
      await page.getByLabel("中文名称").fill("报告");
      await page.getByRole("button", { name: "新增" }).click();
      await page.getByRole("alert").getByText("本轮次已有这个代码").waitFor();
      expect(await page.getByLabel("中文名称").inputValue()).toBe("报告");
    },
  );

  test("who comes second is told what the first one made of it, and may replace it knowingly", async () => {
    const [first, second] = [await openList(), await openList()];
    for (const page of [first, second]) await page.goto(`/admin/channels/${SLUG}/website`);
    await first.getByLabel("中文名称").fill("官网首页");
    await first.getByRole("button", { name: "保存" }).click();
    await first.getByRole("status").filter({ hasText: "官网首页" }).waitFor();
    await second.getByLabel("中文名称").fill("官网新闻");
    await second.getByRole("button", { name: "保存" }).click();
    await second.getByRole("alert").getByText("刚被别人改为：代码 website，官网首页").waitFor();
    expect(await second.getByLabel("中文名称").inputValue()).toBe("官网新闻");
    await second.getByRole("button", { name: "保存" }).click();
    await second.getByRole("status").filter({ hasText: "官网新闻" }).waitFor();
  });

  test("deletes a channel without answers", async () => {
    const page = await openList();
    await page.goto(`/admin/channels/${SLUG}/sse`);
    await page.getByRole("button", { name: "删除" }).click();
    await page.getByRole("status").filter({ hasText: "已删除渠道 sse" }).waitFor();
    expect(await page.getByText(`/${SLUG}?c=sse`).count()).toBe(0);
    expect((await page.request.get(`/admin/channels/${SLUG}/sse/qr.png`)).status()).toBe(404);
  });
});
