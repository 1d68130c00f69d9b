import Papa from "papaparse";
import type { Page } from "playwright-core";
import { decodeQR } from "qr/decode.js";
import { expect } from "vitest";
import { press, upload } from "./import-files";
import { pictureOf } from "./png";
import { send, tick } from "./reader";

/** An act on an edition, as an officer takes it: its link, the page that asks, its button. */
export async function act(page: Page, slug: string, name: string, said: string): Promise<void> {
  await page.goto(`/admin/editions/${slug}`);
  await page.getByRole("main").getByRole("link", { name, exact: true }).click();
  await page.waitForURL(/\/state\?act=/);
  await page.getByRole("button", { name, exact: true }).click();
  await page.getByText(said).waitFor();
}

/** The address in the QR code that the page of channels gives away as a PNG, read as a telephone's camera reads it. */
export async function qrLinkOf(page: Page, slug: string, code: string): Promise<string> {
  await page.goto(`/admin/channels?edition=${slug}`);
  const href = await page.locator(`a[href$="/admin/channels/${slug}/${code}/qr.png"]`).getAttribute("href");
  return decodeQR(pictureOf(await (await page.request.get(href ?? "")).body()));
}

/** Answers the form behind a link, in the browser of a page. */
export async function fillIn(page: Page, link: string, scores: Readonly<Record<string, number>>): Promise<void> {
  await page.goto(link);
  for (const [item, score] of Object.entries(scores)) await tick(page, item, score);
  await send(page);
  await page.waitForURL(/receipt/);
}

/** Posts the form behind a link as a browser without script does; returns the status of the reply. */
export async function postForm(link: string, scores: Readonly<Record<string, number>>): Promise<number> {
  const { origin, pathname, searchParams } = new URL(link);
  const body = new URLSearchParams({ idempotency_key: crypto.randomUUID(), channel: searchParams.get("c") ?? "" });
  for (const [item, score] of Object.entries(scores)) body.set(item, String(score));
  const answer = await fetch(`${origin}${pathname}/responses`, { method: "POST", body, redirect: "manual" });
  return answer.status;
}

/** Types one answer with the keys of the entry form: `ratings` by their places, 1 for the best, 0 for none. */
export async function enter(page: Page, ratings: string): Promise<void> {
  await page.locator("#impact input").first().focus();
  for (const key of [...ratings, "Control+Enter"]) await page.keyboard.press(key);
  await page.getByText("已保存 1 份").waitFor();
  await expect.poll(() => page.locator("input[type=radio]:checked").count()).toBe(0);
}

/** Imports answers that are all alike, in the template that the page offers: cells by the key of their column. */
export async function importAlike(
  page: Page,
  slug: string,
  count: number,
  cells: Readonly<Record<string, string>>,
): Promise<void> {
  const template = await (await page.request.get(`/admin/import/${slug}/template.csv`)).text();
  const [titles = []] = Papa.parse<string[]>(template.replace("\uFEFF", "").trim(), { delimiter: "," }).data;
  const line = titles.map((title) => cells[title.split(" | ")[0] ?? ""] ?? "");
  const rows = [titles, ...Array.from({ length: count }, () => line)];
  await upload(page, slug, "answers.csv", Buffer.from(`\uFEFF${Papa.unparse(rows)}`));
  await press(page, "下一步：对应选项");
  await press(page, "下一步：核对");
  await press(page, `导入 ${count} 份`);
  await page.getByText(`新增 ${count} 份。`).waitFor();
}

/** The figures that stand beside an item's bars on the results page: this year's, last year's, the change. */
export async function figuresOf(page: Page, slug: string, wording: string): Promise<string> {
  await page.goto(`/admin/results?edition=${slug}`);
  const row = page.locator("[aria-labelledby=ratings] li").filter({ has: page.locator("p", { hasText: wording }) });
  return (await row.locator(":scope > div").last().innerText()).replace(/\s+/g, " ").trim();
}
