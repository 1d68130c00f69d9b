import { describe, expect, test } from "vitest";
import { useBrowser } from "@/test/support/browser";
import { MAIL, PASSWORD, inviteBy, useInvitedStaff } from "@/test/support/invited-staff";
import { signIn } from "@/test/support/sign-in";

const openPage = useBrowser();
const { administrator, acceptAt, anAnalyst } = useInvitedStaff(openPage);

describe("an administrator", () => {
  test("invites somebody by a link that works once, and sees them on the list", async () => {
    const admin = await administrator();
    const link = await inviteBy(admin, `li.ming${MAIL}`, "分析员");
    const page = await acceptAt(link, "李明 𠮷");
    expect(await page.locator("nav").first().textContent()).toContain("意见原文");
    expect(await page.locator("nav").first().textContent()).not.toContain("人员");
    const again = await openPage();
    await again.goto(link);
    expect(await again.locator("h1").textContent()).toBe("邀请链接无效");
    await admin.goto("/admin/people");
    const row = admin.getByRole("row").filter({ hasText: `li.ming${MAIL}` });
    expect(await row.textContent()).toMatch(/李明 𠮷.*分析员未开启20.*日1/);
  });

  test("is told by field what an invitation lacks, and what was typed stays", async () => {
    const admin = await administrator();
    await admin.getByLabel("查看者", { exact: true }).check();
    await admin.getByLabel("邮箱").fill("王芳＠例子");
    await admin.getByRole("button", { name: "生成邀请链接" }).click();
    await admin.locator("main [role=alert]").waitFor();
    expect(await admin.getByLabel("邮箱").inputValue()).toBe("王芳＠例子");
    expect(await admin.getByLabel("查看者", { exact: true }).isChecked()).toBe(true);
  });

  test("changes a role, which holds at once, and is told when somebody else was quicker", async () => {
    const { admin, page } = await anAnalyst("赵六", `zhao.liu${MAIL}`);
    await admin.goto("/admin/people");
    await admin.getByRole("link", { name: "赵六" }).click();
    const other = await admin.context().newPage();
    await other.goto(admin.url());
    await other.getByLabel("管理员", { exact: true }).check();
    await other.getByRole("button", { name: "保存角色" }).click();
    await other.getByText("角色已更改").waitFor();
    await page.goto("/admin/people");
    expect(await page.locator("h1").textContent()).toBe("人员");
    await admin.getByLabel("查看者", { exact: true }).check();
    await admin.getByRole("button", { name: "保存角色" }).click();
    await admin.getByText("有人刚刚改过").waitFor();
    expect(await admin.getByLabel("管理员", { exact: true }).isChecked()).toBe(true);
  });

  test("removes somebody, whose session ends", async () => {
    const { admin, page } = await anAnalyst("孙七", `sun.qi${MAIL}`);
    await admin.goto("/admin/people");
    await admin.getByRole("link", { name: "孙七" }).click();
    await admin.getByText("移除 孙七").click();
    await admin.getByRole("button", { name: "确认移除" }).click();
    await admin.getByText("已移除").waitFor();
    expect(await admin.getByRole("link", { name: "孙七" }).count()).toBe(0);
    await page.goto("/admin/results");
    expect(page.url()).toContain("/admin/sign-in");
  });

  test("makes a link to a new password, which ends the old sessions", async () => {
    const { admin, page } = await anAnalyst("周八", `zhou.ba${MAIL}`);
    await admin.goto("/admin/people");
    await admin.getByRole("link", { name: "周八" }).click();
    await admin.getByRole("button", { name: "生成重设链接" }).click();
    const link = await admin.locator("a[href*='/admin/new-password?token=']").getAttribute("href");
    await page.goto(link ?? "");
    await page.getByLabel("新密码").fill("zhouba123456");
    await page.getByRole("button", { name: "保存新密码" }).click();
    await page.getByRole("alert").getByText("太容易猜").waitFor();
    await page.getByLabel("新密码").fill(`${PASSWORD} again`);
    await page.getByRole("button", { name: "保存新密码" }).click();
    await page.waitForURL(/\/admin\/results/);
    await page.goto(link ?? "");
    expect(await page.locator("h1").textContent()).toBe("链接无效");
  });
});

describe("without script", () => {
  test("inviting and joining work as plain posts", async () => {
    const options = { javaScriptEnabled: false };
    const admin = await openPage(options);
    await signIn(admin);
    await admin.goto("/admin/people");
    const link = await inviteBy(admin, `zheng.shi${MAIL}`, "查看者");
    const page = await openPage(options);
    await page.goto(link);
    await page.getByLabel("姓名").fill("郑十");
    await page.getByLabel("密码").fill("short");
    await page.getByRole("button", { name: "建立账户" }).click();
    expect(await page.getByLabel("姓名").inputValue()).toBe("郑十");
    await page.getByLabel("密码").fill(PASSWORD);
    await page.getByRole("button", { name: "建立账户" }).click();
    expect(page.url()).toContain("/admin/results");
  });
});
