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
] as const;
type Part = (typeof ROUNDS)[number]["part"];

const read = async (part: Part, options: Parameters<typeof openPage>[0] = {}) => {
  const page = await openPage(options);
  await signIn(page);
  await page.goto(`/admin/results?edition=2081${part}`);
  return page;
};
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

  test("without a script are the same figures, in the same order", async () => {
    const [plain, whole] = [await read("-sixty", { javaScriptEnabled: false }), await read("-sixty")];
    const figures = async (page: Page) => (await textOf(page)).replaceAll(/数据截至.*/g, "");
    expect(await figures(plain)).toBe(await figures(whole));
  });
});

describe.each([
  { width: 1366, height: 768, colorScheme: "light" as const },
  { width: 360, height: 800, colorScheme: "dark" as const },
])("at $width px in $colorScheme", ({ width, height, colorScheme }) => {
  test.each(ROUNDS.map(({ part }) => part))("results break no rule and don't scroll sideways (%s)", async (part) => {
    const page = await read(part, { viewport: { width, height }, colorScheme });
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});
