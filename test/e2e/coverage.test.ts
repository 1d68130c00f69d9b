import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { aResponse } from "@/test/support/a-response";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { useEditions } from "@/test/support/open-editions";
import { request, urlOf } from "@/test/support/server";
import { signIn } from "@/test/support/sign-in";

const SLUG = "2062";
const openPage = useBrowser();
const editions = useEditions();
const sql = postgres(inject("appDatabase"), { max: 1 });
afterAll(() => sql.end());

async function answer(fields: Record<string, unknown>): Promise<void> {
  const { idempotencyKey } = aResponse();
  const body = JSON.stringify({ idempotency_key: idempotencyKey, overall: 4, ...fields });
  await request(`/${SLUG}/responses`, { method: "POST", body, headers: { "content-type": "application/json" } });
}

beforeAll(async () => {
  await editions.open(SLUG);
});

const open = async (path: string, options = {}) => {
  const page = await openPage(options);
  await signIn(page);
  await page.goto(path);
  return page;
};
const cellsOf = (row: string) => row.split(/[\t\n]+/).map((cell) => cell.trim());

describe("the coverage board", () => {
  test("of an empty round says who is silent, which is everybody", async () => {
    const page = await open(`/admin/coverage?edition=${SLUG}`);
    expect(await page.locator("main").innerText()).toContain(
      "还没有收到有效答卷。报告所列七类利益相关方中，7 类尚无答卷",
    );
    expect(await page.getByRole("cell", { name: "尚无" }).count()).toBe(7);
  });

  test("counts by stated group, with those who stated none apart", async () => {
    await answer({ stakeholder_group: "customer", overall: 5 });
    await answer({ stakeholder_group: "customer", overall: 3, advice: "多讲供应链" });
    await answer({ advice: "不说自己是谁" });
    const page = await open(`/admin/coverage?edition=${SLUG}`);
    const row = async (name: string) => cellsOf(await page.getByRole("row", { name }).innerText());
    expect(await row("客户")).toEqual(expect.arrayContaining(["2", "少于 5 份"]));
    expect((await row("未注明类别"))[1]).toBe("1");
    expect((await row("合计")).slice(1)).toEqual(["3", "其中 2 份注明类别"]);
    expect(await page.locator("main").innerText()).toContain("6 类尚无答卷：股东/投资者、供应商、员工");
  });
});

describe("the coverage board of many", () => {
  const FULL = "2065";
  /** Answers of a group in the week of a Monday, as if they had come by the form. */
  const add = (group: string | null, count: number, day = "2025-06-18") => sql`
    insert into response
      (id, edition_id, instrument_id, idempotency_hash, receipt_hash, received_on, locale, ratings, stakeholder_group)
    select gen_random_uuid(), e.id, i.id, gen_random_uuid(), gen_random_uuid(), ${day}, 'zh-CN', '{5,4,3,2,1}', ${group}
    from edition e join instrument i on i.edition_id = e.id, generate_series(1, ${count}) where slug = ${FULL}`;

  test("tells at seven who is scarcely heard, and at sixty that everybody is", async () => {
    await editions.open(FULL);
    await add("investor", 5);
    await add("employee", 1, "2025-06-22");
    await add(null, 1);
    const page = await open(`/admin/coverage?edition=${FULL}`);
    const text = () => page.locator("main").innerText();
    expect(await text()).toContain("5 类尚无答卷：客户、供应商、政府/监管机构、社区、高校/科研机构。员工少于 5 份。");
    expect(cellsOf(await page.getByRole("row", { name: "员工" }).innerText())).toContain("2025年6月16日起的一周");
    for (const group of ["customer", "supplier", "regulator", "community", "academia"]) await add(group, 9);
    await add("employee", 8);
    await page.reload();
    expect(await text()).toContain("报告所列七类利益相关方都有 5 份或以上答卷。");
    expect(cellsOf(await page.getByRole("row", { name: "合计" }).innerText()).slice(1)).toEqual([
      "60",
      "其中 59 份注明类别",
    ]);
    expect(await page.getByRole("row").filter({ hasText: "尚无" }).count()).toBe(0);
  });

  test("is read in English", async () => {
    const page = await open(`/admin/coverage?edition=${FULL}`);
    await page.locator("header").getByRole("button", { name: "English" }).last().click();
    await page.getByRole("heading", { name: "Coverage and invitations" }).waitFor();
    expect(await page.locator("main").innerText()).toContain("Each of the report’s seven stakeholder groups has 5");
    await page.getByRole("link", { name: "Invitation text: Suppliers" }).click();
    await page.getByRole("heading", { name: "Invitation: Suppliers" }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });
});

describe("an invitation", () => {
  test("has the link of the group's own channel once there is one", async () => {
    const page = await open(`/admin/coverage/${SLUG}/supplier`);
    const text = () => page.locator("main").innerText();
    expect(await text()).toContain(urlOf(`/${SLUG}?c=email`));
    await page.getByRole("link", { name: "为这一类新增专用渠道" }).click();
    await page.getByLabel("代码").fill("supplier-day");
    await page.getByLabel("中文名称").fill("供应商大会");
    await page.getByLabel("英文名称").fill("Supplier day");
    expect(await page.getByLabel("面向").inputValue()).toBe("supplier");
    await page.getByRole("button", { name: "新增" }).click();
    await page.getByRole("status").filter({ hasText: "供应商大会" }).waitFor();
    await page.goto(`/admin/coverage?edition=${SLUG}`);
    await page.getByRole("row", { name: "供应商" }).getByRole("link", { name: "供应商大会" }).waitFor();
    await page.getByRole("link", { name: "邀请文字：供应商" }).click();
    await page.getByRole("heading", { name: "邀请文字：供应商" }).waitFor();
    for (const link of [`/${SLUG}?c=supplier-day`, `/en/${SLUG}?c=supplier-day`])
      expect(await text()).toContain(urlOf(link));
    expect(await text()).not.toContain("?c=email");
  });

  test("is copied whole", async () => {
    const page = await open(`/admin/coverage/${SLUG}/community`, {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await page.getByRole("button", { name: "复制正文" }).first().click();
    await page.getByText("已复制").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^尊敬的社区居民和各界朋友：\n\n您好！/);
    expect(copied).toContain(`${urlOf(`/${SLUG}?c=email`)}\n`);
    expect(copied.endsWith("营口金辰机械股份有限公司\n人力行政中心")).toBe(true);
  });

  test("is signed by another department once an administrator has said so; who comes second is told", async () => {
    const [first, second] = [
      await open(`/admin/coverage/${SLUG}/academia`),
      await open(`/admin/coverage/${SLUG}/academia`),
    ];
    await first.getByLabel("中文名称").fill("研发中心𠮷");
    await first.getByLabel("英文名称").fill("R&D Centre");
    await first.getByRole("button", { name: "保存" }).click();
    await first.getByRole("status").filter({ hasText: "已保存责任部门" }).waitFor();
    expect(await first.locator("main").innerText()).toContain("营口金辰机械股份有限公司\n研发中心𠮷");
    await second.getByLabel("中文名称").fill("总工办");
    await second.getByRole("button", { name: "保存" }).click();
    await second.getByRole("alert").filter({ hasText: "他人已将中文名称改为“研发中心𠮷”" }).waitFor();
    expect(await second.getByLabel("中文名称").inputValue()).toBe("总工办");
    expect(await second.getByLabel("英文名称").inputValue()).toBe("R&D Centre");
    await second.getByLabel("中文名称").fill("");
    await second.getByRole("button", { name: "保存" }).click();
    await second.getByRole("alert").filter({ hasText: "请填写部门名称" }).waitFor();
    await second.getByLabel("中文名称").fill("总工办");
    await second.getByRole("button", { name: "保存" }).click();
    await second.getByRole("status").filter({ hasText: "已保存责任部门" }).waitFor();
    await second.goto(`/admin/coverage?edition=${SLUG}`);
    expect(await second.getByRole("row", { name: "高校/科研机构" }).innerText()).toContain("总工办");
  });

  test("of a group that does not exist is a page that says so, with the menu", async () => {
    const page = await open(`/admin/coverage/${SLUG}/everybody`);
    await page.getByRole("heading", { name: "没有这一页" }).waitFor();
    expect(await page.getByRole("navigation").getByRole("link", { name: "结果" }).isVisible()).toBe(true);
  });
});
