import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { Page } from "playwright-core";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { useEditions } from "@/test/support/open-editions";
import { untilHydrated } from "@/test/support/reader";
import { signIn } from "@/test/support/sign-in";

const SLUG = "2063";
const PATH = `/admin/entry?edition=${SLUG}`;
const openPage = useBrowser();
const editions = useEditions();
const sql = postgres(inject("appDatabase"), { max: 1 });
afterAll(() => sql.end());

interface Kept {
  readonly ratings: (number | null)[];
  readonly texts: Record<string, string> | null;
  readonly channel: string;
  readonly received_on: string;
}
const kept = () => sql<Kept[]>`
  select to_json(ratings) as ratings, channel, received_on::text, (
    select json_object_agg(item, content) from verbatim where response_id = r.id) as texts
  from response r join edition e on e.id = edition_id where slug = ${SLUG} and entered_by is not null`;

const opened = async (options = {}): Promise<Page> => {
  const page = await openPage(options);
  await signIn(page);
  await page.goto(PATH);
  return page;
};
/** Keys do something once the script is there, as the page says. */
const startTyping = async (page: Page) => {
  await untilHydrated(page, "form:has(#impact)");
  await page.locator("#impact input").first().focus();
};
const alert = (page: Page) => page.locator("main [role=alert]");
const saved = (page: Page) => page.getByText("已保存 1 份");

beforeAll(async () => {
  await editions.open(SLUG);
});

describe("an officer at the keyboard", () => {
  test("enters an answer in under 20 seconds, and the next one begins at the first item", async () => {
    const page = await opened();
    await page.locator("#received_on").fill("2026-06-18");
    await startTyping(page);
    const start = Date.now();
    // 很好 很差, not answered, 一般, not answered.
    for (const key of ["1", "5", "0", "3", "-"]) await page.keyboard.press(key);
    await page.keyboard.type("供应商𠮷野：水耗数据写得很清楚");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("第二行", { delay: 10 });
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.keyboard.type("缺少范围三的数据");
    await page.keyboard.press("Control+Enter");
    await saved(page).waitFor();
    expect(Date.now() - start).toBeLessThan(20_000);
    const [row] = await kept();
    expect(row).toMatchObject({ channel: "paper", received_on: "2026-06-18", ratings: [5, 1, null, 3, null] });
    expect(row?.texts).toEqual({
      advice: "供应商𠮷野：水耗数据写得很清楚\n第二行",
      missing_information: "缺少范围三的数据",
    });
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe("impact");
    expect(await page.locator("#received_on").inputValue()).toBe("2026-06-18");
    expect(await page.locator("#advice").inputValue()).toBe("");
    expect(await page.locator("input[type=radio]:checked").count()).toBe(0);
  });

  test("goes back with Shift+Enter and reaches the button with Enter alone", async () => {
    const page = await opened();
    await startTyping(page);
    await page.keyboard.press("2");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.press("4");
    expect(await page.locator("#impact input:checked").getAttribute("value")).toBe("2");
    for (let n = 0; n < 20; n += 1) await page.keyboard.press("Enter");
    await saved(page).waitFor();
  });

  test("finishing a word in the input method neither moves on nor saves", async () => {
    const page = await opened();
    await page.locator("#advice").focus();
    const before = (await kept()).length;
    for (const ctrlKey of [false, true]) {
      await page.locator("#advice").evaluate((field, ctrl) => {
        const init = { key: "Enter", isComposing: true, ctrlKey: ctrl, bubbles: true, cancelable: true };
        field.dispatchEvent(new KeyboardEvent("keydown", init));
      }, ctrlKey);
    }
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("advice");
    expect((await kept()).length).toBe(before);
  });

  test("sees what is wrong beside what was typed, and one answer after pressing twice", async () => {
    const page = await opened();
    await page.locator("#received_on").fill("2099-01-01");
    await page.locator("#advice").fill("一句话");
    await page.getByRole("button", { name: "保存这一份" }).click();
    await alert(page).waitFor();
    expect(await alert(page).textContent()).toContain("收到日期不能晚于今天");
    expect(await page.locator("#advice").inputValue()).toBe("一句话");
    const before = (await kept()).length;
    await page.locator("#received_on").fill("2024-02-01");
    await page.getByRole("button", { name: "保存这一份" }).dblclick();
    await saved(page).waitFor();
    await page.waitForLoadState("networkidle");
    expect((await kept()).length).toBe(before + 1);
  });

  test("keeps what was typed when the connection fails, and then saves it once", async () => {
    const page = await opened();
    await page.locator("#advice").fill("断网时填写的内容");
    await page.route("**/admin/entry**", (route) => route.abort());
    await page.getByRole("button", { name: "保存这一份" }).click();
    await alert(page).waitFor();
    expect(await page.locator("#advice").inputValue()).toBe("断网时填写的内容");
    await page.unroute("**/admin/entry**");
    await page.getByRole("button", { name: "保存这一份" }).click();
    await saved(page).waitFor();
    expect((await kept()).filter(({ texts }) => texts?.advice === "断网时填写的内容")).toHaveLength(1);
  });
});

test("without script an answer is typed and saved in a plain form, and errors keep what was typed", async () => {
  const page = await opened({ javaScriptEnabled: false });
  await page.locator("#received_on").fill("2099-01-01");
  await page.locator("#channel").selectOption("phone");
  await page.locator("#overall input").nth(1).check();
  await page.locator("#advice").fill("电话里说的");
  await page.getByRole("button", { name: "保存这一份" }).click();
  await page.getByText("收到日期不能晚于今天").first().waitFor();
  expect(await page.locator("#advice").inputValue()).toBe("电话里说的");
  expect(await page.locator("#channel").inputValue()).toBe("phone");
  await page.locator("#received_on").fill("2026-06-01");
  await page.getByRole("button", { name: "保存这一份" }).click();
  await saved(page).waitFor();
  expect(await page.locator("#channel").inputValue()).toBe("phone");
  const row = (await kept()).find(({ texts }) => texts?.advice === "电话里说的");
  expect(row).toMatchObject({ channel: "phone", received_on: "2026-06-01", ratings: [null, null, null, null, 4] });
});

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
  test.each([
    [1366, 768],
    [360, 800],
  ])("the page at %i × %i breaks no accessibility rule and does not scroll sideways", async (width, height) => {
    const page = await opened({ colorScheme, viewport: { width, height } });
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);

    await page.locator("#received_on").fill("2099-01-01");
    await page.getByRole("button", { name: "保存这一份" }).click();
    await alert(page).waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });
});

test("a closed round still takes paper; a sealed one says so in words, and what was ticked stays", async () => {
  await sql`update edition set state = 'closed' where slug = ${SLUG}`;
  const page = await opened();
  await startTyping(page);
  await page.keyboard.press("1");
  await page.keyboard.press("Control+Enter");
  await saved(page).waitFor();
  await sql`update edition set state = 'sealed' where slug = ${SLUG}`;
  await page.keyboard.press("5");
  await page.keyboard.press("Control+Enter");
  await alert(page).waitFor();
  expect(await alert(page).textContent()).toContain("已冻结");
  expect(await page.locator("#impact input:checked").count()).toBe(1);
  await page.reload();
  await page.getByText("已冻结，不能再录入").waitFor();
});
