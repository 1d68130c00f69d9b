import type { Page } from "playwright-core";
import { violationsOn } from "./axe";
import type { OpenPage } from "./browser";
import { signIn } from "./sign-in";

/** The page's own alert, not the router's. */
export const alert = (page: Page) => page.locator("main [role=alert]");

/** Presses keys one after the other. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** The pages of an edition's entry batches, as an officer goes through them. */
export function batchPages(openPage: OpenPage, slug: string) {
  const LIST = `/admin/entry/batches?edition=${slug}`;
  return {
    LIST,
    async opened(path: string, options = {}, person?: { email: string; password: string }): Promise<Page> {
      const page = await openPage(options);
      page.setDefaultTimeout(10_000);
      await signIn(page, person);
      await page.goto(path);
      return page;
    },
    async theBatch(page: Page, name: string): Promise<void> {
      await page.goto(LIST);
      await page.getByRole("link", { name, exact: true }).click();
      await page.getByRole("heading", { level: 1, name }).waitFor();
    },
    async begin(page: Page, { name, expected }: { name: string; expected: string }): Promise<void> {
      await page.getByLabel("批次名称").fill(name);
      await page.getByLabel("手里共有几份").fill(expected);
      await page.getByLabel("收到日期").fill("2026-06-18");
      await page.getByRole("button", { name: "开始录入" }).click();
    },
    /** Types a sheet with the keys of the entry form: `ratings` by their places, then a text, then saves. */
    async typeSheet(page: Page, sheet: number, ratings: string, advice: string): Promise<void> {
      await page.locator("#impact input").first().focus();
      await press(page, ...ratings);
      await page.keyboard.type(advice);
      await press(page, "Control+Enter");
      await page.getByText(`已保存第 ${sheet} 份`).waitFor();
    },
    /** What a page puts in the way of who cannot see it, or has little room; `SHOTS` is where pictures go. */
    looker:
      (page: Page, kind: string, width: number) =>
      async (name: string): Promise<string[]> => {
        const { SHOTS } = process.env;
        if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-${kind}.png`, fullPage: true });
        const needed = await page.evaluate(() => document.documentElement.scrollWidth);
        return [...(await violationsOn(page)), ...(needed > width ? [`${name} scrolls sideways: ${needed}`] : [])];
      },
  };
}
