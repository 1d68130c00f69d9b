import { afterAll, describe, expect, test } from "vitest";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { useOwnSql } from "@/test/support/own-sql";
import { signIn } from "@/test/support/sign-in";

const openPage = useBrowser();
const sql = useOwnSql();
const NAME = "𠮷田 改名 😀";
const original = async () => (await sql`select id, name from staff where email = 'first.staff@example.cn'`)[0];
const before = await original();
afterAll(() => sql`update staff set name = ${String(before?.name)} where id = ${String(before?.id)}`);

describe("a form that is sent after the session ended", () => {
  test("stays with everything typed, and is saved once its sender has signed in on another tab", async () => {
    const page = await openPage();
    await signIn(page);
    await page.goto("/admin/account");
    await page.locator("#name").fill(NAME);
    await sql`delete from staff_session where staff_id = ${String(before?.id)}`;
    await page.getByRole("button", { name: "保存姓名" }).click();
    await page.getByText("登录已结束").waitFor();
    expect(await page.locator("#name").inputValue()).toBe(NAME);
    expect(await violationsOn(page)).toEqual([]);
    for (const [width, height] of [
      [1366, 768],
      [360, 800],
    ] as const) {
      await page.setViewportSize({ width, height });
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/session-over-${width}.png` });
    }
    const [tab] = await Promise.all([
      page.context().waitForEvent("page"),
      page.getByRole("link", { name: "在新标签页登录" }).click(),
    ]);
    await signIn(tab);
    await tab.close();
    await page.bringToFront();
    await page.getByRole("button", { name: "保存姓名" }).click();
    await page.waitForURL(/done=name/);
    expect((await original())?.name).toBe(NAME);
    expect(await page.getByText("登录已结束").count()).toBe(0);
  });

  test("is sent as it was by loading the page again, without script", async () => {
    const page = await openPage({ javaScriptEnabled: false });
    await signIn(page);
    await page.goto("/admin/account");
    await page.locator("#name").fill("无 脚本");
    const cookies = await page.context().cookies();
    await page.context().clearCookies({ name: "feedback.session_token" });
    await page.getByRole("button", { name: "保存姓名" }).click();
    await page.getByText("刷新本页").waitFor();
    expect((await original())?.name).not.toBe("无 脚本");
    await page.context().addCookies(cookies);
    await page.reload();
    expect(page.url()).toContain("done=name");
    expect((await original())?.name).toBe("无 脚本");
  });

  test("says so in English too, and lets anybody choose a language and leave", async () => {
    const page = await openPage();
    await signIn(page);
    await page.getByRole("button", { name: "English" }).first().click();
    await page.getByRole("button", { name: "Sign out" }).first().waitFor();
    await page.goto("/admin/account");
    await sql`delete from staff_session where staff_id = ${String(before?.id)}`;
    await page.getByRole("button", { name: "Save the name" }).click();
    await page.getByText("You are signed out").waitFor();
    await page.getByRole("button", { name: "Sign out" }).first().click();
    await page.waitForURL(/sign-in/);
    expect(await page.getByLabel("Password").count()).toBe(1);
  });
});
