import type { Page } from "playwright-core";
import postgres from "postgres";
import { afterAll, expect, inject, test } from "vitest";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { useEditions } from "@/test/support/open-editions";
import { signIn } from "@/test/support/sign-in";

const openPage = useBrowser();
const editions = useEditions();
const sql = postgres(inject("appDatabase"), { max: 1 });
afterAll(() => sql.end());

const editor = (slug: string) => `/admin/editions/${slug}/instrument`;
const field = (page: Page, name: string) => page.locator(`[id="${name}"]`);
const save = (page: Page) => page.getByRole("button", { name: "保存草稿", exact: true }).click();

/** The editor of an edition that nobody answered yet. */
async function draft(): Promise<Page> {
  await editions.open("2032-parts");
  await sql`update edition set state = 'draft' where slug = '2032-parts'`;
  const page = await openPage();
  await signIn(page);
  await page.goto(editor("2032-parts"));
  return page;
}

test("a question gets a hint and the form a new part, which readers see on the form, in the preview and on paper", async () => {
  const page = await draft();
  await field(page, "item.impact.hint.zh-CN").fill("只看与您有关的部分即可，𠮷");
  await save(page);
  await page.getByRole("link", { name: "第 1 题的题下说明（英文）不能空着" }).waitFor();
  await field(page, "item.impact.hint.en").fill("The part that concerns you will do");
  await page.getByText("增加一个部分").first().click();
  for (const [place, zh, en] of [
    ["title", "其他", "Anything else"],
    ["hint", "可以不填", "You may skip it"],
    ["item", "您从哪里得知本报告？", "How did you hear of it?"],
  ] as const) {
    await field(page, `newSection.${place}.zh-CN`).fill(zh);
    await field(page, `newSection.${place}.en`).fill(en);
  }
  await page.getByRole("button", { name: "增加一个部分" }).click();
  await page.waitForURL(/saved=1/);
  await page.getByRole("button", { name: "整个部分上移 第 3 部分：其他" }).click();
  await page.waitForURL(/saved=2/);
  expect(await violationsOn(page)).toEqual([]);
  for (const [width, height] of [
    [1366, 768],
    [360, 800],
  ] as const) {
    await page.setViewportSize({ width, height });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/editor-${width}.png`, fullPage: true });
  }
  await page.goto(`${editor("2032-parts")}/preview`);
  expect(await page.locator("fieldset#impact legend").innerText()).toContain("只看与您有关的部分即可");
  expect(await page.locator("h2").allTextContents()).toEqual(expect.arrayContaining(["其他"]));
  await page.goto(`${editor("2032-parts")}/publish`);
  await page.getByText("第 1 题的题下说明（中文）：增加“只看与您有关的部分即可，𠮷”").waitFor();
  await page.getByRole("button", { name: "发布第 2 版" }).click();
  await page.getByText("第 2 版已发布").waitFor();

  await sql`update edition set state = 'open' where slug = '2032-parts'`;
  const reader = await openPage();
  for (const [width, height] of [
    [1366, 768],
    [360, 800],
  ] as const) {
    await reader.setViewportSize({ width, height });
    await reader.goto("/en/2032-parts");
    await reader.getByText("The part that concerns you will do").waitFor();
    expect(await violationsOn(reader)).toEqual([]);
    if (process.env.SHOTS) await reader.screenshot({ path: `${process.env.SHOTS}/hint-${width}.png` });
  }
  await reader.goto("/2032-parts/print");
  await reader.getByText("只看与您有关的部分即可").waitFor();
});
