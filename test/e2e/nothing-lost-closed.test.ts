import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { useEditions } from "@/test/support/open-editions";
import { storedIn, switchTo, tick, untilHydrated, untilKept } from "@/test/support/reader";
import { request } from "@/test/support/server";

const openPage = useBrowser();
const { open, close } = useEditions();
const TEXT = "第一行\n“引号” <b>&amp; 𠮷😀";
const advice = (page: Page) => page.locator("#advice");
const given = (page: Page) => page.locator("main").getByText("“引号” <b>&amp; 𠮷😀");

describe("a draft of a round that has closed meanwhile", () => {
  const openWithDraft = async (slug: string) => {
    const page = await openPage({ viewport: { width: 360, height: 800 } });
    await page.goto(`/${await open(slug)}`);
    await untilHydrated(page);
    await advice(page).fill(TEXT);
    await untilKept(page, "引号");
    await close(slug);
    return page;
  };

  test("is shown to be copied, in either language, and deleted when the reader says so", async () => {
    const page = await openWithDraft("2019-draft");
    await page.goto("/en/2019-draft");
    await page.getByRole("heading", { name: "Draft on this device" }).waitFor();
    await page.goto("/2019-draft");
    await page.getByRole("heading", { name: "本机草稿" }).waitFor();
    expect(await given(page).innerText()).toBe(TEXT);
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole("button", { name: "清除草稿" }).click();
    expect(await given(page).count()).toBe(0);
    expect(await storedIn(page, "localStorage")).toBe("{}");
    await page.getByRole("button", { name: "撤销" }).click();
    expect(await given(page).count()).toBe(1);
    expect(await storedIn(page, "localStorage")).toContain("引号");
  });

  test("is not said twice beside what the language switch brought along, nor lost when it is pressed again", async () => {
    const page = await openWithDraft("2019-switch");
    for (const [language, heading] of [
      ["English", "This round has closed"],
      ["中文", "本轮征集已截止"],
      ["English", "This round has closed"],
    ] as const) {
      await switchTo(page, language);
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
      await page.getByRole("button", { name: /清除草稿|Clear draft/ }).waitFor();
      expect(await given(page).count()).toBe(1);
    }
    expect(await violationsOn(page)).toEqual([]);
  });

  test("is not shown on a device that several people use", async () => {
    const page = await openWithDraft("2019-shared");
    await page.goto("/2019-shared?shared=1", { waitUntil: "networkidle" });
    expect(await given(page).count()).toBe(0);
  });
});

test("a draft that is too old is deleted by any reader's page", async () => {
  const page = await openPage();
  await page.goto("/2024/privacy");
  const draft = (days: number) =>
    JSON.stringify({
      savedAt: Date.now() - days * 86_400_000,
      idempotencyKey: crypto.randomUUID(),
      answers: [["a", "b"]],
    });
  for (const [name, value] of [
    ["report-feedback:draft:2018", draft(8)],
    ["report-feedback:draft:2017", draft(6)],
    ["report-feedback:draft:2016", "{"],
    ["other", "{"],
  ]) {
    await page.evaluate(([key = "", text = ""]) => localStorage.setItem(key, text), [name, value]);
  }
  const names = () => page.evaluate(() => Object.keys(localStorage).toSorted());
  await page.reload();
  await expect.poll(names).toEqual(["other", "report-feedback:draft:2017"]);
});

describe.each([true, false])("a correction (JavaScript %s)", (javaScriptEnabled) => {
  const kind = javaScriptEnabled ? "script" : "plain";
  const openCorrection = async (slug: string) => {
    const sent = await request(`/${await open(slug)}/responses`, {
      method: "POST",
      body: new URLSearchParams({ idempotency_key: crypto.randomUUID(), advice: "第一稿" }),
    });
    const receipt = sent.headers.get("location") ?? "";
    const page = await openPage({ javaScriptEnabled });
    await page.goto(`${receipt}/correct`);
    if (javaScriptEnabled) await untilHydrated(page);
    await advice(page).fill(TEXT);
    await tick(page, "impact", 2);
    return { page, receipt };
  };
  const save = (page: Page) => page.getByRole("button", { name: "保存修改" }).click();

  test("that meets a closed round is given back", async () => {
    const slug = `2019-${kind}save`;
    const { page } = await openCorrection(slug);
    await close(slug);
    await save(page);
    await page.getByText("本轮征集已于").first().waitFor();
    if (javaScriptEnabled) return expect(await advice(page).inputValue()).toBe(TEXT);
    expect(await given(page).innerText()).toBe(TEXT);
    expect(await page.title()).toBe("《金辰股份2024年可持续发展报告》意见反馈表");
  });

  test("that meets a closed round is given back in another language, as often as it is switched", async () => {
    const slug = `2019-${kind}switch`;
    const { page } = await openCorrection(slug);
    await close(slug);
    await switchTo(page, "English");
    await page.getByRole("heading", { level: 1, name: "This round has closed" }).waitFor();
    expect(await given(page).innerText()).toBe(TEXT);
    await switchTo(page, "中文");
    await page.getByRole("heading", { level: 1, name: "本轮征集已截止" }).waitFor();
    expect(await given(page).innerText()).toBe(TEXT);
  });

  test.runIf(!javaScriptEnabled)("is given back by a press on 清除本题 after closing", async () => {
    const slug = `2019-${kind}clear`;
    const { page } = await openCorrection(slug);
    await close(slug);
    await page.locator("button[name=clear][value=impact]").click();
    await page.getByRole("heading", { level: 1, name: "本轮征集已截止" }).waitFor();
    expect(await given(page).innerText()).toBe(TEXT);
  });

  test("of what was withdrawn meanwhile is given back, to be sent anew", async () => {
    const { page, receipt } = await openCorrection(`2019-${kind}gone`);
    await request(`${receipt}/withdrawal`, { method: "POST", body: new URLSearchParams() });
    await save(page);
    await page.getByRole("alert").filter({ hasText: "已经撤回" }).waitFor();
    expect((await advice(page).inputValue()).replaceAll("\r", "")).toBe(TEXT);
    if (javaScriptEnabled) return;
    await page.getByRole("button", { name: "提交意见" }).click();
    await page.waitForURL(/receipt/);
    expect(await given(page).count()).toBe(1);
  });
});
