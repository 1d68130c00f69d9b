import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { alert, batchPages } from "@/test/support/batch-pages";
import { useBrowser } from "@/test/support/browser";
import { useEditions } from "@/test/support/open-editions";
import { signIn } from "@/test/support/sign-in";

const SLUG = "2084";
const NAME = "股东大会纸质问卷𠮷";
const openPage = useBrowser();
const editions = useEditions();
const { LIST, opened, theBatch, begin, typeSheet, looker } = batchPages(openPage, SLUG);
const sql = postgres(inject("appDatabase"), { max: 1 });
afterAll(() => sql.end());

beforeAll(async () => {
  await editions.open(SLUG);
});

describe("a batch of three sheets", () => {
  test("is begun by name, number, channel and day, and says what is wrong with them", async () => {
    const page = await opened(LIST);
    await begin(page, { name: NAME, expected: "三" });
    await alert(page).waitFor();
    expect(await alert(page).textContent()).toContain("请填写 1 到 2,000 之间的份数");
    expect(await page.getByLabel("批次名称").inputValue()).toBe(NAME);
    await begin(page, { name: NAME, expected: "3" });
    await page.getByText("共 3 份", { exact: true }).waitFor();
    expect(await page.locator("#sheet").inputValue()).toBe("1");
    await page.goto(LIST);
    await begin(page, { name: NAME, expected: "3" });
    await alert(page).waitFor();
    expect(await alert(page).textContent()).toContain("已有同名的批次");
  });

  test("is typed by keyboard, its number going on by itself, and cannot be finished at two", async () => {
    const page = await opened(LIST);
    await theBatch(page, NAME);
    await page.getByRole("link", { name: "录入第 1 份" }).click();
    await page.locator("#sheet").waitFor();
    await typeSheet(page, 1, "12345", "水耗数据写得很清楚");
    expect(await page.locator("#sheet").inputValue()).toBe("2");
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe("impact");
    await typeSheet(page, 2, "11111", "缺少范围三");
    await page.getByText("本批已录 2 份 / 共 3 份").waitFor();

    await theBatch(page, NAME);
    await page.getByText("还差 1 份，没有录入的是：3。").waitFor();
    await page.getByRole("button", { name: "结束这一批" }).click();
    await alert(page).waitFor();
    expect(await alert(page).textContent()).toContain("已录 2 份，应有 3 份");
  });

  test("tells who types a number that was typed before, and keeps what they typed", async () => {
    const page = await opened(LIST);
    await theBatch(page, NAME);
    await page.getByRole("link", { name: "录入第 3 份" }).click();
    await page.locator("#sheet").fill("2");
    await page.locator("#advice").fill("同一编号的另一份");
    await page.getByRole("button", { name: "保存这一份" }).click();
    await alert(page).waitFor();
    expect(await alert(page).textContent()).toContain("第 2 份此前已经录入");
    expect(await page.locator("#advice").inputValue()).toBe("同一编号的另一份");
    await page.locator("#sheet").fill("3");
    await page.getByRole("button", { name: "保存这一份" }).click();
    await page.getByText("本批 3 份已录完").waitFor();
    const rows = await sql`
      select sheet, channel, received_on::text from response join edition e on e.id = edition_id
      where slug = ${SLUG} order by sheet`;
    expect([...rows]).toEqual([1, 2, 3].map((sheet) => ({ sheet, channel: "paper", received_on: "2026-06-18" })));
  });

  test("is finished at three, takes no more, and can be reopened", async () => {
    const page = await opened(LIST);
    await theBatch(page, NAME);
    const entry = await openPage();
    await signIn(entry);
    await theBatch(entry, NAME);
    await entry.getByRole("link", { name: "录入第 4 份" }).click();
    await entry.locator("#advice").fill("结束后的一份");

    await page.getByRole("button", { name: "结束这一批" }).click();
    await page.getByText("份数相符。", { exact: false }).waitFor();
    await entry.getByRole("button", { name: "保存这一份" }).click();
    await alert(entry).waitFor();
    expect(await alert(entry).textContent()).toContain("这一批刚刚已结束");
    expect(await entry.locator("#advice").inputValue()).toBe("结束后的一份");

    const other = await openPage();
    await signIn(other);
    await theBatch(other, NAME);
    await page.getByRole("button", { name: "重新打开这一批" }).click();
    await page.getByText("可以结束这一批").waitFor();
    await other.getByRole("button", { name: "重新打开这一批" }).click();
    await alert(other).waitFor();
    expect(await alert(other).textContent()).toContain("有人刚刚改动了这一批");
  });
});

test("without script a batch is begun, typed into and finished with a reason", async () => {
  const page = await opened(LIST, { javaScriptEnabled: false });
  await begin(page, { name: "电话记录", expected: "2" });
  await page.locator("#overall input").nth(1).check();
  await page.getByRole("button", { name: "保存这一份" }).click();
  await page.getByText("已保存第 1 份").waitFor();
  expect(await page.locator("#sheet").inputValue()).toBe("2");
  await theBatch(page, "电话记录");
  await page.getByRole("button", { name: "结束这一批" }).click();
  await alert(page).waitFor();
  await page.getByLabel("份数不符的原因").fill("第 2 份整页空白，未录入");
  await page.getByRole("button", { name: "结束这一批" }).click();
  await page.getByText("应有 2 份，录入 1 份。原因：第 2 份整页空白，未录入").waitFor();
});

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
  test.each([
    [1366, 768],
    [360, 800],
  ])("the pages at %i × %i break no accessibility rule and do not scroll sideways", async (width, height) => {
    const page = await opened(LIST, { colorScheme, viewport: { width, height } });
    const look = looker(page, `${width}-${colorScheme}`, width);
    expect(await look("list")).toEqual([]);
    await begin(page, { name: "", expected: "" });
    await alert(page).waitFor();
    expect(await look("list-errors")).toEqual([]);
    await theBatch(page, NAME);
    expect(await look("batch")).toEqual([]);
    await theBatch(page, "电话记录");
    expect(await look("batch-finished")).toEqual([]);
    await page.goto(LIST);
    await theBatch(page, NAME);
    await page.getByRole("link", { name: "录入第" }).click();
    await page.locator("#sheet").waitFor();
    expect(await look("entry")).toEqual([]);
  });
});
