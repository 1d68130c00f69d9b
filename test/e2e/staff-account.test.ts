import { spawnSync } from "node:child_process";
import { describe, expect, inject, test } from "vitest";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { MAIL, PASSWORD, inviteBy, useInvitedStaff } from "@/test/support/invited-staff";
import { signIn } from "@/test/support/sign-in";

const openPage = useBrowser();
const { anAnalyst } = useInvitedStaff(openPage);

describe("one's account", () => {
  test("takes a new name and a new password, and ends other sessions", async () => {
    const email = `wu.jiu${MAIL}`;
    const { page } = await anAnalyst("吴九", email);
    const elsewhere = await openPage();
    await signIn(elsewhere, { email, password: PASSWORD });
    await page.getByRole("link", { name: "我的账户" }).click();
    await page.getByRole("textbox", { name: "姓名" }).fill("吴久久");
    await page.getByRole("button", { name: "保存姓名" }).click();
    await page.getByText("姓名已保存").waitFor();
    await page.getByLabel("现在的密码").fill("wrong password here");
    await page.getByLabel("新密码").fill(`${PASSWORD} 2`);
    await page.getByRole("button", { name: "更改密码" }).click();
    await page.getByRole("alert").getByText("现在的密码不对").waitFor();
    await page.getByLabel("现在的密码").fill(PASSWORD);
    await page.getByLabel("新密码").fill(`${PASSWORD} 2`);
    await page.getByRole("button", { name: "更改密码" }).click();
    await page.getByText("密码已更改").waitFor();
    await elsewhere.goto("/admin/results");
    expect(elsewhere.url()).toContain("/admin/sign-in");
  });
});

describe("the command line", () => {
  const reset = (email: string) =>
    spawnSync("npm", ["run", "--silent", "reset-staff", "--", email], {
      encoding: "utf8",
      env: { ...process.env, DATABASE_URL: inject("appDatabase"), PUBLIC_URL: "", STAFF_EMAIL: "", STAFF_PASSWORD: "" },
    });
  const linkIn = (said: string) => /\/admin\/\S+/.exec(said)?.[0] ?? "";

  test("gives a link to a new password of an account, beside the running app", async () => {
    const email = `qian.yi${MAIL}`;
    await anAnalyst("钱一", email);
    const { stdout, stderr } = reset(email.toUpperCase());
    const page = await openPage();
    await page.goto(linkIn(stdout));
    expect([await page.locator("main").textContent(), stderr]).toEqual([expect.stringContaining(email), ""]);
  });

  test("invites an administrator where there is no such account, and explains itself otherwise", async () => {
    const page = await openPage();
    await page.goto(linkIn(reset(`new.boss${MAIL}`).stdout));
    expect(await page.locator("main").textContent()).toContain("管理员");
    expect(reset("nobody")).toMatchObject({ status: 2, stderr: expect.stringContaining("npm run reset-staff") });
  });
});

const SIZES = [
  { width: 1366, height: 768 },
  { width: 360, height: 800 },
];

test.each(["light", "dark"] as const)("the pages break no rule of accessibility in %s", async (colorScheme) => {
  const page = await openPage({ colorScheme });
  await signIn(page);
  await page.goto("/admin/people");
  await inviteBy(page, `axe.${colorScheme}${MAIL}`, "查看者");
  expect(await violationsOn(page)).toEqual([]);
  await page.goto("/admin/people");
  const person = await page.locator("tbody th a").first().getAttribute("href");
  const dead = ["/admin/invitation?token=x", "/admin/new-password?token=x"];
  for (const path of ["/admin/people", person ?? "", "/admin/account", ...dead]) {
    await page.goto(path);
    expect(await violationsOn(page)).toEqual([]);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect([path, size.width, wide]).toEqual([path, size.width, expect.toSatisfy((over: number) => over <= 0)]);
      const name = path.replace(/[^a-z]+/g, "-").slice(1, 30);
      if (process.env.SHOTS)
        await page.screenshot({
          path: `${process.env.SHOTS}/${name}-${size.width}-${colorScheme}.png`,
          fullPage: true,
        });
    }
  }
});
