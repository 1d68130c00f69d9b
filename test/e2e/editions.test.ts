import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useBrowser } from "@/test/support/browser";
import { useEditions } from "@/test/support/open-editions";
import { request } from "@/test/support/server";
import { signIn } from "@/test/support/sign-in";

const openPage = useBrowser();
const editions = useEditions();

const press = async (page: Page, name: string) => {
  await page.getByRole("main").getByRole("link", { name, exact: true }).click();
  await page.waitForURL(/\/state\?act=/);
  await page.getByRole("button", { name, exact: true }).click();
};
const chipOf = (page: Page) => page.locator("main header li").first().textContent();
const statusOf = async (slug: string) => {
  const body = JSON.stringify({ idempotency_key: crypto.randomUUID(), overall: 4 });
  const headers = { "content-type": "application/json" };
  return (await request(`/${slug}/responses`, { method: "POST", body, headers })).status;
};

describe("an officer", () => {
  test("takes a round from open to disclosed and back, and the mark of the unsealing stays on its results", async () => {
    await editions.open("2051");
    expect(await statusOf("2051")).toBe(201);
    const page = await openPage();
    await signIn(page);
    await page.goto("/admin/editions");
    await page.locator('a[href="/admin/editions/2051"]').click();
    await page.getByRole("heading", { name: "2051年度轮次" }).waitFor();
    await press(page, "截止征集");
    await page.getByText("已截止征集。").waitFor();
    expect(await statusOf("2051")).toBe(409);
    await press(page, "冻结");
    await page.getByText("已冻结。").waitFor();
    expect(await page.getByRole("link", { name: "修改" }).count()).toBe(0);
    await press(page, "标记为已披露");
    await page.getByText("已标记为已披露。").waitFor();
    expect(await chipOf(page)).toBe("已披露");

    await press(page, "解除冻结");
    await page.locator("main [role=alert]").waitFor();
    await expect.poll(() => page.title()).toContain("有 1 处需要修改");
    await page.getByLabel("解除冻结的理由").fill("一份答卷剔除有误𠮷");
    await page.getByRole("button", { name: "解除冻结" }).click();
    await page.waitForURL(/said=unseal/);
    await page.goto("/admin/results?edition=2051");
    await page.getByText("理由：一份答卷剔除有误𠮷").waitFor();
    expect(await chipOf(page)).toBe("已截止");
  });

  test("sets times by the clocks of the round's zone, and what is wrong is said by field, with what was typed", async () => {
    await editions.open("2052");
    const page = await openPage();
    await signIn(page);
    await page.goto("/admin/editions/2052/settings");
    await page.getByLabel("报告名称（中文）").fill("金辰股份２０３２年𠮷报告");
    await page.getByLabel("截止时间").fill("2053-01-01T00:00");
    await page.getByLabel("时区").fill("Asia/Yingkou");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByRole("link", { name: "没有这个时区，请填写时区名称，例如 Asia/Shanghai" }).click();
    expect(await page.getByLabel("时区").evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await page.getByLabel("报告名称（中文）").inputValue()).toBe("金辰股份２０３２年𠮷报告");
    await page.getByLabel("时区").fill("Europe/Berlin");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("已保存。").waitFor();
    await page.getByText("至2053年1月1日 00:00").waitFor();
    await page.getByText("Europe/Berlin（中欧标准时间）").waitFor();
    await page.goto("/2052");
    expect(await page.getByText("金辰股份２０３２年𠮷报告").count()).toBeGreaterThan(0);
  });

  test("makes next year's round from this year's, and the checklist loses what is changed", async () => {
    await editions.open("2055");
    const page = await openPage();
    await signIn(page);
    await page.goto("/admin/editions/2055");
    await page.getByRole("link", { name: "建立2056年度轮次" }).click();
    await page.waitForURL(/\/next$/);
    await page.getByRole("button", { name: "建立2056年度轮次" }).click();
    await page.waitForURL("/admin/editions/2056/checklist");
    await page.getByRole("heading", { name: "文字中的旧年份（6 处）" }).waitFor();
    expect(await page.locator("mark").first().textContent()).toBe("2024");
    await page
      .locator("main li", { hasText: /^金辰股份2024年可持续发展报告/ })
      .getByRole("link", { name: "修改" })
      .click();
    await page.getByLabel("报告名称（中文）").fill("金辰股份2056年可持续发展报告");
    await page.getByLabel("报告名称（英文）").fill("Jinchen 2056 Sustainability Report");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("已保存。").waitFor();
    expect(await chipOf(page)).toBe("筹备");
    await page.getByRole("link", { name: "核对清单" }).click();
    await page.getByRole("heading", { name: "文字中的旧年份（4 处）" }).waitFor();
    // The reserved link answers already, and takes nothing yet.
    expect(await statusOf("2056")).toBe(409);
    await page.goto("/admin/editions/2055/next");
    await page.getByRole("button", { name: "建立2056年度轮次" }).click();
    await page.getByRole("alert").getByText("已经存在").waitFor();
  });

  test("cannot change what readers were told without a new version of the notice", async () => {
    await editions.open("2054");
    const page = await openPage({ javaScriptEnabled: false });
    await signIn(page);
    await page.goto("/admin/editions/2054/notice");
    await page.getByLabel("答卷保存（年）").fill("10");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByRole("link", { name: "告知内容已改动" }).waitFor();
    expect(await page.getByLabel("答卷保存（年）").inputValue()).toBe("10");
    await page.getByLabel("版本", { exact: true }).fill("9.9");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("版本 9.9").waitFor();
    await page.goto("/2054/privacy");
    await page.getByText("保存 10 年").waitFor();
  });
});

test("a reader takes an answer back from a sealed round, and is told what that means", async () => {
  await editions.open("2057");
  const body = JSON.stringify({ idempotency_key: crypto.randomUUID(), overall: 1, advice: "封存后撤回的原文" });
  const sent = { method: "POST", body, headers: { "content-type": "application/json" } };
  const { receiptCode } = (await (await request("/2057/responses", sent)).json()) as { receiptCode: string };
  const page = await openPage();
  await signIn(page);
  await page.goto("/admin/editions/2057");
  await press(page, "截止征集");
  await page.getByText("已截止征集。").waitFor();
  await press(page, "冻结");
  await page.getByText("已冻结。").waitFor();
  await page.goto(`/2057/receipt/${receiptCode}/withdraw`);
  await page.getByText("本轮征集的结果已经冻结").waitFor();
  await page.getByRole("button", { name: "撤回意见" }).click();
  await page.getByRole("heading", { name: "这份意见已撤回" }).waitFor();
  await page.goto("/admin/results?edition=2057");
  await page.getByText("冻结之后，有 1 份答卷由填写人凭回执编号撤回").waitFor();
  expect(await page.getByText("回收 0 份").count()).toBe(1);
});
