import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, describe, expect, inject, test } from "vitest";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { useEditions } from "@/test/support/open-editions";
import { request } from "@/test/support/server";
import { signIn } from "@/test/support/sign-in";

const openPage = useBrowser();
const editions = useEditions();
const sql = postgres(inject("appDatabase"), { max: 1 });
afterAll(() => sql.end());

async function send(slug: string): Promise<void> {
  const headers = { "content-type": "application/json", "x-forwarded-for": "198.51.100.92" };
  const fields = { overall: 4, advice: `到期的意见 ${randomUUID()}`, contact: "li@example.cn", contact_consent: "yes" };
  const body = JSON.stringify({ idempotency_key: randomUUID(), ...fields });
  expect((await request(`/${slug}/responses`, { method: "POST", headers, body })).status).toBe(201);
}

const grow = (slug: string) => sql`
  update contact set consented_on = '2019-03-01' where response_id in (
    select r.id from response r join edition e on e.id = r.edition_id where slug = ${slug})`;

describe("an administrator", () => {
  test("sees what is past its time by the notice's sentence, and deletes it by a press that names the number", async () => {
    const slug = await editions.open("2039-retention");
    await send(slug);
    await grow(slug);
    const page = await openPage({ viewport: { width: 360, height: 800 } });
    await signIn(page);
    await page.goto("/admin/editions");
    await page.getByText("已过保存期限的内容").waitFor();
    await page.getByRole("main").getByRole("link", { name: "到期删除" }).click();
    await page.waitForURL(/\/admin\/retention\?edition=/);
    const row = page.getByRole("row", { name: `${slug}年度` });
    await row.waitFor();
    expect(await row.locator("td").allInnerTexts()).toEqual(["1", "0"]);
    await row.getByRole("link").click();
    await page.waitForURL(`/admin/retention?edition=${slug}`);
    const promise = await page.getByText("联系方式：").innerText();
    expect(await page.locator("main").innerText()).toContain("最早的于2019年3月1日同意使用");
    expect(await violationsOn(page)).toEqual([]);
    await send(slug);
    await grow(slug);
    await page.getByRole("button", { name: "删除 1 份联系方式" }).click();
    await page.getByText("到期的内容已经变化，没有删除").waitFor();
    await page.getByRole("button", { name: "删除 2 份联系方式" }).click();
    await page.getByText("没有到期的联系方式").waitFor();
    const [left] = await sql`select count(*)::int from contact c join response r on r.id = c.response_id
      join edition e on e.id = r.edition_id where slug = ${slug}`;
    expect(left).toEqual({ count: 0 });
    await page.goto("/admin/audit?act=retention.contacts-deleted");
    expect((await page.locator("tbody tr").allInnerTexts())[0]).toMatch(/到期删除联系方式\s+2039-retention\s+份数 2/);
    await page.goto(`/${slug}/privacy`);
    expect(await page.locator("main").innerText()).toContain(promise);
  });
});
