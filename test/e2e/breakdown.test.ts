import { beforeAll, expect, test } from "vitest";
import { addArrivals } from "@/test/support/arrived";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { inviteBy, useInvitedStaff } from "@/test/support/invited-staff";
import { useEditions } from "@/test/support/open-editions";
import { signIn } from "@/test/support/sign-in";

// With a part of their own after the year: no other file has a round before them.
const SLUG = "2071-breakdown";
const SMALL = "2072-breakdown";
const openPage = useBrowser();
const editions = useEditions();
const { sql, administrator, acceptAt } = useInvitedStaff(openPage);

const add = (slug: string, seed: number, from: number, until: number) => addArrivals(slug, { seed, from, until });
const aViewer = async (email: string) => acceptAt(await inviteBy(await administrator(), email, "查看者"), "周敏");

beforeAll(async () => {
  await editions.open(SLUG);
  await editions.open(SMALL);
  await add(SLUG, 7, 0, 60);
});

test("an analyst asks for a breakdown, sees every group with its answers, and the look is logged", async () => {
  const page = await openPage();
  await signIn(page);
  await page.goto(`/admin/results?edition=${SLUG}`);
  expect(await page.getByRole("region", { name: /每格上行为好评/ }).count()).toBe(0);
  await page.getByRole("link", { name: "按类别" }).click();
  await page.waitForURL(/by=group/);
  const table = page.getByRole("region", { name: /每格上行为好评/ });
  const ends = await table.getByRole("row").evaluateAll((rows) => rows.map((row) => row.textContent ?? ""));
  expect(ends.at(-2)).toContain("未注明类别");
  expect(ends.at(-1)).toMatch(/^全部60/);
  expect(await table.innerText()).toMatch(/其他\s+3\s/);
  const counts = (await table.locator("tbody td:nth-child(2)").allInnerTexts()).slice(0, -1);
  expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(60);
  const acts = await sql`select after from audit_event where act = 'crosstab.viewed' and subject = ${SLUG}`;
  expect(acts.map(({ after }) => after as unknown)).toEqual([{ breakdown: "group" }]);
  expect(await violationsOn(page)).toEqual([]);
});

test("an analyst's list of the answers of a part is logged with the part, that of everybody is not", async () => {
  const page = await openPage();
  await signIn(page);
  await page.goto(`/admin/responses?edition=${SLUG}&status=valid`);
  const acts = () => sql`select after from audit_event where act = 'responses.listed' and subject = ${SLUG}`;
  expect(await acts()).toEqual([]);
  await page.goto(`/admin/responses?edition=${SLUG}&group=employee&search=${encodeURIComponent("好")}`);
  expect(await page.locator("main").innerText()).toContain("本次查看已记入操作记录。");
  expect((await acts()).map(({ after }) => after as unknown)).toEqual([{ group: "employee" }]);
});

test("a viewer sees batches: no arrival moves the page, no row has fewer than five, and nothing is logged", async () => {
  const page = await aViewer("zhou@people.example.cn");
  await page.goto(`/admin/results?edition=${SLUG}`);
  const main = () => page.locator("main").innerText();
  const first = await main();
  expect(first).toContain("第 1 批");
  expect(first).not.toContain("社区");
  const table = page.getByRole("region", { name: /每格上行为好评/ });
  const counts = await table.locator("tbody td:nth-child(2)").allInnerTexts();
  expect(counts.length).toBeGreaterThan(2);
  expect(Math.min(...counts.map(Number))).toBeGreaterThanOrEqual(5);
  await add(SLUG, 7, 60, 74);
  await page.reload();
  expect(await main()).toBe(first);
  await add(SLUG, 7, 74, 75);
  await page.reload();
  expect(await main()).toContain("第 2 批");
  await page.getByRole("link", { name: "按渠道" }).click();
  await page.waitForURL(/by=channel/);
  expect(await violationsOn(page)).toEqual([]);
  expect(await sql`select from audit_event where act = 'crosstab.viewed' and subject = ${SLUG}`).toHaveLength(1);
});

test("a viewer of an edition with four answers is told when there will be figures, and sees none", async () => {
  await add(SMALL, 5, 0, 4);
  const page = await aViewer("zhou2@people.example.cn");
  await page.goto(`/admin/results?edition=${SMALL}`);
  expect(await page.locator("main").innerText()).toContain("有效答卷满 5 份，且有作答的每一题都满 5 份后");
  expect(await page.getByRole("table").count()).toBe(0);
  expect(await violationsOn(page)).toEqual([]);
  await add(SMALL, 5, 4, 7);
  await page.reload();
  expect(await page.getByRole("table").count()).toBe(1);
  expect(await page.locator("main").innerText()).toContain("目前没有可以单列的一行");
});

test("a viewer of an edition that is sealed anew without one answer sees the page of before, and that it is", async () => {
  const slug = "2073-breakdown";
  const become = (state: string) => sql`update edition set state = ${state} where slug = ${slug}`;
  await editions.open(slug);
  await add(slug, 5, 0, 12);
  await become("sealed");
  const page = await aViewer("zhou3@people.example.cn");
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`/admin/results?edition=${slug}`);
  const caution = page.getByText("本页不是冻结的数字");
  expect(await caution.count()).toBe(0);
  await sql.begin(async (tx) => {
    await tx`insert into edition_unsealing (id, edition_id, staff_name, reason)
      select gen_random_uuid(), id, '周敏', '剔除一份测试答卷' from edition where slug = ${slug}`;
    await tx`update edition set state = 'closed' where slug = ${slug}`;
  });
  await sql`update response set status = 'on_hold', status_reason = 'TEST' where id in
    (select r.id from response r join edition e on e.id = edition_id where slug = ${slug} limit 1)`;
  await become("sealed");
  await page.reload();
  await caution.waitFor();
  expect(await page.locator("main").innerText()).toContain("12 份");
  expect(await violationsOn(page)).toEqual([]);
});
