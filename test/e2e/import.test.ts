import { writeXlsx } from "hucre/xlsx";
import Papa from "papaparse";
import type { Page } from "playwright-core";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { csvOf, gbk, press, upload, wenjuanxing } from "@/test/support/import-files";
import { useEditions } from "@/test/support/open-editions";
import { signIn } from "@/test/support/sign-in";

const SLUG = "2071";
const openPage = useBrowser();
const editions = useEditions();
const sql = postgres(inject("appDatabase"), { max: 1 });
afterAll(() => sql.end());
beforeAll(async () => {
  await editions.open(SLUG);
});

const opened = async (options = {}): Promise<Page> => {
  const page = await openPage(options);
  await signIn(page);
  await page.goto(`/admin/import?edition=${SLUG}`);
  return page;
};
const kept = async () =>
  Number(
    (await sql`select count(*) from response r join edition e on e.id = edition_id where slug = ${SLUG}`)[0]?.count,
  );
/** The template filled in: 10,000 answers. */
const template = async (page: Page) => {
  const text = await (await page.request.get(`/admin/import/${SLUG}/template.csv`)).text();
  const [header = []] = Papa.parse<string[]>(text.replace("\uFEFF", ""), { delimiter: "," }).data;
  const place = (field: string) => header.findIndex((title) => title.startsWith(`${field} | `));
  const row = (n: number) => {
    const cells = header.map(() => "");
    cells[place("received_on")] = "2026-06-01";
    cells[place("channel")] = "纸质";
    cells[place("overall")] = ["很好", "较好", "一般", "较差", "5"][n % 5] ?? "";
    cells[place("advice")] = `第${n}条意见`;
    return cells;
  };
  return { header, place, rows: Array.from({ length: 10_000 }, (_, n) => row(n)) };
};

describe("a file of 10,000 answers", () => {
  test("with three bad cells names exactly those, and brings nothing", { timeout: 120_000 }, async () => {
    const page = await opened();
    const { header, place, rows } = await template(page);
    const bad = structuredClone(rows);
    (bad[17] ?? [])[place("overall")] = "挺好";
    (bad[5000] ?? [])[place("received_on")] = "2099-01-01";
    (bad[9998] ?? [])[place("channel")] = "飞鸽";
    await upload(page, SLUG, "张三的表.csv", csvOf([header, ...bad]));
    await press(page, "下一步：对应选项");
    await page.getByRole("combobox", { name: "很好" }).waitFor();
    await press(page, "下一步：核对");
    await page.getByRole("progressbar", { name: "核对进度" }).waitFor();
    await page.getByText("3 行中有 3 处有误").waitFor();
    const cells = await page.locator("tbody tr").allInnerTexts();
    expect(
      cells.map((row) =>
        row
          .split("\t")
          .slice(0, 3)
          .map((cell) => cell.trim()),
      ),
    ).toEqual([
      ["19", "I 请您对《金辰股份2024年可持续发展报告》报告进行综合性评价", "挺好"],
      ["5002", "B 收到日期", "2099-01-01"],
      ["10000", "C 渠道", "飞鸽"],
    ]);
    expect(await page.getByRole("button", { name: /^导入/ }).count()).toBe(0);
    const mistakes = await page.request.get(`${new URL(page.url()).pathname.replace("/check", "")}/problems.csv`);
    expect(Papa.parse((await mistakes.text()).trim()).data).toHaveLength(4);
    expect(await violationsOn(page)).toEqual([]);
    await press(page, "放弃这个文件");
    await page.waitForURL(/\/admin\/import\?edition=/);
    expect(await kept()).toBe(0);
    await page.goto(`/admin/audit?subject=${SLUG}`);
    const acts = await page.locator("tbody tr").allInnerTexts();
    expect(acts[0]).toContain("放弃待导入的文件");
    expect(acts[1]).toMatch(/下载文件中有误的单元格\s+2071/);
    expect(acts.slice(2).join()).toContain("上传待导入的文件");
  });

  test("comes in whole, and adds nothing the second time", { timeout: 120_000 }, async () => {
    const page = await opened();
    const { header, rows } = await template(page);
    const file = csvOf([header, ...rows]);
    for (const [button, said] of [
      ["导入 10,000 份", "新增 10,000 份。"],
      ["完成，不新增", "另有 10,000 份此前已有，没有重复计数。"],
    ] as const) {
      await upload(page, SLUG, "a.csv", file);
      await press(page, "下一步：对应选项");
      await press(page, "下一步：核对");
      await press(page, button);
      await page.getByText(said).waitFor();
      expect(await kept()).toBe(10_000);
    }
    expect(await editions.standing(SLUG)).toEqual({ valid: 10_000 });
    await page.goto("/admin/audit?act=import.accepted");
    expect((await page.locator("tbody tr").allInnerTexts())[0]).toMatch(/导入答卷文件\s+2071/);
  });
});

describe("an export of 问卷星", () => {
  test.each(["GBK", "XLSX"])("as %s is mapped by hand and imported, without script too", async (kind) => {
    const before = await kept();
    const page = await opened({ javaScriptEnabled: kind === "XLSX" });
    const rows = wenjuanxing();
    if (kind === "XLSX") for (const row of rows.slice(1)) row[11] = "多讲碳排放";
    const file = kind === "XLSX" ? await writeXlsx({ sheets: [{ name: "1", rows }] }) : gbk(Papa.unparse(rows));
    await upload(page, SLUG, `问卷.${kind === "XLSX" ? "xlsx" : "csv"}`, Buffer.from(file));
    await page.getByText("没有对应的列，或该格空白时").waitFor();
    expect(await page.content()).not.toMatch(/36\.110|92秒|10:33/);
    // By hand: the question of the last rating is taken from another column, and no channel was said.
    await page.locator('[id="column.overall"]').selectOption({ label: await optionOf(page, "4、") });
    await press(page, "下一步：对应选项");
    expect(await page.locator("main [role=alert]").innerText()).toMatch(/“\w 列”对应了不止一项[^]*请选择渠道/);
    await page.locator('[id="column.readability"]').selectOption("");
    await page.locator("#channel").selectOption({ label: "微信" });
    await press(page, "下一步：对应选项");
    const score = page.getByRole("combobox", { name: "很差" });
    expect(await score.inputValue()).toBe("1");
    await press(page, "下一步：核对");
    if (kind === "GBK") await press(page, "开始核对");
    await press(page, "导入 20 份");
    await page.getByText("新增 20 份。").waitFor();
    expect(await kept()).toBe(before + 20);
    const [row] = await sql`select channel, received_on::text, to_json(ratings) as ratings from response r
      join edition e on e.id = edition_id where slug = ${SLUG} order by (channel = 'wechat') desc, received_on limit 1`;
    expect(row).toEqual({ channel: "wechat", received_on: "2026-06-01", ratings: [5, 4, 3, null, 2] });
  });
});

/** The label of the option that begins with a question's number. */
async function optionOf(page: Page, number: string): Promise<string> {
  const labels = await page.locator('[id="column.overall"] option').allInnerTexts();
  return labels.find((label) => label.includes(` 列 ${number}`)) ?? "";
}
