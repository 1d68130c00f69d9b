import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { useBrowser } from "@/test/support/browser";
import { MAIL, useInvitedStaff } from "@/test/support/invited-staff";
import { tabTo } from "@/test/support/keyboard";
import { useEditions } from "@/test/support/open-editions";
import { request } from "@/test/support/server";
import { useStaffSessions } from "@/test/support/staff-sessions";

const SLUG = "2085";
const openPage = useBrowser();
const editions = useEditions();
const { enterAs } = useStaffSessions();
// What it invites is gone when the file ends.
useInvitedStaff(openPage);

/** A page of an administrator, who has no mouse: every step below is a key. */
async function opened(path: string, options = {}): Promise<Page> {
  const page = await openPage(options);
  page.setDefaultTimeout(10_000);
  await enterAs(page, "administrator");
  await page.goto(path);
  return page;
}
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const isSummaryFocused = (page: Page) =>
  page.waitForFunction(() => document.activeElement?.matches("main [role=alert]") ?? false);
const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id);

beforeAll(async () => {
  await editions.open(SLUG);
  for (const advice of ["请增加范围三的数据", "很清楚"]) {
    const body = JSON.stringify({ idempotency_key: randomUUID(), overall: 4, advice });
    const headers = { "content-type": "application/json", "x-forwarded-for": "198.51.100.95" };
    await request(`/${SLUG}/responses`, { method: "POST", headers, body });
  }
});

describe("by keyboard alone", () => {
  test("a channel is added; after an error the focus is on what is wrong, and Enter leads to the field", async () => {
    const page = await opened(`/admin/channels?edition=${SLUG}`);
    await tabTo(page, /^代码/);
    await page.keyboard.type("wx kb");
    await tabTo(page, /^中文名/);
    await page.keyboard.type("键盘渠道");
    await tabTo(page, /^英文名|^Name in English/);
    await page.keyboard.type("Keyboard");
    await tabTo(page, "新增");
    await press(page, "Enter");
    await isSummaryFocused(page);
    await press(page, "Tab", "Enter");
    expect(await focusedId(page)).toBe("code");
    await press(page, "Control+a");
    await page.keyboard.type("wx-kb");
    await tabTo(page, "新增");
    await press(page, "Space");
    await page.waitForURL(/added=wx-kb/);
  });

  test("an answer is held for review, once a reason is chosen", async () => {
    const page = await opened(`/admin/responses?edition=${SLUG}`);
    await tabTo(page, /[0-9a-f]{8}$/);
    await press(page, "Enter");
    await page.getByRole("heading", { name: "处理" }).waitFor();
    await tabTo(page, "转为待复核");
    await press(page, "Enter");
    await isSummaryFocused(page);
    await press(page, "Tab", "Enter");
    expect(await focusedId(page)).toBe("reason");
    await press(page, "ArrowDown");
    await tabTo(page, "转为待复核");
    await press(page, "Space");
    await page.getByRole("button", { name: "恢复为有效" }).waitFor();
    expect(Object.values(await editions.standing(SLUG)).toSorted()).toEqual([1, 1]);
  });

  test("somebody is invited", async () => {
    const page = await opened("/admin/people");
    await tabTo(page, "邮箱");
    await page.keyboard.type("王芳");
    await tabTo(page, "生成邀请链接");
    await press(page, "Enter");
    await isSummaryFocused(page);
    await press(page, "Tab", "Enter");
    expect(await focusedId(page)).toBe("email");
    await press(page, "Control+a");
    await page.keyboard.type(`keyboard${MAIL}`);
    await press(page, "Tab", "Space", "ArrowDown");
    await tabTo(page, "生成邀请链接");
    await press(page, "Enter");
    expect(await page.locator("a[href*='/admin/invitation?token=']").textContent()).toContain(
      "/admin/invitation?token=",
    );
  });

  test("the audit log is searched", async () => {
    const page = await opened("/admin/audit");
    await tabTo(page, /^对象/);
    await page.keyboard.type(`${SLUG}/`);
    await tabTo(page, "查看");
    await press(page, "Enter");
    await page.waitForURL(/subject=2085/);
    await tabTo(page, "清除条件");
    await press(page, "Enter");
    await page.waitForURL((url) => url.search === "");
    expect(await page.getByLabel("对象").inputValue()).toBe("");
  });

  test("a round is closed, by way of the page that says what that does", async () => {
    const page = await opened("/admin/editions");
    await tabTo(page, new RegExp(`^${SLUG}`));
    await press(page, "Enter");
    await page.waitForURL(new RegExp(`/admin/editions/${SLUG}$`));
    await tabTo(page, "截止征集");
    await press(page, "Enter");
    await page.waitForURL(/state\?act=close/);
    await tabTo(page, "截止征集");
    await press(page, "Enter");
    await page.waitForURL(new RegExp(`/admin/editions/${SLUG}(\\?|$)`));
    await page.locator("main").getByText("已截止").first().waitFor();
    expect(await page.locator("main h1").count()).toBe(1);
  });

  test("the menu of a narrow page opens and leads on", async () => {
    const page = await opened("/admin/audit", { viewport: { width: 360, height: 800 } });
    await tabTo(page, /菜单/);
    await press(page, "Enter");
    await tabTo(page, "人员");
    await press(page, "Enter");
    await page.waitForURL(/\/admin\/people/);
    expect(await page.locator("h1").textContent()).toBe("人员");
  });
});
