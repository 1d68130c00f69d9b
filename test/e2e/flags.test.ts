import { Buffer } from "node:buffer";
import { randomUUID } from "node:crypto";
import Papa from "papaparse";
import type { Page } from "playwright-core";
import readWorkbook from "read-excel-file/node";
import { beforeAll, describe, expect, test } from "vitest";
import { addArrivals } from "@/test/support/arrived";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { inviteBy, useInvitedStaff } from "@/test/support/invited-staff";
import { useEditions } from "@/test/support/open-editions";
import { send, tick, untilHydrated, untilKept } from "@/test/support/reader";
import { request, urlOf } from "@/test/support/server";
import { signIn } from "@/test/support/sign-in";

const SLUG = "2101-flags";
const SENTENCE = "建议公司在下一年度报告中增加供应链碳排放的三年可比数据𠮷。";
const ITEMS = ["impact", "responsiveness", "disclosure_quality", "readability", "overall"];
const openPage = useBrowser();
const editions = useEditions();
const { administrator, acceptAt } = useInvitedStaff(openPage);

async function post(fields: Record<string, string | number>): Promise<void> {
  const headers = { "content-type": "application/json", "x-forwarded-for": "198.51.100.101" };
  const body = JSON.stringify({ idempotency_key: randomUUID(), ...fields });
  expect((await request(`/${SLUG}/responses`, { method: "POST", headers, body })).status).toBe(201);
}

/** Rates every item as fast as a program can, on a page that a reader has open. */
async function rateAll(page: Page): Promise<void> {
  for (const item of ITEMS) await tick(page, item, 5);
}

beforeAll(async () => {
  await editions.open(SLUG);
  await post({ overall: 2, impact: 2, advice: SENTENCE, stakeholder_group: "supplier", channel: "pdf" });
  await post({ overall: 4, missing_information: ` ${SENTENCE}`, channel: "wechat" });
  await post({ overall: 3, advice: "请增加员工培训的数据", channel: "wechat" });
  const hasty = await openPage();
  await hasty.goto(urlOf(`/${SLUG}`));
  await untilHydrated(hasty);
  await rateAll(hasty);
  await send(hasty);
  await hasty.waitForURL(/receipt/);
});

const analyst = async (width = 1366, height = 768) => {
  const page = await openPage({ viewport: { width, height } });
  await signIn(page);
  return page;
};
const rowsOf = (page: Page) => page.locator("tbody tr").allInnerTexts();
const choose = async (page: Page, flag: string) => {
  await page.getByLabel("标记").selectOption(flag);
  await page.getByRole("button", { name: "查看", exact: true }).click();
  await page.waitForURL(/flag=/);
};

test("an analyst finds answers by flag, in words, and reads on the answer what a flag means and that it changes nothing", async () => {
  const page = await analyst();
  await page.goto(`/admin/responses?edition=${SLUG}`);
  expect(await rowsOf(page)).toHaveLength(4);
  await choose(page, "文字与他人相同");
  const repeated = await rowsOf(page);
  expect(repeated).toHaveLength(2);
  for (const row of repeated) expect(row).toMatch(/有效\s+标记：文字与他人相同/);
  expect(await page.getByRole("link", { name: "有效 2" }).count()).toBe(1);
  await choose(page, "有任一标记");
  expect(await rowsOf(page)).toHaveLength(3);
  expect(await violationsOn(page)).toEqual([]);
  await choose(page, "各题同分");
  await page.locator("tbody a").click();
  await page.getByRole("heading", { name: "标记" }).waitFor();
  const text = await page.locator("main").innerText();
  expect(text).toMatch(/阅读用时\s+\d 秒/);
  expect(text).toMatch(/阅读过快\s+用时短于/);
  expect(text).toContain("不改变状态");
  expect(text).toMatch(/有效/);
  expect(await violationsOn(page)).toEqual([]);
});

test("an answer from a draft is not timed, and has no flag", async () => {
  const again = await openPage();
  await again.goto(urlOf(`/${SLUG}`));
  await untilHydrated(again);
  await rateAll(again);
  await again.locator("#advice").fill("草稿里的话");
  await untilKept(again, "草稿里的话");
  await again.goto(urlOf(`/${SLUG}`));
  await untilHydrated(again);
  await send(again);
  await again.waitForURL(/receipt/);
  const page = await analyst(360, 800);
  await page.goto(`/admin/responses?edition=${SLUG}&search=${encodeURIComponent("草稿里的话")}`);
  expect((await rowsOf(page)).join()).not.toContain("标记");
  await page.locator("tbody a").click();
  await page.getByRole("heading", { name: "作答" }).waitFor();
  expect(await page.locator("main").innerText()).not.toMatch(/阅读用时|标记/);
});

test("the export has seconds and flags of each answer, and the codebook says what they are", async () => {
  const page = await analyst();
  const csv = await page.evaluate(async (slug) => (await fetch(`/admin/exports/${slug}/responses.csv`)).text(), SLUG);
  const { data } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ""), {
    header: true,
    delimiter: ",",
    transformHeader: (header) => header.split(" | ")[0] ?? header,
    skipEmptyLines: true,
  });
  const kept = data.map((row) => row["response.flags"]).toSorted();
  expect(kept).toEqual(["", "", "repeated-text", "repeated-text", "too-fast;straight-line"]);
  expect(data.filter((row) => row["response.reading_seconds"] !== "")).toHaveLength(1);
});

describe("the results", () => {
  beforeAll(() => addArrivals(SLUG, { seed: 5, until: 40 }));

  test("count flags for an analyst, lead to the answers, and stand without them beside the others, in the file too", async () => {
    const page = await analyst();
    await page.goto(`/admin/results?edition=${SLUG}`);
    const text = await page.locator("main").innerText();
    expect(text).toContain("计入结果的答卷中有标记的 3 份");
    expect(text).toMatch(/2025年6月18日，员工 \d+ 份/);
    expect(await page.getByRole("columnheader", { name: "除去有标记的" }).count()).toBe(1);
    expect(await violationsOn(page)).toEqual([]);
    const file = await page.context().request.get(`/admin/exports/${SLUG}/results.xlsx`);
    const sheets = await readWorkbook(Buffer.from(await file.body()));
    const notes = sheets.find(({ sheet }) => sheet === "口径")?.data;
    expect(notes).toContainEqual(["计入结果、有标记", 3]);
    expect(sheets.find(({ sheet }) => sheet === "数据质量")?.data.flat()).toContain("除去有标记的");
    await page.getByRole("link", { name: "文字与他人相同 2 份" }).click();
    await page.waitForURL(/flag=repeated-text/);
    expect(await rowsOf(page)).toHaveLength(2);
  });

  test("tell a viewer nothing of flags", async () => {
    const page = await acceptAt(await inviteBy(await administrator(), "wu-flags@people.example.cn", "查看者"), "吴限");
    await page.goto(`/admin/results?edition=${SLUG}`);
    expect(await page.locator("main").innerText()).not.toMatch(/标记|同一天/);
    const file = await page.context().request.get(`/admin/exports/${SLUG}/results.xlsx`);
    expect(JSON.stringify(await readWorkbook(Buffer.from(await file.body())))).not.toMatch(/标记|数据质量/);
  });
});
