import { describe, expect, test } from "vitest";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { request } from "@/test/support/server";
import { signIn } from "@/test/support/sign-in";
import { useStaffSessions } from "@/test/support/staff-sessions";

const openPage = useBrowser();
const { headersOf } = useStaffSessions();

describe("the audit log", () => {
  test("tells an administrator of an export, is narrowed by an address that lasts, and is exported, which it tells too", async () => {
    const { body } = await request("/admin/exports/2024/responses.csv", { headers: await headersOf("analyst") });
    await body?.cancel();
    const page = await openPage({ viewport: { width: 1366, height: 768 } });
    await signIn(page);
    await page.goto("/admin/audit");
    expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel("人员", { exact: true }).fill("analyst 𠮷");
    await page.getByLabel("操作", { exact: true }).selectOption("导出答卷");
    await page.getByRole("button", { name: "查看", exact: true }).click();
    await page.waitForURL(/act=responses.exported/);
    const [row = ""] = await page.locator("tbody tr").allInnerTexts();
    expect(row).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\s+analyst 𠮷\s+.*@example.cn\s+导出答卷\s+2024\s+格式 csv$/);
    expect(await page.locator("caption").innerText()).toContain("北京时间");

    const address = await page.getByRole("link", { name: "导出 CSV" }).getAttribute("href");
    const csv = await (await page.request.get(address ?? "")).text();
    expect(csv).toMatch(/^\uFEFFid,时间（北京时间）,人员/);
    expect(csv.trim().split("\r\n").length).toBeGreaterThanOrEqual(2);
    await page.goto("/admin/audit?act=audit.exported");
    expect((await page.locator("tbody tr").allInnerTexts())[0]).toContain("导出操作记录");
    await page.getByRole("link", { name: "清除条件" }).click();
    await page.waitForURL((url) => url.search === "");
    expect(await page.getByRole("link", { name: "操作记录" }).first().getAttribute("aria-current")).toBe("page");
  });

  test("stands within a phone's width, each event with all that it has", async () => {
    const page = await openPage({ viewport: { width: 360, height: 800 } });
    await signIn(page);
    await page.goto("/admin/audit");
    const width = await page.getByRole("region").evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
    expect(width[0]).toBe(width[1]);
    for (const cell of await page.locator("tbody tr").first().locator("th, td").all()) {
      const box = await cell.boundingBox();
      if (box) expect(box.x + box.width).toBeLessThanOrEqual(360);
    }
    expect(await violationsOn(page)).toEqual([]);
  });
});
