import postgres from "postgres";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { alert, batchPages, press } from "@/test/support/batch-pages";
import { useBrowser } from "@/test/support/browser";
import { MAIL, PASSWORD, useInvitedStaff } from "@/test/support/invited-staff";
import { useEditions } from "@/test/support/open-editions";

const SLUG = "2086";
const NAME = "供应商大会纸质问卷";
const LI = { email: `li.keying${MAIL}`, password: PASSWORD };
const openPage = useBrowser();
const editions = useEditions();
const { anAnalyst } = useInvitedStaff(openPage);
const { LIST, opened, theBatch, begin, typeSheet, looker } = batchPages(openPage, SLUG);
const sql = postgres(inject("appDatabase"), { max: 1 });
afterAll(() => sql.end());

beforeAll(async () => {
  await editions.open(SLUG);
});

describe("a second keying", () => {
  const ratingsOf = async (sheet: number) => {
    const [row] = await sql`select to_json(ratings) as ratings, (
        select content from verbatim where response_id = r.id and item = 'advice') as advice
      from response r join edition e on e.id = edition_id join entry_batch b on b.id = batch_id
      where slug = ${SLUG} and b.name = ${NAME} and sheet = ${sheet}`;
    return row;
  };

  test("is asked for at the beginning or later, and is nothing for who keyed the sheets first", async () => {
    const page = await opened(LIST);
    await page.getByLabel("由另一人复录").check();
    await begin(page, { name: NAME, expected: "3" });
    await typeSheet(page, 1, "12345", "水耗数据写得很清楚");
    await typeSheet(page, 2, "11111", "缺少范围三");
    await typeSheet(page, 3, "2222-", "同一编号的另一份");
    await theBatch(page, NAME);
    for (const name of ["不再要求复录", "要求复录"]) await page.getByRole("button", { name, exact: true }).click();
    await page.getByText("已复录 0 份 / 已录 3 份").waitFor();
    expect(await page.getByText("目前没有可由您复录的份").count()).toBe(1);
    await page.goto(`${page.url().replace(/[#?].*/, "")}/again?sheet=1`);
    await page.locator("#advice").fill("自己复录自己");
    await page.getByRole("button", { name: "保存复录" }).click();
    await alert(page).waitFor();
    expect(await alert(page).textContent()).toContain("第 1 份的第一遍由您录入");
    expect(await page.locator("#advice").inputValue()).toBe("自己复录自己");
  });

  test("by another account shows nothing of the first, goes on by itself, and says what came of it", async () => {
    await anAnalyst("李明", LI.email);
    const page = await opened(LIST, {}, LI);
    await theBatch(page, NAME);
    const seen: string[] = [];
    page.on(
      "response",
      (response) =>
        void response.text().then(
          (text) => seen.push(text),
          () => {},
        ),
    );
    await page.getByRole("link", { name: "复录第 1 份" }).click();
    await page.locator("#sheet").waitFor();
    seen.push(await page.content());
    await page.locator("#impact input").first().focus();
    await press(page, ..."12344");
    await page.keyboard.type("水耗数椐写得很清楚");
    expect(seen.join()).not.toContain("水耗数据写得很清楚");
    await press(page, "Control+Enter");
    await page.getByText("已保存第 1 份的复录，与第一遍有 2 处不同").waitFor();
    expect(seen.join()).not.toContain("水耗数据写得很清楚");
    expect(await page.locator("#sheet").inputValue()).toBe("2");
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe("impact");
    await press(page, ..."11111");
    await page.keyboard.type("缺少 范围三");
    await press(page, "Control+Enter");
    await page.getByText("已保存第 2 份的复录，与第一遍一致").waitFor();
    await page.locator("#sheet").fill("1");
    await press(page, "Control+Enter");
    await page.locator("#advice").fill("又一遍");
    await page.getByRole("button", { name: "保存复录" }).click();
    await page.getByText("第 1 份已经复录过").first().waitFor();
    await theBatch(page, NAME);
    await page.getByText("已复录 2 份 / 已录 3 份：1 份一致，0 份已裁定，1 份待裁定。").waitFor();
  });

  test("is resolved item by item, by one person, and the results follow", async () => {
    const page = await opened(`/admin/results?edition=${SLUG}`);
    const before = await page.locator("main").innerText();
    const resolving = async (on: Page) => {
      await on.goto(LIST);
      await theBatch(on, NAME);
      await on.getByRole("link", { name: "裁定" }).first().click();
      await on.getByRole("heading", { name: "第 1 份的差异" }).waitFor();
    };
    await resolving(page);
    expect(await page.locator("mark").allTextContents()).toEqual(["据", "椐"]);
    await page.getByRole("button", { name: "按所选裁定" }).click();
    await alert(page).waitFor();
    expect(await alert(page).textContent()).toContain("请为第 5 题选定一种");
    const other = await opened(LIST, {}, LI);
    await resolving(other);
    const choose = async (on: Page, text: string) => {
      await on.locator("#overall-second").check();
      await on.locator("#advice-corrected").check();
      await on.getByLabel("都不对，改为", { exact: false }).last().fill(text);
    };
    await choose(other, "李明写的");
    await choose(page, "水耗数据写得很清楚𠮷。");
    await page.getByRole("button", { name: "按所选裁定" }).click();
    await page.getByText("第 1 份的差异已裁定").waitFor();
    await other.getByRole("button", { name: "按所选裁定" }).click();
    await alert(other).waitFor();
    expect(await alert(other).textContent()).toContain("已由他人裁定");
    expect(await other.locator("textarea").first().inputValue()).toBe("李明写的");
    expect(await ratingsOf(1)).toEqual({ ratings: [5, 4, 3, 2, 2], advice: "水耗数据写得很清楚𠮷。" });
    await page.goto(`/admin/results?edition=${SLUG}`);
    expect(await page.locator("main").innerText()).not.toBe(before);
  });

  test("is keyed without script too", async () => {
    const page = await opened(LIST, { javaScriptEnabled: false }, LI);
    await theBatch(page, NAME);
    await page.getByRole("link", { name: "复录第 3 份" }).click();
    for (const item of ["impact", "responsiveness", "disclosure_quality", "readability"])
      await page.locator(`#${item} input`).nth(1).check();
    await page.locator("#overall input").first().check();
    await page.locator("#advice").fill("同一编号的别一份");
    await page.getByRole("button", { name: "保存复录" }).click();
    await page.getByText("与第一遍有 2 处不同").waitFor();
    expect(await page.getByText("目前没有可由您复录的份").count()).toBe(1);
  });
});

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
  test.each([
    [1366, 768],
    [360, 800],
  ])("the pages at %i × %i break no accessibility rule and do not scroll sideways", async (width, height) => {
    const page = await opened(LIST, { colorScheme, viewport: { width, height } });
    const look = looker(page, `${width}-${colorScheme}`, width);
    await theBatch(page, NAME);
    const batch = page.url().replace(/[#?].*/, "");
    await page.getByText("逐题一致率").click();
    expect(await look("batch-keyed")).toEqual([]);
    await page.goto(`${batch}/again?sheet=3`);
    expect(await look("again")).toEqual([]);
    await page.goto(`${batch}/differences/3`);
    expect(await look("differences")).toEqual([]);
    await page.getByRole("button", { name: "按所选裁定" }).click();
    await alert(page).waitFor();
    expect(await look("differences-errors")).toEqual([]);
  });
});

test("without script the differences are resolved", async () => {
  const page = await opened(LIST, { javaScriptEnabled: false });
  await theBatch(page, NAME);
  await page.getByRole("link", { name: "裁定" }).first().click();
  await page.locator("#overall").check();
  await page.getByRole("button", { name: "按所选裁定" }).click();
  await alert(page).waitFor();
  expect(await page.locator("#overall").isChecked()).toBe(true);
  await page.locator("#advice-second").check();
  await page.getByRole("button", { name: "按所选裁定" }).click();
  await page.getByText("第 3 份的差异已裁定").waitFor();
  const [row] = await sql`select count(*)::int as kept from second_keying k join response r on r.id = response_id
    join edition e on e.id = edition_id where slug = ${SLUG} and k.verbatims is not null`;
  expect(row).toEqual({ kept: 0 });
});
