import type { Page } from "playwright-core";
import postgres from "postgres";
import { afterAll, expect, inject } from "vitest";

/** Chooses a score of a rating, as a reader does: by its word. */
export const tick = (page: Page, item: string, score: number) => page.locator(`label[for="${item}-${score}"]`).click();

/** Presses the form's button, in either language. */
export const send = (page: Page) => page.getByRole("button", { name: /^(提交意见|Send feedback)$/ }).click();

/** Presses the language switch. */
export const switchTo = (page: Page, language: "English" | "中文") =>
  page.getByRole("button", { name: language }).click();

/** Waits until the script of a form, the reader's unless told, has arrived and works. */
export async function untilHydrated(page: Page, form = "#feedback"): Promise<void> {
  await page.waitForFunction(
    (at) => Object.keys(document.querySelector(at) ?? {}).some((name) => name.startsWith("__reactProps")),
    form,
  );
}

/** Waits until the browser holds a draft with a text. */
export async function untilKept(page: Page, text: string): Promise<void> {
  await expect.poll(() => storedIn(page, "localStorage")).toContain(text);
}

/** Everything in one of the browser's storages, as text. */
export const storedIn = (page: Page, storage: "localStorage" | "sessionStorage") =>
  page.evaluate((name) => JSON.stringify({ ...window[name] }), storage);

/** How many responses hold a text; tests write texts of their own. */
export function useRowCount(databaseUrl: string = inject("appDatabase")): (text: string) => Promise<number> {
  const sql = postgres(databaseUrl, { max: 1 });
  afterAll(() => sql.end());
  return async (text) => {
    const [row] = await sql`select count(*) as rows from verbatim where content = ${text}`;
    return Number(row?.rows);
  };
}
