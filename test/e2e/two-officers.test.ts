import { describe, expect, test } from "vitest";
import { useBrowser } from "@/test/support/browser";
import { useEditions } from "@/test/support/open-editions";
import { signIn } from "@/test/support/sign-in";

const openPage = useBrowser();
const editions = useEditions();

describe("of two officers who change a round at once, the second", () => {
  test("is told what the other changed meanwhile; both changes are kept", async () => {
    await editions.open("2053");
    const [first, second] = [await openPage(), await openPage()];
    for (const page of [first, second]) {
      await signIn(page);
      await page.goto("/admin/editions/2053/notice");
    }
    await first.getByLabel("ICP备案号").fill("辽ICP备20530001号");
    await first.getByRole("button", { name: "保存" }).click();
    await first.getByText("已保存。").waitFor();
    await second.getByLabel("网站").fill("https://second.example/");
    await second.getByRole("button", { name: "保存" }).click();
    await second.getByRole("alert").getByText("他人已将ICP备案号改为“辽ICP备20530001号”").waitFor();
    expect(await second.getByLabel("网站").inputValue()).toBe("https://second.example/");
    await second.getByRole("button", { name: "保存" }).click();
    await second.getByText("已保存。").waitFor();
    await second.goto("/admin/editions/2053/notice");
    expect(await second.getByLabel("ICP备案号").inputValue()).toBe("辽ICP备20530001号");
    expect(await second.getByLabel("网站").inputValue()).toBe("https://second.example/");
  });

  test.each([true, false])("is told what stands there now before it is replaced, with script: %s", async (script) => {
    const slug = script ? "2058" : "2059";
    await editions.open(slug);
    const [first, second] = [await openPage(), await openPage({ javaScriptEnabled: script })];
    for (const page of [first, second]) {
      await signIn(page);
      await page.goto(`/admin/editions/${slug}/settings`);
    }
    await first.getByLabel("报告名称（中文）").fill("甲的报告𠮷");
    await first.getByLabel("报告名称（英文）").fill("First’s report");
    await first.getByLabel("截止时间").fill("2099-12-31T18:00");
    await first.getByRole("button", { name: "保存" }).click();
    await first.getByText("已保存。").waitFor();
    await second.getByLabel("报告名称（中文）").fill("乙的报告");
    await second.getByLabel("时区").fill("Asia/Yingkou");
    await second.getByRole("button", { name: "保存" }).click();
    const told = second.getByRole("link", { name: "他人已将报告名称（中文）改为“甲的报告𠮷”。这里仍是您填写的内容" });
    await told.waitFor();
    await second.getByRole("heading", { name: "尚未保存：其间他人改动了 3 处，请核对后再次保存" }).waitFor();
    await second.getByRole("link", { name: "他人已将截止时间改为“2099-12-31 18:00”" }).waitFor();
    await second.getByRole("link", { name: "他人已将报告名称（英文）改为“First’s report”" }).waitFor();
    expect(await second.getByLabel("报告名称（中文）").inputValue()).toBe("乙的报告");
    await second.getByRole("button", { name: "保存" }).click();
    await second.getByRole("link", { name: "没有这个时区" }).waitFor();
    await second.getByLabel("时区").fill("Asia/Shanghai");
    await second.getByRole("button", { name: "保存" }).click();
    await second.getByText("已保存。").waitFor();
    await second.goto(`/admin/editions/${slug}/settings`);
    expect(await second.getByLabel("报告名称（中文）").inputValue()).toBe("乙的报告");
    expect(await second.getByLabel("报告名称（英文）").inputValue()).toBe("First’s report");
  });
});
