import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { addArrivals } from "@/test/support/arrived";
import { useEditions } from "@/test/support/open-editions";
import { signIn } from "@/test/support/sign-in";

const openPage = useBrowser();
const editions = useEditions();

/** Answers this year and last, by the part of the slug after the year. */
const ROUNDS = [
  { part: "-none", now: 0, before: 7 },
  { part: "-one", now: 1, before: 0 },
  { part: "-four", now: 4, before: 4 },
  { part: "-seven", now: 7, before: 6 },
  { part: "-twelve", now: 12, before: 8 },
  { part: "-thirty", now: 30, before: 14 },
  { part: "-sixty", now: 60, before: 40 },
  { part: "-many", now: 500, before: 300 },
] as const;
type Part = (typeof ROUNDS)[number]["part"];

const read = async (part: Part, options: Parameters<typeof openPage>[0] = {}, locale = "zh-CN") => {
  const page = await openPage(options);
  await signIn(page);
  if (locale === "en") {
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "Results", level: 1 }).waitFor();
  }
  await page.goto(`/admin/results?edition=2081${part}`);
  return page;
};
const isTooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth > 0);
const textOf = (page: Page) => page.locator("main").innerText();

beforeAll(async () => {
  for (const { part, now, before } of ROUNDS) {
    for (const [slug, count] of [
      [`2080${part}`, before],
      [`2081${part}`, now],
    ] as const) {
      await editions.open(slug);
      await addArrivals(slug, { seed: count + 3, until: count });
    }
  }
});

describe("the results", () => {
  test("of nobody say so, and show no figure", async () => {
    const page = await read("-none");
    expect(await textOf(page)).toContain("还没有收到意见");
    expect(await page.getByRole("table").count()).toBe(0);
    expect(await page.locator("main svg[role=img]").count()).toBe(0);
  });

  test.each(["-one", "-four", "-seven"] as const)(
    "below ten are dots and counts, without a rate (%s)",
    async (part) => {
      const page = await read(part);
      expect(await textOf(page)).not.toMatch(/\d%|均值|好评率 \d/);
      expect(await page.getByRole("region", { name: /一个圆点是一份答卷/ }).count()).toBe(1);
      expect(await page.getByRole("heading", { name: "方法" }).count()).toBe(0);
      // Counts of so few by group would be what "参与情况" has just said that it does not list.
      expect(await page.getByRole("heading", { name: "参与情况" }).count()).toBe(1);
      expect(await page.getByRole("heading", { name: "受访者构成" }).count()).toBe(0);
    },
  );

  test("of seven beside last year's six are two lines of dots", async () => {
    const page = await read("-seven");
    const table = page.getByRole("region", { name: "上行实心为 2081 年，下行空心为 2080 年" });
    expect(await table.count()).toBe(1);
    expect(await table.locator("circle[r='4.5']").count()).toBeGreaterThan(0);
  });

  test("of twelve are whole percentages marked as a small sample, last year's eight as counts, no test", async () => {
    const page = await read("-twelve");
    const text = await textOf(page);
    expect(text).toContain("样本较小，仅供参考");
    expect(text).toMatch(/\d+%/);
    expect(text).not.toMatch(/\d\.\d%|均值/);
    expect(text).toMatch(/上年 \d\/\d。/);
    expect(await page.locator("main svg[role=img]").first().getAttribute("aria-label")).toMatch(/^2081年：很好 \d+ 份/);
    expect(await page.getByText("Mann–Whitney").count()).toBe(0);
  });

  test("of sixty beside forty are compared by the rule's words, and tests stand in the method alone", async () => {
    const page = await read("-sixty");
    expect(await textOf(page)).toMatch(/个百分点，(高于上年|低于上年|基本持平|尚难判断)/);
    expect(await page.getByText("p（Holm）").isVisible()).toBe(false);
    await page.getByText("查看计算方法与检验").click();
    expect(await page.getByText("p（Holm）").isVisible()).toBe(true);
    expect(await textOf(page)).not.toMatch(/±|显著/);
  });

  test("of five hundred are whole percentages that a sentence, a mean and the method go with", async () => {
    const text = await textOf(await read("-many"));
    expect(text).toMatch(/有效 500 份[^]*均值 \d\.\d/);
    expect(text).not.toMatch(/样本较小|±|显著/);
  });

  test("in English say the same of few and of many, without a word of Chinese, on paper too", async () => {
    const page = await read("-seven", {}, "en");
    const small = await textOf(page);
    expect(small).toContain("7 valid responses this year: a small sample");
    expect(small).not.toMatch(/\d%/);
    await page.goto("/admin/results?edition=2081-many");
    const many = await textOf(page);
    expect(many).toMatch(/\d+%/);
    expect(many).not.toMatch(/\p{Script=Han}|±/u);
    await expectPrinted(page, true);
  });

  test.each(["-seven", "-sixty", "-many"] as const)("without a script are the same figures (%s)", async (part) => {
    const [plain, whole] = [await read(part, { javaScriptEnabled: false }), await read(part)];
    const figures = async (page: Page) => (await textOf(page)).replaceAll(/数据截至.*/g, "");
    expect(await figures(plain)).toBe(await figures(whole));
  });
});

const SCREENS = [
  { width: 1366, height: 768 },
  { width: 360, height: 800 },
];
/** The width of A4 between its margins. */
const PAPER = { width: 672, height: 990 };

/** On paper: a draft with nothing to press, no interval, no test, and no table that is cut. */
async function expectPrinted(page: Page, isDraft: boolean) {
  await page.setViewportSize(PAPER);
  await page.emulateMedia({ media: "print" });
  const visible = (text: RegExp) => page.getByText(text).filter({ visible: true }).count();
  expect((await visible(/^草稿：本轮次尚未冻结|^Draft: this round/)) > 0).toBe(isDraft);
  expect(await visible(/^细线仅反映|^The thin line|^p（Holm）$|^p \(Holm\)$/)).toBe(0);
  for (const role of ["navigation", "button"] as const)
    expect(await page.getByRole(role).filter({ visible: true }).count()).toBe(0);
  expect(await isTooWide(page)).toBe(false);
  const cut = await page
    .getByRole("region")
    .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.ariaLabel));
  expect(cut).toEqual([]);
}

describe.each(ROUNDS)("the results of $now beside $before", ({ part, now }) => {
  test("break no rule and don't scroll sideways, wide and narrow, light and dark; and are printed whole", async () => {
    const page = await read(part);
    for (const viewport of SCREENS) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        expect(await violationsOn(page)).toEqual([]);
        expect(await isTooWide(page)).toBe(false);
      }
    }
    await expectPrinted(page, now > 0);
  });
});
