import type { Page } from "playwright-core";
import postgres from "postgres";
import { afterAll, describe, expect, inject, test } from "vitest";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { useEditions } from "@/test/support/open-editions";
import { send, tick, untilHydrated } from "@/test/support/reader";
import { signIn } from "@/test/support/sign-in";

const openPage = useBrowser();
const editions = useEditions();
const sql = postgres(inject("appDatabase"), { max: 1 });
afterAll(() => sql.end());

const OVERALL = "总体而言，您对𠮷祥报告满意吗？";
const editor = (slug: string) => `/admin/editions/${slug}/instrument`;
const field = (page: Page, name: string) => page.locator(`[id="${name}"]`);
const save = (page: Page) => page.getByRole("button", { name: "保存草稿", exact: true }).click();

/** An edition that nobody answered yet, and its editor. */
async function draftOf(slug: string, options: Parameters<typeof openPage>[0] = {}): Promise<Page> {
  await editions.open(slug);
  await sql`update edition set state = 'draft' where slug = ${slug}`;
  return editing(slug, options);
}

async function editing(slug: string, options: Parameters<typeof openPage>[0] = {}): Promise<Page> {
  const page = await openPage(options);
  await signIn(page);
  await page.goto(editor(slug));
  return page;
}

test("an administrator rewords a question, previews and publishes it; a page of the old version is still sent", async () => {
  const slug = await editions.open("2035-form");
  const reader = await openPage();
  await reader.goto(`/${slug}`);
  await untilHydrated(reader);
  await tick(reader, "overall", 4);
  await reader.locator("#advice").fill("读的是旧题面");

  const page = await editing(slug);
  await field(page, "item.overall.zh-CN").fill(OVERALL);
  await save(page);
  // Answers may be there: what the change means has to be said, and nothing typed is lost by asking.
  await page.getByRole("link", { name: /第 5 题的题面改了/ }).waitFor();
  expect(await field(page, "item.overall.zh-CN").inputValue()).toBe(OVERALL);
  await field(page, "item.overall.amendment").getByLabel("改写，含义有变").check();
  await page.getByRole("button", { name: "保存并预览" }).click();
  await page.waitForURL(/preview/);
  await page.getByText(OVERALL).waitFor();
  expect(await page.locator("form").count()).toBe(0);

  await page.goto(`${editor(slug)}/publish`);
  await page.getByText(`第 5 题（中文）（改写，含义有变）`).waitFor();
  await page.getByRole("button", { name: "发布第 2 版" }).click();
  await page.getByText("第 2 版已发布").waitFor();
  await page.getByText("本题在征集期间改写过").waitFor();

  await send(reader);
  await reader.waitForURL(/receipt/);
  const another = await openPage();
  await another.goto(`/${slug}`);
  await another.getByText(OVERALL).waitFor();
  const [answer] = await sql`select instrument.version from response
    join instrument on instrument.id = response.instrument_id join edition on edition.id = response.edition_id
    where slug = ${slug}`;
  expect(answer?.version).toBe(1);
  await page.goto(`/admin/results?edition=${slug}`);
  expect(await page.locator("main").innerText()).toContain(OVERALL);
  expect(await page.locator("main").innerText()).toContain("第 5 题的题面在征集期间改写过");
});

describe.each([true, false])("before an edition is opened (JavaScript %s)", (javaScriptEnabled) => {
  const slug = javaScriptEnabled ? "2036-form" : "2036-plain";

  test("a question is added, moved, retired and brought back; a blank text is refused with everything typed kept", async () => {
    const page = await draftOf(slug, { javaScriptEnabled });
    await page.getByText("在第 2 部分加一题").click();
    await field(page, "new.1.zh-CN").fill("您还想了解什么？");
    await field(page, "title.en").fill("A kept title");
    await page.getByRole("button", { name: "加入草稿" }).click();
    await page.getByRole("link", { name: "新题（英文）不能空着" }).waitFor();
    expect(await field(page, "new.1.zh-CN").inputValue()).toBe("您还想了解什么？");
    expect(await field(page, "title.en").inputValue()).toBe("A kept title");
    await field(page, "new.1.en").fill("What else?");
    await page.getByRole("button", { name: "加入草稿" }).click();
    await page.waitForURL(/saved=1/);
    const key = `open_${slug.replaceAll("-", "_")}_1`;
    expect(await field(page, `item.${key}.zh-CN`).inputValue()).toBe("您还想了解什么？");
    expect(await field(page, "title.en").inputValue()).toBe("A kept title");

    await page.getByRole("button", { name: "停用 第 1 题" }).click();
    await page.waitForURL(/saved=2/);
    await page.getByRole("button", { name: "下移 第 1 题" }).click();
    await page.waitForURL(/saved=3/);
    await page.getByRole("button", { name: /^恢复/ }).first().click();
    await page.waitForURL(/saved=4/);
    await page.goto(`${editor(slug)}/publish`);
    await page.getByText("新增开放题：您还想了解什么？").waitFor();
    await page.getByText(/^题目顺序改为/).waitFor();
    await page.getByRole("button", { name: "放弃草稿" }).click();
    await page.getByText("草稿已放弃").waitFor();
    expect(await field(page, "title.en").inputValue()).toBe("Feedback form");
  });
});

test("of two people at the same draft the second is told, keeps what they typed, and overwrites only knowingly", async () => {
  const first = await draftOf("2037-form");
  const second = await editing("2037-form");
  await field(first, "item.advice.zh-CN").fill("第一人的问法");
  await save(first);
  await first.waitForURL(/saved=1/);
  await field(second, "item.advice.zh-CN").fill("第二人的问法");
  await save(second);
  await second.getByText("别人改动了草稿").first().waitFor();
  await second.getByText("现在的草稿写着“第一人的问法”").first().waitFor();
  expect(await field(second, "item.advice.zh-CN").inputValue()).toBe("第二人的问法");
  const stored = () => sql`select document::text as text from instrument join edition on edition.id = edition_id
    where slug = '2037-form' and published_at is null`;
  expect((await stored())[0]?.text).toContain("第一人的问法");
  await save(second);
  await second.waitForURL(/saved=2/);
  expect((await stored())[0]?.text).toContain("第二人的问法");
});

test("a draft that was changed meanwhile is not published unread, nor one that changes nothing", async () => {
  const page = await draftOf("2030-form");
  const original = await field(page, "title.en").inputValue();
  await field(page, "title.en").fill("Another title");
  await page.getByRole("button", { name: "保存并核对改动" }).click();
  await page.waitForURL(/publish/);
  const other = await editing("2030-form");
  await field(other, "title.en").fill(original);
  await save(other);
  await other.waitForURL(/saved=2/);
  await page.getByRole("button", { name: "发布第 2 版" }).click();
  await page.getByText("别人改动了草稿").waitFor();
  await page.getByRole("button", { name: "发布第 2 版" }).click();
  await page.getByText("与现行版本没有差别").waitFor();
  const versions = await sql`select version from instrument join edition on edition.id = edition_id
    where slug = '2030-form' and published_at is not null`;
  expect([...versions]).toEqual([{ version: 1 }]);
});

test("what was typed for another set of questions is kept on the page and never saved over it", async () => {
  const first = await draftOf("2033-form");
  const second = await editing("2033-form");
  await first.getByRole("button", { name: "停用 第 6 题" }).click();
  await first.waitForURL(/saved=1/);
  await field(second, "item.advice.zh-CN").fill("第二人改了已停用的题");
  for (const _ of [1, 2]) {
    await save(second);
    await second.getByText("题目的增减或顺序有改动").first().waitFor();
    expect(await field(second, "item.advice.zh-CN").inputValue()).toBe("第二人改了已停用的题");
  }
  await second.goto("/admin/editions/2033-form");
  await second.getByText("反馈表有未发布的草稿").waitFor();
  await second.getByRole("link", { name: "编辑草稿" }).click();
  await second.waitForURL(/instrument$/);
  expect(await field(second, "item.advice.zh-CN").count()).toBe(0);
});

test("a reworded question breaks the trend, and the page says so", async () => {
  await editions.open("2038-form");
  const page = await draftOf("2039-form");
  const trend = () => page.locator("#item-overall").innerText();
  expect(await trend()).toContain("与2038-form年度是同一题，结果可与上年比较。");
  await field(page, "item.overall.zh-CN").fill(OVERALL);
  await save(page);
  await page.waitForURL(/saved=1/);
  expect(await trend()).toContain("与2038-form年度不是同一题面，结果不再与上年比较。");
  await field(page, "item.overall.lineage").getByLabel("同一题", { exact: true }).check();
  await save(page);
  await page.waitForURL(/saved=2/);
  expect(await trend()).toContain("与2038-form年度是同一题，结果可与上年比较。");
});

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
  test("the editor, its messages, the preview and the changes break no rule", async () => {
    const slug = colorScheme === "light" ? "2034-form" : "2034-dark";
    await editions.open(slug);
    const page = await editing(slug, { colorScheme });
    expect(await violationsOn(page)).toEqual([]);
    await field(page, "title.en").fill("");
    await field(page, "item.advice.en").fill("Other words");
    await save(page);
    await page.locator("main [role=alert]").waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await field(page, "title.en").fill("A form");
    await field(page, "item.advice.amendment").getByLabel("更正文字，含义不变").check();
    await page.getByRole("button", { name: "保存并核对改动" }).click();
    await page.waitForURL(/publish/);
    expect(await violationsOn(page)).toEqual([]);
    for (const query of ["", "?locale=en", "?width=phone", "?bare=1"]) {
      await page.goto(`${editor(slug)}/preview${query}`);
      expect(await violationsOn(page)).toEqual([]);
    }
  });
});
