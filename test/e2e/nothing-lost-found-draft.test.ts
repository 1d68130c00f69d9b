import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useBrowser } from "@/test/support/browser";
import { send, storedIn, switchTo, tick, untilHydrated, untilKept } from "@/test/support/reader";

const openPage = useBrowser();
const DRAFT = "report-feedback:draft:2024";
const KEY = "0b7a4c9e-1f7e-4a52-8f0e-6f1f6a3a9d10";

const openForm = async (path = "/2024") => {
  const page = await openPage();
  await page.goto(path);
  await untilHydrated(page);
  return page;
};
const writeDraft = (page: Page, draft: object | string) =>
  page.evaluate(([name, text]) => localStorage.setItem(name, text), [
    DRAFT,
    typeof draft === "string" ? draft : JSON.stringify(draft),
  ] as const);
const advice = (page: Page) => page.locator("#advice");

describe("a draft that is found", () => {
  const openWith = async (draft: object | string) => {
    const page = await openForm();
    await writeDraft(page, draft);
    await page.reload();
    await untilHydrated(page);
    return page;
  };
  const DAY_MS = 24 * 60 * 60 * 1000;
  const draftOf = (answers: string[][], age = 0) => ({ savedAt: Date.now() - age, idempotencyKey: KEY, answers });

  test("is used on its sixth day and deleted on its eighth", async () => {
    const young = await openWith(draftOf([["advice", "六天前"]], 6 * DAY_MS));
    await expect.poll(() => advice(young).inputValue()).toBe("六天前");
    const old = await openWith(draftOf([["advice", "八天前"]], 8 * DAY_MS));
    await expect.poll(() => storedIn(old, "localStorage")).toBe("{}");
    expect(await advice(old).inputValue()).toBe("");
  });

  test("fills in the questions that there still are, and leaves the others out", async () => {
    const page = await openWith(
      draftOf([
        ["question_of_last_year", "没有这一题了"],
        ["readability", "4"],
        ["impact", "9"],
        ["advice", "这一题还在"],
        ["instrument", "999"],
      ]),
    );
    await expect.poll(() => advice(page).inputValue()).toBe("这一题还在");
    expect(await page.locator("#readability-4").isChecked()).toBe(true);
    await send(page);
    await page.waitForURL(/receipt/);
    expect(await page.getByText("8 题中答了 2 题").isVisible()).toBe(true);
  });

  test.each(["{", "null", "7", '{"answers":7}', '{"savedAt":1e99,"idempotencyKey":"x","answers":[]}'])(
    "is deleted where nobody can read it: %s",
    async (text) => {
      const page = await openWith(text);
      await expect.poll(() => storedIn(page, "localStorage")).toBe("{}");
      expect(await page.getByText("本机草稿").count()).toBe(0);
    },
  );

  test("gives way to what was typed before the script arrived", async () => {
    const page = await openForm();
    await writeDraft(
      page,
      draftOf([
        ["advice", "草稿里的"],
        ["missing_information", "只在草稿里"],
        ["impact", "1"],
      ]),
    );
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.reload({ waitUntil: "commit" });
    await advice(page).fill("刚刚打的");
    await tick(page, "impact", 3);
    release();
    await untilHydrated(page);
    await expect.poll(() => page.locator("#missing_information").inputValue()).toBe("只在草稿里");
    expect(await advice(page).inputValue()).toBe("刚刚打的");
    expect(await page.locator("#impact-3").isChecked()).toBe(true);
    await untilKept(page, "刚刚打的");
    // React says here when it had to make the page anew, and what was ticked is lost.
    expect(errors).toEqual([]);
  });

  test("is still there after the language was switched before the script arrived", async () => {
    const page = await openForm();
    await writeDraft(
      page,
      draftOf([
        ["advice", "昨天写的"],
        ["missing_information", "也是昨天"],
      ]),
    );
    await page.route(/\.js$/, (route) => route.abort());
    await page.reload();
    await advice(page).fill("今天先打的");
    await page.unroute(/\.js$/);
    await switchTo(page, "English");
    await expect.poll(() => page.locator("#missing_information").inputValue()).toBe("也是昨天");
    expect(await advice(page).inputValue()).toBe("今天先打的");
    await page.waitForURL("/en/2024");
  });
});

describe("on a device that several people use (?shared=1)", () => {
  test("a draft is neither read nor written, and all ways keep it so", async () => {
    const page = await openForm();
    await advice(page).fill("别人的草稿");
    await untilKept(page, "别人的草稿");
    const before = await storedIn(page, "localStorage");
    await page.goto("/2024?shared=1&c=meeting");
    await untilHydrated(page);
    expect(await advice(page).inputValue()).toBe("");
    await advice(page).fill("现场填写");
    await switchTo(page, "English");
    await page.waitForURL("/en/2024/responses?shared=1");
    expect(await advice(page).inputValue()).toBe("现场填写");
    await untilHydrated(page);
    await page.waitForTimeout(600);
    expect(await page.getByText(/draft/i).count()).toBe(0);
    await send(page);
    await page.waitForURL(/receipt/);
    expect(await storedIn(page, "localStorage")).toBe(before);
    expect(await storedIn(page, "sessionStorage")).toBe("{}");
    await page.goBack();
    await untilHydrated(page);
    expect(await page.getByText(/receipt [0-9A-Z]{5}-/i).count()).toBe(0);
  });
});
