import type { Dialog, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { useBrowser } from "@/test/support/browser";
import { useEditions } from "@/test/support/open-editions";
import { signIn } from "@/test/support/sign-in";

const SLUG = "2091";
const OTHER = "2092";
const NOTICE = `/admin/editions/${SLUG}/notice`;
const openPage = useBrowser();
const editions = useEditions();
beforeAll(async () => {
  await editions.open(SLUG);
  await editions.open(OTHER);
});

/** A page of the desk; every question that it asks is noted, and answered by `answer`. */
const opened = async (path: string, answer: (dialog: Dialog) => Promise<void>) => {
  const page = await openPage();
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void answer(dialog);
  });
  await signIn(page);
  await page.goto(path);
  await page.locator("main form input:not([type=hidden])").first().waitFor();
  return { page, asked };
};
const stay = (dialog: Dialog) => dialog.dismiss();
const leave = (dialog: Dialog) => dialog.accept();
// A key, since a browser asks nobody who has not touched the page.
const typeName = async (page: Page) => {
  await page.getByLabel("网站").click();
  await page.keyboard.type("x");
};

describe("what was typed and not sent", () => {
  test("is not lost to a link of the desk or the other language, unless its author says so", async () => {
    const { page, asked } = await opened(NOTICE, stay);
    await typeName(page);
    const typed = await page.getByLabel("网站").inputValue();
    await page.getByRole("navigation").getByRole("link", { name: "渠道" }).first().click();
    await expect.poll(() => asked).toEqual(["beforeunload"]);
    await page.getByRole("button", { name: "English" }).first().click();
    await expect.poll(() => asked).toEqual(["beforeunload", "confirm"]);
    expect([page.url(), await page.getByLabel("网站").inputValue()]).toEqual([
      expect.stringMatching(new RegExp(`${NOTICE}$`)),
      typed,
    ]);
  });

  test("is left behind once that is agreed, and nobody asks again", async () => {
    const { page, asked } = await opened(NOTICE, leave);
    await typeName(page);
    await page.getByRole("navigation").getByRole("link", { name: "渠道" }).first().click();
    await page.waitForURL(/\/admin\/channels/);
    expect(asked).toEqual(["beforeunload"]);
  });

  test.each([
    ["/admin/entry", "#received_on", "2026-06-17"],
    ["/admin/channels", "#code", "a-code"],
  ])(
    "is not lost to another round of %s, and none of it is in the other once that is agreed",
    async (path, at, typed) => {
      let answer = stay;
      const { page, asked } = await opened(`${path}?edition=${SLUG}`, (dialog) => answer(dialog));
      const before = await page.locator(at).inputValue();
      await page.locator(at).fill(typed);
      const show = async () => {
        await page.getByLabel("轮次", { exact: true }).selectOption(OTHER);
        await page.getByRole("button", { name: "查看" }).click();
      };
      await show();
      await expect.poll(() => asked).toEqual(["confirm"]);
      expect([page.url(), await page.locator(at).inputValue()]).toEqual([expect.stringContaining(SLUG), typed]);
      answer = leave;
      await show();
      await page.waitForURL(new RegExp(`edition=${OTHER}`));
      await expect.poll(() => page.locator(at).inputValue()).toBe(before);
      expect(asked).toEqual(["confirm", "confirm"]);
    },
  );

  test("is asked about by the browser when the page itself goes away", async () => {
    const { page, asked } = await opened(`/admin/entry?edition=${SLUG}`, leave);
    await page.locator("#impact input").first().focus();
    await page.keyboard.press("1");
    await page.reload();
    expect(asked).toEqual(["beforeunload"]);
  });

  test("is still asked about after it came back with an error", async () => {
    const { page, asked } = await opened(`/admin/channels?edition=${SLUG}`, stay);
    await page.getByLabel("代码").click();
    await page.keyboard.type("a b");
    await page.getByRole("button", { name: "新增" }).click();
    await page.locator("main form [role=alert]").waitFor();
    await page.getByRole("navigation").getByRole("link", { name: "人员" }).first().click();
    await expect.poll(() => asked).toEqual(["beforeunload"]);
    expect(await page.getByLabel("代码").inputValue()).toBe("a b");
  });
});

describe("nobody is asked", () => {
  test("after what was typed is saved", async () => {
    const { page, asked } = await opened(`/admin/entry?edition=${SLUG}`, stay);
    await page.locator("#received_on").fill("2026-06-18");
    await page.locator("#impact input").first().focus();
    for (const key of ["1", "Control+Enter"]) await page.keyboard.press(key);
    await page.getByText("已保存 1 份").waitFor();
    await page.reload();
    await page.getByRole("navigation").getByRole("link", { name: "渠道" }).first().click();
    await page.waitForURL(/\/admin\/channels/);
    expect(asked).toEqual([]);
  });

  test("about a search that was not made", async () => {
    const { page, asked } = await opened("/admin/audit", stay);
    await page.getByLabel("对象").click();
    await page.keyboard.type("2024");
    await page.getByRole("navigation").getByRole("link", { name: "人员" }).first().click();
    await page.waitForURL(/\/admin\/people/);
    expect(asked).toEqual([]);
  });

  test("about a file that is taken away, which is called what its answer says", async () => {
    const { page, asked } = await opened(`/admin/import?edition=${SLUG}`, stay);
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("a") });
    const names: string[] = [];
    for (const name of ["下载模板（XLSX）", "下载模板（CSV）"]) {
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
      names.push(file.suggestedFilename());
    }
    expect(names).toEqual([`答卷导入模板-${SLUG}.xlsx`, `答卷导入模板-${SLUG}.csv`]);
    expect(asked).toEqual([]);
  });
});
