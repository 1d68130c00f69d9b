import { afterEach, describe, expect, inject, test } from "vitest";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { setMood } from "@/test/support/identity-provider";
import { MAIL, inviteBy, useInvitedStaff } from "@/test/support/invited-staff";

const openPage = useBrowser();
const { administrator } = useInvitedStaff(openPage);
const issuer = inject("identityProvider");
afterEach(() => setMood(issuer, {}));
const WAY_IN = { name: "用金辰统一认证登录" };

describe("single sign-on", () => {
  test("lets in whoever was invited, without a password here, and again the next day", async () => {
    const email = `sso${MAIL}`;
    await inviteBy(await administrator(), email, "分析员");
    await setMood(issuer, { claims: { sub: "e2e", email, email_verified: true, name: "𠮷田 芳" } });
    for (const javaScriptEnabled of [true, false]) {
      const page = await openPage({ javaScriptEnabled });
      await page.goto("/admin/verbatims?edition=2024");
      await page.getByRole("link", WAY_IN).click();
      await page.waitForURL(/\/admin\/verbatims\?edition=2024$/);
      await page.goto("/admin/account");
      await page.getByText("在这里没有密码").waitFor();
      expect(await page.locator("input[type=password]").count()).toBe(0);
      if (javaScriptEnabled) expect(await violationsOn(page)).toEqual([]);
      const cookies = await page.context().cookies();
      expect(cookies.find(({ name }) => name === "feedback.session_token")).toMatchObject({
        httpOnly: true,
        path: "/admin",
      });
    }
  });

  test("tells a stranger what to do, above the password that still works", async () => {
    await setMood(issuer, { claims: { sub: "nobody", email: `nobody${MAIL}`, email_verified: true } });
    const page = await openPage();
    await page.goto("/admin/sign-in");
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole("link", WAY_IN).click();
    await page.locator("main [role=alert]").getByText("没有账户").waitFor();
    expect(await violationsOn(page)).toEqual([]);
    for (const [width, height] of [
      [1366, 768],
      [360, 800],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/sign-on-${width}.png`, fullPage: true });
    }
    await page.getByLabel("密码").waitFor();
  });

  test("that is down says so", async () => {
    await setMood(issuer, { isDown: true });
    const page = await openPage();
    await page.goto("/admin/sign-in");
    await page.getByRole("link", WAY_IN).click();
    await page.waitForURL(/refused=provider/);
    expect(await page.locator("main [role=alert]").textContent()).toContain("现在没有回应");
  });
});
