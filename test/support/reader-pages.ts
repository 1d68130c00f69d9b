import type { Page } from "playwright-core";

/** Every reader's page of an edition that has an address of its own, in a language: `readerPages("en")`. */
export function readerPages(locale: "zh-CN" | "en"): string[] {
  const form = locale === "en" ? "/en/2024" : "/2024";
  return ["", "/privacy", "/print", "/legacy", "/receipt", "/receipt/unknown", "/unknown"].map((page) => form + page);
}

/** Sends one answer from the form and ends on its receipt. */
export async function sendAnswer(page: Page, form: string): Promise<void> {
  await page.goto(form);
  await page.locator("#overall label").first().click();
  await page.locator("form button[type=submit].btn").click();
  await page.waitForURL(/receipt/);
}
