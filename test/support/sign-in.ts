import type { Page } from "playwright-core";
import { FIRST_STAFF } from "./server";

/** Signs the first member of staff in, through the page, and ends on the page they are led to. */
export async function signIn(
  page: Page,
  { email, password }: { email: string; password: string } = FIRST_STAFF,
): Promise<void> {
  await page.goto("/admin/sign-in");
  await page.getByLabel("邮箱").fill(email);
  await page.getByLabel("密码").fill(password);
  await page.getByRole("button", { name: "登录" }).click();
  await page.waitForURL(/\/admin\/results/);
}
