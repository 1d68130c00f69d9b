import Papa from "papaparse";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { useBrowser } from "@/test/support/browser";
import { type Host, startHost } from "@/test/support/host";
import { press, upload } from "@/test/support/import-files";
import { FIRST_STAFF, type RunningApp } from "@/test/support/server";
import { signIn } from "@/test/support/sign-in";
import { type OwnDatabase, createDatabase } from "@/test/support/test-server";

const openPage = useBrowser();
let own: OwnDatabase;
let app: Host<RunningApp>;

/** A year needs an installation of its own, as it is after its first start. */
beforeAll(async () => {
  own = await createDatabase(inject("testServer"), "template");
  app = await startHost<RunningApp>("test/support/app-host.ts", {
    DATABASE_URL: own.url,
    PUBLIC_URL: "",
    STAFF_EMAIL: FIRST_STAFF.email,
    STAFF_PASSWORD: FIRST_STAFF.password,
    NODE_ENV: "production",
  });
}, 300_000);
afterAll(async () => {
  await app?.stop();
  await own?.drop();
});

const REWORDED = "总体而言，您对《金辰股份2025年可持续发展报告》满意吗？";

const answerByLink = async (link: string, overall: number) => {
  const { pathname, searchParams } = new URL(link);
  const body = {
    idempotency_key: crypto.randomUUID(),
    overall,
    channel: searchParams.get("c"),
    advice: `意见${overall}`,
  };
  const headers = { "content-type": "application/json" };
  const address = `${app.value.baseUrl}${pathname}/responses`;
  return (await fetch(address, { method: "POST", headers, body: JSON.stringify(body) })).status;
};
/** An act on an edition: its link, the page that asks, its button. */
const act = async (page: Page, slug: string, name: string, said: string) => {
  await page.goto(`/admin/editions/${slug}`);
  await page.getByRole("main").getByRole("link", { name, exact: true }).click();
  await page.waitForURL(/\/state\?act=/);
  await page.getByRole("button", { name, exact: true }).click();
  await page.getByText(said).waitFor();
};
const linkOf = async (page: Page, slug: string, code: string) => {
  await page.goto(`/admin/channels?edition=${slug}`);
  return (await page.getByRole("link", { name: `/${slug}?c=${code}` }).getAttribute("href")) ?? "";
};
const enter = async (page: Page, keys: string) => {
  await page.locator("#impact input").first().focus();
  for (const key of keys) await page.keyboard.press(key);
  await page.keyboard.press("Control+Enter");
  await page.getByText("已保存 1 份").waitFor();
  await expect.poll(() => page.locator("#overall input:checked").count()).toBe(0);
};
/** Twenty answers by e-mail, in the template that the page offers. */
const importFile = async (page: Page, slug: string) => {
  const template = (await (await page.request.get(`/admin/import/${slug}/template.csv`)).text()).trim();
  const given: Record<string, string> = { received_on: "2026-06-18", channel: "电子邮件", overall: "较好" };
  const line = Papa.parse<string[]>(template.replace("\uFEFF", ""), { delimiter: "," }).data[0]?.map(
    (title) => given[title.split(" | ")[0] ?? ""] ?? "",
  );
  await upload(
    page,
    slug,
    "a.csv",
    Buffer.from([template, ...Array.from({ length: 20 }, () => line?.join(","))].join("\r\n")),
  );
  await press(page, "下一步：对应选项");
  await press(page, "下一步：核对");
  await press(page, "导入 20 份");
  await page.getByText("新增 20 份。").waitFor();
};
/** Every overall rating of the export, in order of score. */
const overallsOf = async (page: Page, slug: string) => {
  const csv = await (await page.request.get(`/admin/exports/${slug}/responses.csv`)).text();
  const transformHeader = (header: string) => header.split(" | ")[0] ?? "";
  const { data } = Papa.parse<Record<string, string>>(csv.replace("\uFEFF", ""), {
    header: true,
    skipEmptyLines: true,
    transformHeader,
  });
  return data.map(({ overall }) => Number(overall)).toSorted((a, b) => a - b);
};
const resultsOf = async (page: Page, slug: string) => {
  await page.goto(`/admin/results?edition=${slug}`);
  return page.locator("main").innerText();
};

test(
  "an officer takes 2024 from its first answer to its seal, and opens 2025 made from it",
  { timeout: 240_000 },
  async () => {
    const page = await openPage({ baseURL: app.value.baseUrl });
    await signIn(page);

    const link = await linkOf(page, "2024", "pdf");
    for (let n = 0; n < 12; n += 1) expect(await answerByLink(link, n < 9 ? 5 : 2)).toBe(201);

    await page.goto("/admin/entry?edition=2024");
    await page.locator("#received_on").fill("2026-06-18");
    for (const keys of ["00001", "00003", "00005"]) await enter(page, keys);
    expect(await overallsOf(page, "2024")).toEqual([1, 2, 2, 2, 3, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5]);

    await importFile(page, "2024");
    const imported = Array.from({ length: 20 }, () => 4);
    expect(await overallsOf(page, "2024")).toEqual([1, 2, 2, 2, 3, ...imported, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5]);

    await act(page, "2024", "截止征集", "已截止征集。");
    await act(page, "2024", "冻结", "已冻结。");
    expect(await answerByLink(link, 1)).toBe(409);

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

    const reserved = await linkOf(page, "2025", "pdf");
    expect(await answerByLink(reserved, 4)).toBe(409);
    await act(page, "2025", "现在开放", "已开放征集。");
    expect(await answerByLink(reserved, 4)).toBe(201);
    expect(await resultsOf(page, "2025")).toContain(REWORDED);
    expect(await resultsOf(page, "2024")).not.toContain(REWORDED);
    expect([(await overallsOf(page, "2024")).length, await overallsOf(page, "2025")]).toEqual([35, [4]]);
  },
);
