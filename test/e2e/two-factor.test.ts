import type { Page } from "playwright-core";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { MAIL, PASSWORD, useInvitedStaff } from "@/test/support/invited-staff";
import { request } from "@/test/support/server";
import { signIn } from "@/test/support/sign-in";
import { useStaffSessions } from "@/test/support/staff-sessions";
import { totpOf } from "@/test/support/totp";

const openPage = useBrowser();
const { sql, anAnalyst, administrator } = useInvitedStaff(openPage);
const { headersOf } = useStaffSessions();
const relax = () => sql`delete from staff_policy`;
afterEach(relax);
afterAll(relax);

/** Sets a second factor up from its page; returns the app's address of the key and the recovery codes. */
const setUp = async (page: Page) => {
  await page.goto("/admin/account/two-factor");
  await page.getByLabel("现在的密码").fill(PASSWORD);
  await page.getByRole("button", { name: "下一步" }).click();
  const uri = (await page.getByRole("link", { name: "在本机的验证器中打开" }).getAttribute("href")) ?? "";
  const codes = await page.locator("main ul li").allTextContents();
  expect(await page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{1,4}){3,}$/).count()).toBe(1);
  expect(await violationsOn(page)).toEqual([]);
  for (const width of [1366, 360]) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/two-factor-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.getByLabel("2. 验证器显示的").fill("000000");
  await page.getByRole("button", { name: "开启双重验证" }).click();
  await page.locator("#code-error").getByText("验证码不对").waitFor();
  await page.getByLabel("2. 验证器显示的").fill(totpOf(uri));
  await page.getByRole("button", { name: "开启双重验证" }).click();
  await page.getByText("双重验证已开启。", { exact: true }).waitFor();
  return { uri, codes };
};
/** Signs in by password, up to the question for the code. */
const askedFor = async (email: string, options = {}) => {
  const page = await openPage(options);
  await page.goto("/admin/sign-in");
  await page.getByLabel("邮箱").fill(email);
  await page.getByLabel("密码").fill(PASSWORD);
  await page.getByRole("button", { name: "登录" }).click();
  await page.waitForURL(/second-factor/);
  return page;
};
const answer = async (page: Page, code: string) => {
  await page.getByLabel("验证码或备用码").fill(code);
  await page.getByRole("button", { name: "继续" }).click();
};

describe("a second factor", () => {
  test("is asked for after the password, by the app's code or by a recovery code, which works once", async () => {
    const email = `two.factor${MAIL}`;
    const { page: own } = await anAnalyst("双 因", email);
    const { uri, codes } = await setUp(own);
    expect(codes).toHaveLength(10);
    expect(decodeURIComponent(uri)).toContain(email);

    const page = await askedFor(email);
    await page.goto("/admin/results");
    expect(page.url()).toContain("/admin/sign-in");
    await page.goto("/admin/sign-in/second-factor");
    expect(await violationsOn(page)).toEqual([]);
    await answer(page, "000 000");
    await page.locator("#code-error").getByText("验证码不对").waitFor();
    await answer(page, totpOf(uri));
    await page.waitForURL(/\/admin\/results/);

    const [recovery = ""] = codes;
    const lost = await askedFor(email, { javaScriptEnabled: false });
    await answer(lost, ` ${recovery.toUpperCase()} `);
    expect(lost.url()).toContain("/admin/results");
    const again = await askedFor(email);
    await answer(again, recovery);
    await again.locator("#code-error").getByText("验证码不对").waitFor();
    const acts =
      await sql`select act, subject, after from audit_event where subject = ${email} order by id desc limit 4`;
    expect(acts.map(({ act, after }) => [act, (after as { by?: string } | null)?.by])).toEqual([
      ["session.refused", "code"],
      ["session.started", "recovery code"],
      ["session.started", "code"],
      ["session.refused", "code"],
    ]);
  });

  test("is set up without script too, and a wrong code loses nothing", async () => {
    const email = `no.script${MAIL}`;
    await anAnalyst("无 脚本", email);
    const page = await openPage({ javaScriptEnabled: false });
    await signIn(page, { email, password: PASSWORD });
    await page.goto("/admin/account/two-factor");
    await page.getByLabel("现在的密码").fill(PASSWORD);
    await page.getByRole("button", { name: "下一步" }).click();
    const uri = (await page.getByRole("link", { name: "在本机的验证器中打开" }).getAttribute("href")) ?? "";
    await page.getByLabel("2. 验证器显示的").fill("000000");
    await page.getByRole("button", { name: "开启双重验证" }).click();
    expect(await page.locator("main ul li").count()).toBe(10 + 1);
    await page.getByLabel("2. 验证器显示的").fill(totpOf(uri));
    await page.getByRole("button", { name: "开启双重验证" }).click();
    expect(page.url()).toContain("done=two-factor");
  });

  test("is switched off by one's password, or by an administrator for somebody who lost it", async () => {
    const email = `lost.phone${MAIL}`;
    const { page, admin } = await anAnalyst("丢 失", email);
    await setUp(page);
    await page.goto("/admin/account/two-factor");
    expect(await violationsOn(page)).toEqual([]);
    await page.locator("#password").fill(PASSWORD);
    await page.getByRole("button", { name: "生成新的备用码" }).click();
    await page.getByText("备用码：请抄下").waitFor();
    expect(await page.locator("main ul li").count()).toBe(10);
    await page.locator("#off-password").fill(PASSWORD);
    await page.getByRole("button", { name: "关闭双重验证" }).click();
    await page.getByText("双重验证已关闭。", { exact: true }).waitFor();
    await setUp(page);
    await admin.goto("/admin/people");
    await admin.getByRole("link", { name: "丢 失" }).click();
    await admin.getByRole("button", { name: "关闭双重验证" }).click();
    await admin.getByText("双重验证已关闭。", { exact: true }).waitFor();
    await page.goto("/admin/account");
    expect(await page.locator("main").textContent()).toContain("设置双重验证");
  });

  test("that is required is set up before anything else", async () => {
    const email = `required${MAIL}`;
    const { page } = await anAnalyst("必 须", email);
    const admin = await administrator();
    await admin.getByLabel("必须开启").check();
    await admin.getByRole("button", { name: "保存", exact: true }).click();
    // Whoever requires it needs it too.
    await admin.waitForURL(/account\/two-factor/);
    expect(await violationsOn(admin)).toEqual([]);
    for (const path of ["/admin/results", "/admin/account", "/admin/verbatims", "/admin/nothing"]) {
      await page.goto(path);
      expect(page.url()).toContain("/admin/account/two-factor");
    }
    const file = await request("/admin/exports/2024/responses.csv", { headers: await headersOf("analyst") });
    expect([file.status, await file.text()]).toEqual([403, expect.stringContaining("双重验证")]);
    await setUp(page);
    await page.goto("/admin/results");
    expect(page.url()).toContain("/admin/results");
    await page.goto("/admin/account/two-factor");
    expect(await page.getByRole("button", { name: "关闭双重验证" }).count()).toBe(0);
  });
});
