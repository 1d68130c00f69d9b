import type { Page } from "playwright-core";
import { afterAll } from "vitest";
import type { OpenPage } from "./browser";
import { useOwnSql } from "./own-sql";
import { signIn } from "./sign-in";

/** A password that the rules let through. */
export const PASSWORD = "plums fall behind the kiln";
/** The end of the e-mails of everybody that a file invites; they are gone when it ends. */
export const MAIL = "@people.example.cn";

/** Sends the invitation form of /admin/people and returns the link that the page shows. */
export async function inviteBy(page: Page, email: string, role: string): Promise<string> {
  await page.getByLabel("邮箱").fill(email);
  await page.getByLabel(role, { exact: true }).check();
  await page.getByRole("button", { name: "生成邀请链接" }).click();
  return (await page.locator("a[href*='/admin/invitation?token=']").getAttribute("href")) ?? "";
}

/** Staff of the running app as an administrator makes them, in browsers: each with a page of their own. */
export function useInvitedStaff(openPage: OpenPage) {
  const sql = useOwnSql();
  afterAll(async () => {
    await sql`delete from staff where email like ${`%${MAIL}`}`;
    await sql`delete from staff_invitation`;
  });
  /** The administrator on the page of people. */
  const administrator = async () => {
    const page = await openPage();
    await signIn(page);
    await page.goto("/admin/people");
    return page;
  };
  /** Makes the account behind an invitation, in a browser of its own. */
  const acceptAt = async (link: string, name: string) => {
    const page = await openPage();
    await page.goto(link);
    await page.getByLabel("姓名").fill(name);
    await page.getByLabel("密码").fill(PASSWORD);
    await page.getByRole("button", { name: "建立账户" }).click();
    await page.waitForURL(/\/admin\/results/);
    return page;
  };
  const anAnalyst = async (name: string, email: string) => {
    const admin = await administrator();
    const page = await acceptAt(await inviteBy(admin, email, "分析员"), name);
    return { admin, page };
  };
  return { sql, administrator, acceptAt, anAnalyst };
}
