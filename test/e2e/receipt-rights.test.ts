import { describe, expect, test } from "vitest";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { untilHydrated } from "@/test/support/reader";
import { request } from "@/test/support/server";

const openPage = useBrowser();

describe.each([true, false])("with the receipt code alone (JavaScript %s) a reader", (javaScriptEnabled) => {
  const openReceipt = async () => {
    const sender = await openPage({ javaScriptEnabled });
    await sender.goto("/2024");
    await sender.getByLabel(/有哪些建议/).fill("第一稿");
    await sender.locator("#overall label").last().click();
    await sender.getByRole("button", { name: "提交意见" }).click();
    await sender.waitForURL(/receipt/);
    const page = await openPage({ javaScriptEnabled });
    await page.goto(sender.url());
    return page;
  };

  test("corrects the answers while the edition is open", async () => {
    const page = await openReceipt();
    await page.getByRole("link", { name: "修改作答" }).click();
    expect(await page.getByLabel(/有哪些建议/).inputValue()).toBe("第一稿");
    expect(await page.locator("#overall-1").isChecked()).toBe(true);
    await page.getByLabel(/有哪些建议/).fill("第二稿𠮷");
    await page.locator("#overall label").first().click();
    await page.getByRole("button", { name: "保存修改" }).click();
    await page.waitForURL(/receipt\/[\w-]+\?corrected$/);
    expect(await page.getByText("修改已保存").isVisible()).toBe(true);
    expect(await page.getByText("第二稿𠮷").isVisible()).toBe(true);
    expect(await page.getByText("第一稿").count()).toBe(0);
  });

  test("gets a refused correction back with everything typed", async () => {
    const page = await openReceipt();
    await page.getByRole("link", { name: "修改作答" }).click();
    if (javaScriptEnabled) await untilHydrated(page);
    await page.getByLabel(/有哪些建议/).fill("字".repeat(2005));
    await page.getByRole("button", { name: "保存修改" }).click();
    await page.getByRole("alert").filter({ hasText: "有 1 处需要修改" }).waitFor();
    expect((await page.getByLabel(/有哪些建议/).inputValue()).length).toBe(2005);
  });

  test("withdraws, after being asked, and finds the receipt without answers", async () => {
    const page = await openReceipt();
    await page.getByRole("link", { name: "撤回意见" }).click();
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("撤回这份意见？");
    if (javaScriptEnabled) expect(await violationsOn(page)).toEqual([]);
    await page.getByRole("button", { name: "撤回意见" }).click();
    await page.getByRole("heading", { name: "这份意见已撤回" }).waitFor();
    expect(await page.getByText("第一稿").count()).toBe(0);
    expect(await page.getByRole("link", { name: "修改作答" }).count()).toBe(0);
  });
});

test("a correction that does not get through names its own button, and stays on the page", async () => {
  const sent = await request("/2024/responses", {
    method: "POST",
    body: new URLSearchParams({ idempotency_key: crypto.randomUUID(), advice: "信号不好" }),
  });
  const page = await openPage();
  await page.goto(`${sent.headers.get("location")}/correct`);
  await untilHydrated(page);
  await page.route(/correction$/, (route) => route.abort());
  await page.getByRole("button", { name: "保存修改" }).click();
  const said = page.getByRole("alert").filter({ hasText: "没有保存成功" });
  await said.waitFor();
  expect(await said.innerText()).toContain("“保存修改”");
  expect(await page.getByLabel(/有哪些建议/).inputValue()).toBe("信号不好");
});

describe("a code from paper", () => {
  test.each([true, false])("is typed in, and opens its receipt (JavaScript %s)", async (javaScriptEnabled) => {
    const sent = await request("/2024/responses", {
      method: "POST",
      body: new URLSearchParams({ idempotency_key: crypto.randomUUID(), advice: "抄在纸上" }),
    });
    const code = sent.headers.get("location")?.split("/").at(-1) ?? "";
    const page = await openPage({ javaScriptEnabled });
    await page.goto("/2024/receipt");
    await page.getByLabel("回执编号").fill("23456-789AB-CDEF");
    await page.getByRole("button", { name: "查看回执" }).click();
    await page.locator("input[aria-invalid=true]").waitFor();
    await page.getByLabel("回执编号").fill(code.toLowerCase().replaceAll("-", " "));
    await page.getByRole("button", { name: "查看回执" }).click();
    await page.getByText("抄在纸上").waitFor();
    if (!javaScriptEnabled) return;
    await page.goto("/2024/receipt");
    expect(await violationsOn(page)).toEqual([]);
  });
});

describe("without a receipt code", () => {
  test.each(["22222-22222-2222", "nonsense", "%E0%A4%A"])("%s opens nothing and changes nothing", async (code) => {
    for (const act of ["correction", "withdrawal"]) {
      const answer = await request(`/2024/receipt/${code}/${act}`, {
        method: "POST",
        body: new URLSearchParams({ idempotency_key: crypto.randomUUID(), overall: "1" }),
      });
      expect([400, 404]).toContain(answer.status);
    }
  });
});
