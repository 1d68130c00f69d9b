import { Buffer } from "node:buffer";
import type { Page } from "playwright-core";
import readWorkbook from "read-excel-file/node";
import { beforeAll, expect, test } from "vitest";
import { addArrivals } from "@/test/support/arrived";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { inviteBy, useInvitedStaff } from "@/test/support/invited-staff";
import { useEditions } from "@/test/support/open-editions";
import { type Arrived, randomArrivals } from "@/test/support/random-arrivals";
import { signIn } from "@/test/support/sign-in";

const [SLUG, BEFORE] = ["2096-part", "2095-part"];
const SAID = "展会上说的话𠮷";
const openPage = useBrowser();
const editions = useEditions();
const { sql, administrator, acceptAt } = useInvitedStaff(openPage);
const answers = randomArrivals(7, 90);
const of = (is: (answer: Arrived) => boolean) => answers.filter(is).length;

beforeAll(async () => {
  await editions.open(BEFORE);
  await editions.open(SLUG);
  await sql`insert into channel (edition_id, code, name, kind)
    select id, 'fair', '{"zh-CN": "展会", "en": "Fair"}', 'meeting' from edition where slug = ${SLUG}`;
  await addArrivals(BEFORE, { seed: 3, until: 40 });
  await addArrivals(SLUG, { seed: 7, until: 3 });
  await sql`update response set stakeholder_group = 'regulator', channel = 'fair'
    where edition_id = (select id from edition where slug = ${SLUG})`;
  await sql`insert into verbatim (response_id, item, content)
    select r.id, 'advice', ${SAID} from response r join edition e on e.id = r.edition_id where e.slug = ${SLUG}`;
  await addArrivals(SLUG, { seed: 7, until: 90 });
});

const mainOf = (page: Page) => page.locator("main").innerText();
const chosen = (page: Page, label: string) => page.getByLabel(label, { exact: true }).inputValue();
const show = (page: Page) => page.getByRole("button", { name: "查看", exact: true }).click();
const analysed = async () => {
  const page = await openPage({ viewport: { width: 1366, height: 768 } });
  await signIn(page);
  return page;
};

test("an analyst narrows the results, goes back, and another one sees the same by the shared address", async () => {
  const page = await analysed();
  await page.goto(`/admin/results?edition=${SLUG}`);
  expect(await mainOf(page)).toContain(`有效 ${answers.length + 3} 份`);
  await page.getByLabel("利益相关方类别").selectOption("员工");
  await page.getByRole("combobox", { name: "语言" }).selectOption("中文");
  await show(page);
  await page.waitForURL(/group=employee/);
  const part = of(({ group, language }) => group === "employee" && language === "zh-CN");
  await page.getByText("本页只统计部分答卷（利益相关方类别：员工；语言：中文），不是本轮次全部。").waitFor();
  expect(await mainOf(page)).toContain(`有效 ${part} 份`);
  expect(await mainOf(page)).toContain("上年的数字按同样的条件筛选。");
  expect(await mainOf(page)).toContain("2095");
  expect(await violationsOn(page)).toEqual([]);
  const acts = await sql`select after from audit_event where act = 'crosstab.viewed' and subject = ${SLUG}`;
  expect(acts.map(({ after }) => after as unknown)).toEqual([{ group: "employee", language: "zh-CN" }]);
  const [address, seen] = [page.url(), await mainOf(page)];

  await page.getByLabel("上年").selectOption("不列");
  await show(page);
  await page.waitForURL(/compare=none/);
  await page.getByText("本页未列上年的数字。").waitFor();
  await page.goBack();
  await page.waitForURL(address);
  await page.goBack();
  await page.getByText(`有效 ${answers.length + 3} 份`).waitFor();
  expect(await chosen(page, "利益相关方类别")).toBe("");

  const other = await acceptAt(await inviteBy(await administrator(), "qian-part@people.example.cn", "分析员"), "钱进");
  await other.goto(address);
  expect((await mainOf(other)).replace(/数据截至.*/, "")).toBe(seen.replace(/数据截至.*/, ""));
});

test("files taken from a part hold its figures, say so, and are logged with the filter", async () => {
  const page = await analysed();
  await page.goto(`/admin/results?edition=${SLUG}&group=employee&channel=wechat`);
  const fileOf = async (name: string) => {
    const address = await page.getByRole("link", { name }).getAttribute("href");
    return page.context().request.get(address!);
  };
  const workbook = await fileOf("结果表 XLSX");
  const sheets = await readWorkbook(Buffer.from(await workbook.body()));
  const words = "利益相关方类别：员工；渠道：微信";
  const notes = sheets.find(({ sheet }) => sheet === "口径");
  expect(notes?.data).toContainEqual(["部分答卷", words]);
  const part = of(({ group, channel }) => group === "employee" && channel === "wechat");
  expect(notes?.data.flat()).toContain(part);
  expect(decodeURIComponent(workbook.headers()["content-disposition"]!)).toContain("结果（部分答卷）");
  expect(await (await fileOf("各题评价图 SVG")).text()).toContain("部分答卷");
  const acts =
    await sql`select after from audit_event where act = 'results.exported' and subject = ${SLUG} order by id`;
  const filter = { group: "employee", channel: "wechat" };
  expect(acts.map(({ after }) => after as unknown)).toEqual([
    { format: "xlsx", ...filter, breakdown: ["language"] },
    { format: "svg", ...filter },
  ]);
});

test("the words are narrowed by a form of their own, and the title says to what", async () => {
  const page = await analysed();
  await page.goto(`/admin/verbatims?edition=${SLUG}`);
  await page.getByRole("combobox", { name: "语言" }).selectOption("英文");
  await show(page);
  await page.waitForURL((url) => url.pathname.endsWith("verbatims") && url.search.includes("language=en"));
  await page.getByText("本页只统计部分答卷（语言：英文），不是本轮次全部。").waitFor();
  expect(await page.title()).toMatch(/^意见原文 · 语言：英文 · /);
  expect(await violationsOn(page)).toEqual([]);
  await page.goto(`/admin/results?edition=${SLUG}&language=en`);
  expect(await page.title()).toMatch(/^结果 · 语言：英文 · /);
  await page.waitForFunction(() => {
    window.dispatchEvent(new Event("beforeprint"));
    return document.querySelector<HTMLDetailsElement>("[aria-labelledby=method] details")?.open;
  });
});

test("few answers come with a caution and no share, a channel that is new without last year, nobody in words", async () => {
  const page = await analysed();
  await page.goto(`/admin/results?edition=${SLUG}&channel=fair&group=regulator`);
  const main = await mainOf(page);
  for (const words of [
    "有效 3 份",
    "这部分有效答卷 3 份",
    "请勿转给无权阅读答卷的人",
    "上年没有这一渠道，因此不与上年比较。",
    "渠道：展会",
    "不按类别列出意见",
  ])
    expect(main).toContain(words);
  expect(main).not.toContain("%");
  expect(main).not.toContain(SAID);
  await page.goto(`/admin/verbatims?edition=${SLUG}&group=regulator`);
  expect(await mainOf(page)).toContain("不按类别列出意见");
  expect(await mainOf(page)).not.toContain(SAID);
  expect(await violationsOn(page)).toEqual([]);
  await page.goto(`/admin/results?edition=${SLUG}&channel=gone&by=group`);
  expect(await mainOf(page)).toContain("没有符合条件的有效答卷。");
  expect(await chosen(page, "渠道")).toBe("gone");
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole("link", { name: "查看全部结果" }).click();
  await page.waitForURL((url) => !url.search.includes("gone") && url.search.includes("by=group"));
});

test("without script the form narrows, and every figure stands in the page, visible, in order", async () => {
  const [page, scripted] = [await openPage({ javaScriptEnabled: false }), await analysed()];
  await signIn(page);
  await page.goto(`/admin/results?edition=${SLUG}`);
  await page.getByLabel("利益相关方类别").selectOption("员工");
  await show(page);
  await page.waitForURL(/group=employee/);
  await scripted.goto(page.url());
  expect((await mainOf(page)).replace(/数据截至.*/, "")).toBe((await mainOf(scripted)).replace(/数据截至.*/, ""));
  expect(await page.locator("main h2").allInnerTexts()).toContain("各题评价");
});

test("while the figures are counted the page says so", async () => {
  const page = await analysed();
  await page.goto(`/admin/results?edition=${SLUG}`);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/group=investor/, async (route) => {
    await held;
    await route.continue();
  });
  await page.getByLabel("利益相关方类别").selectOption("股东/投资者");
  await show(page);
  await page.getByRole("status").getByText("正在统计…").waitFor();
  letGo();
  await page.waitForURL(/group=investor/);
  const opened = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/verbatims/, async (route) => {
    await opened;
    await route.continue();
  });
  await page.getByRole("link", { name: "意见原文" }).click();
  await page.getByRole("status").getByText("正在打开…").waitFor();
  letGo();
  await page.waitForURL(/verbatims/);
  await expect.poll(() => page.getByText("正在统计…").count()).toBe(0);
});

test("what a viewer asks to narrow is ignored, on the page and in files", async () => {
  const page = await acceptAt(await inviteBy(await administrator(), "zhou-part@people.example.cn", "查看者"), "周敏");
  await page.goto(`/admin/results?edition=${SLUG}`);
  const whole = await mainOf(page);
  await page.goto(`/admin/results?edition=${SLUG}&group=employee&channel=wechat&language=en&compare=none`);
  expect(await mainOf(page)).toBe(whole);
  expect(await page.getByLabel("利益相关方类别").count()).toBe(0);
  const file = async (query: string) =>
    (await page.context().request.get(`/admin/exports/${SLUG}/ratings.svg${query}`)).text();
  expect(await file("?group=employee")).toBe(await file(""));
});
