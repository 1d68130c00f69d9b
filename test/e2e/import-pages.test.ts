import Papa from "papaparse";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { csvOf, press, upload, wenjuanxing } from "@/test/support/import-files";
import { useEditions } from "@/test/support/open-editions";
import { request } from "@/test/support/server";
import { signIn } from "@/test/support/sign-in";

const SLUG = "2072";
const openPage = useBrowser();
const editions = useEditions();
beforeAll(async () => {
  await editions.open(SLUG);
});

const opened = async (options = {}): Promise<Page> => {
  const page = await openPage(options);
  await signIn(page);
  await page.goto(`/admin/import?edition=${SLUG}`);
  return page;
};

describe("the pages of an import", () => {
  test.each([
    [1366, 768],
    [360, 800],
  ])("are accessible at %d × %d, and done by keyboard", async (width, height) => {
    const page = await opened({ viewport: { width, height } });
    const shoot = (name: string) =>
      process.env.SHOTS ? page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true }) : null;
    const look = async (name: string) => {
      expect(await violationsOn(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await shoot(name);
    };
    await look("list");
    await page.locator("details.open, main details summary").first().click();
    await look("guide");
    const rows = wenjuanxing();
    (rows[3] ?? [])[6] = "还行";
    await upload(page, SLUG, "b.csv", Buffer.from(Papa.unparse(rows)));
    await page.getByText("没有对应的列，或该格空白时").waitFor();
    await look("columns");
    await page.getByRole("button", { name: "下一步：对应选项" }).focus();
    await page.keyboard.press("Enter");
    await page.locator("main [role=alert]").waitFor();
    await look("columns-refused");
    await page.locator("#channel").focus();
    await page.keyboard.press("ArrowDown");
    await page.getByRole("button", { name: "下一步：对应选项" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: "还行" }).waitFor();
    await look("scores");
    await page.getByRole("button", { name: "下一步：核对" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("1 行中有 1 处有误").waitFor();
    await look("check");
    await page.getByRole("link", { name: "更改选项的对应" }).click();
    await page.getByRole("combobox", { name: "还行" }).selectOption({ label: "一般（3分）" });
    await press(page, "下一步：核对");
    await page.getByRole("button", { name: /^导入|^完成/ }).waitFor();
    await look("clean");
    await press(page, "放弃这个文件");
  });

  test("refuse what is no table, and tell the second of two what the first did", async () => {
    const page = await opened();
    await upload(page, SLUG, "c.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]));
    await page.getByText("这是旧式 .xls 文件").waitFor();
    await upload(page, SLUG, "d.csv", csvOf(wenjuanxing()));
    await page.locator("#channel").selectOption("paper");
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.locator("#channel").selectOption("phone");
    await press(page, "下一步：对应选项");
    await page.getByRole("combobox", { name: "很好" }).waitFor();
    await press(other, "下一步：对应选项");
    await other.getByText("同事刚才改过这个文件的对应关系").waitFor();
    expect(await other.locator("#channel").inputValue()).toBe("phone");
    await press(page, "下一步：核对");
    await page.getByRole("button", { name: "导入 20 份" }).waitFor();
    await other.goto(page.url());
    await other.getByRole("button", { name: "导入 20 份" }).waitFor();
    await press(page, "导入 20 份");
    await page.getByText("新增 20 份。").waitFor();
    await press(other, "导入 20 份");
    await other.getByText("同事已先一步导入了这个文件").waitFor();
  });

  test("take a file of eleven megabytes whole, none from another site, and none that is too large", async () => {
    const page = await opened();
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    const post = (headers: Record<string, string>, body: FormData) =>
      request(`/admin/import/${SLUG}/files`, {
        method: "POST",
        headers: { cookie, ...headers },
        body,
        redirect: "manual",
      });
    const form = new FormData();
    const [header = [], ...rows] = wenjuanxing();
    // An address of the network: such a column is dropped at once.
    const long = rows.map((row) => row.with(5, "a".repeat((11 * 1024 * 1024) / rows.length)));
    form.set("file", new File([new Uint8Array(csvOf([header, ...long]))], "long.csv"));
    expect((await post({}, form)).headers.get("location")).toMatch(/^\/admin\/import\/2072\/[0-9a-f-]{36}$/);
    form.set("file", new File(["a".repeat(13 * 1024 * 1024)], "a.csv"));
    expect((await post({ "sec-fetch-site": "cross-site" }, form)).status).toBe(403);
    expect((await post({}, form)).headers.get("location")).toContain("refused=too-large");
  });
});
