import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { ratingItemsOf } from "@/lib/survey/instrument";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { useBrowser } from "@/test/support/browser";
import { type Host, startHost } from "@/test/support/host";
import { act, enter, figuresOf, fillIn, importAlike, postForm, qrLinkOf } from "@/test/support/officers-acts";
import { FIRST_STAFF, type RunningApp } from "@/test/support/server";
import { type OwnDatabase, createDatabase } from "@/test/support/test-server";

const openPage = useBrowser();
let own: OwnDatabase;
let app: Host<RunningApp>;

/** A year begins with nothing: no table, no account. */
beforeAll(async () => {
  own = await createDatabase(inject("testServer"), "empty");
  app = await startHost<RunningApp>("test/support/app-host.ts", {
    DATABASE_URL: own.url,
    PUBLIC_URL: "",
    STAFF_EMAIL: "",
    STAFF_PASSWORD: "",
    NODE_ENV: "production",
  });
}, 300_000);
afterAll(async () => {
  await app?.stop();
  await own?.drop();
});

const wordingOf = (item: string) =>
  ratingItemsOf(JINCHEN_2024.instrument).find(({ key }) => key === item)?.text["zh-CN"] ?? "";
const IMPACT = wordingOf("impact");
const OVERALL = wordingOf("overall");
const REWORDED = "总体而言，您对《金辰股份2025年可持续发展报告》满意吗？";

/** Makes the first account by the link that the first start prints. */
const setUp = async (page: Page) => {
  const [link = ""] = /http\S+\/admin\/set-up\?token=\S+/.exec(await readFile(app.value.logFile, "utf8")) ?? [];
  await page.goto(link);
  await page.getByLabel("姓名").fill("王芳");
  await page.getByLabel("邮箱").fill(FIRST_STAFF.email);
  await page.getByLabel("密码").fill(FIRST_STAFF.password);
  await page.getByRole("button", { name: "建立账户" }).click();
  await page.waitForURL(/\/admin\/results/);
};
/** Readers who scan a code: two fill the form in, in a browser, the others' browsers have no script. */
const answerBy = async (link: string, scores: readonly number[]) => {
  for (const [place, score] of scores.entries()) {
    const answers = { impact: score, overall: score };
    if (place < 2) await fillIn(await openPage(), link, answers);
    else expect(await postForm(link, answers)).toBe(303);
  }
};

test(
  "an officer takes 2024 from its first answer to its seal, and opens 2025 made from it",
  { timeout: 300_000 },
  async () => {
    const page = await openPage({ baseURL: app.value.baseUrl });
    await setUp(page);
    const link = await qrLinkOf(page, "2024", "pdf");
    expect(link).toBe(`${app.value.baseUrl}/2024?c=pdf`);

    // The first start opens what it publishes; the officer closes it, and opens it when the report is out.
    await act(page, "2024", "截止征集", "已截止征集。");
    expect(await postForm(link, { overall: 5 })).toBe(409);
    await act(page, "2024", "重新开放", "已重新开放。");

    await answerBy(link, [5, 2, 5, 5, 5, 5, 5, 5, 5, 5, 2, 2]);
    expect(await figuresOf(page, "2024", IMPACT)).toContain("9/12");

    await page.goto("/admin/entry?edition=2024");
    await page.locator("#received_on").fill("2026-06-18");
    for (const ratings of ["10001", "30003", "50005"]) await enter(page, ratings);
    expect(await figuresOf(page, "2024", IMPACT)).toContain("10/15");

    const alike = { received_on: "2026-06-18", channel: "电子邮件", impact: "较好", overall: "较好" };
    await importAlike(page, "2024", 20, alike);

    await act(page, "2024", "截止征集", "已截止征集。");
    await act(page, "2024", "冻结", "已冻结。");
    expect(await postForm(link, { overall: 1 })).toBe(409);

    await page.goto("/admin/editions/2024");
    await page.getByRole("link", { name: "建立2025年度轮次" }).click();
    await page.getByRole("button", { name: "建立2025年度轮次" }).click();
    await page.waitForURL("**/admin/editions/2025/checklist");
    await page.goto("/admin/editions/2025/instrument");
    await page.locator('[id="item.overall.zh-CN"]').fill(REWORDED);
    await page.getByRole("button", { name: "保存草稿", exact: true }).click();
    await page.waitForURL(/saved=1/);
    expect(await page.locator("#item-overall").innerText()).toContain("结果不再与上年比较");
    expect(await page.locator("#item-impact").innerText()).toContain("结果可与上年比较");
    await page.goto("/admin/editions/2025/instrument/publish");
    await page.getByRole("button", { name: /^发布第 \d+ 版$/ }).click();
    await page.getByText(/版已发布/).waitFor();

    const reserved = await qrLinkOf(page, "2025", "pdf");
    expect(await postForm(reserved, { overall: 4 })).toBe(409);
    await act(page, "2025", "现在开放", "已开放征集。");
    await answerBy(reserved, [4, 2, 4, 4, 4, 4, 4, 5, 5, 2, 2, 2]);

    for (const item of [IMPACT, OVERALL]) expect(await figuresOf(page, "2024", item)).toBe("86%30/35");
    expect(await figuresOf(page, "2025", IMPACT)).toBe("67%8/12 86% 30/35（2024） −19 个百分点，尚难判断 *");
    expect(await figuresOf(page, "2025", REWORDED)).toBe("67%8/12 题面改动，不与上年比较");
  },
);
