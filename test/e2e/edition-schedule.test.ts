import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { useBrowser } from "@/test/support/browser";
import { act } from "@/test/support/officers-acts";
import { useEditions } from "@/test/support/open-editions";
import { useOwnSql } from "@/test/support/own-sql";
import { request } from "@/test/support/server";
import { signIn } from "@/test/support/sign-in";

const SLUG = "2090";
const WHILE_IT_CHANGES = { timeout: 60_000, interval: 500 };
const openPage = useBrowser();
const editions = useEditions();
const sql = useOwnSql();

beforeAll(async () => {
  await editions.open(SLUG);
  await sql`update edition set state = 'draft' where slug = ${SLUG}`;
});

const plan = async (page: Page, opens: string, closes: string) => {
  await page.goto(`/admin/editions/${SLUG}/settings`);
  await page.getByLabel("开始时间").fill(opens);
  await page.getByLabel("截止时间").fill(closes);
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByText("已保存。").waitFor();
};
const answered = async () => {
  const body = JSON.stringify({ idempotency_key: crypto.randomUUID(), overall: 4 });
  const headers = { "content-type": "application/json" };
  return (await request(`/${SLUG}/responses`, { method: "POST", body, headers })).status;
};
const headingOf = async (reader: Page) => {
  await reader.goto(`/${SLUG}`);
  return reader.locator("h1").innerText();
};
const chipOf = async (page: Page) => {
  await page.goto(`/admin/editions/${SLUG}`);
  return page.locator("main header li").first().innerText();
};

test(
  "a round that is planned opens and closes itself, by the clocks of the zone that is named",
  { timeout: 180_000 },
  async () => {
    const [page, reader] = [await openPage(), await openPage()];
    await signIn(page);
    await plan(page, "2090-04-28T09:00", "2090-12-31T18:00");
    await page.getByText("2090年4月28日 09:00起").waitFor();
    expect(await page.locator("main").innerText()).toContain("Asia/Shanghai（北京时间）");

    await page.goto(`/admin/editions/${SLUG}/state?act=schedule`);
    expect(await page.locator("main").innerText()).toContain("到2090年4月28日 09:00（北京时间）自动开始接收意见。");
    await act(page, SLUG, "按计划开放", "已按计划开放，到时自动开始。");
    expect([await chipOf(page), await headingOf(reader), await answered()]).toEqual(["未开始", "征集尚未开始", 409]);
    await act(page, SLUG, "撤回开放安排", "已撤回开放安排，回到筹备。");
    expect(await chipOf(page)).toBe("筹备");

    await act(page, SLUG, "按计划开放", "已按计划开放，到时自动开始。");
    // The settings take whole minutes; a test does not wait for one. Nothing but the clock opens and closes it, and how long
    // an answer takes meanwhile is nobody's promise.
    await sql`update edition set opens_at = now() + interval '5 seconds' where slug = ${SLUG}`;
    await expect.poll(answered, WHILE_IT_CHANGES).toBe(201);
    expect([await chipOf(page), (await reader.goto(`/${SLUG}`))?.status()]).toEqual(["征集中", 200]);
    await reader.locator("#overall").waitFor();
    await sql`update edition set closes_at = now() + interval '5 seconds' where slug = ${SLUG}`;
    await expect.poll(answered, WHILE_IT_CHANGES).toBe(409);
    expect([await chipOf(page), await headingOf(reader)]).toEqual(["已截止", "本轮征集已截止"]);
  },
);
