import { describe, expect, test } from "vitest";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { signIn } from "@/test/support/sign-in";

const openPage = useBrowser();

describe.each(["light", "dark"] as const)("accessibility in %s", (colorScheme) => {
  const open = async (path: string) => {
    const page = await openPage({ colorScheme });
    await page.goto(path);
    return page;
  };

  test.each(["/2024", "/en/2024", "/2099", "/admin/sign-in", "/admin/set-up?token=unknown"])(
    "%s breaks no rule",
    async (path) => {
      expect(await violationsOn(await open(path))).toEqual([]);
    },
  );

  test.each(["/2024", "/en/2024"])("%s breaks no rule with its messages", async (path) => {
    const page = await open(path);
    await page.locator("#advice").fill("字".repeat(2001));
    await page.locator("form button[type=submit].btn").click();
    await page.locator("#errors").waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });

  test.each(["/2024", "/en/2024"])("the receipt of %s breaks no rule", async (path) => {
    const page = await open(path);
    await page.locator("#overall label").first().click();
    await page.locator("#advice").fill("一句话");
    await page.locator("form button[type=submit].btn").click();
    await page.waitForURL(/receipt/);
    expect(await violationsOn(page)).toEqual([]);
  });

  test("the department's pages break no rule", async () => {
    const page = await openPage({ colorScheme });
    await signIn(page);
    expect(await violationsOn(page)).toEqual([]);
    await page.goto("/admin/verbatims?edition=2024&item=advice");
    expect(await violationsOn(page)).toEqual([]);
  });
});

test("a screen reader hears question, choice and state", async () => {
  const page = await openPage();
  await page.goto("/2024");
  await page.locator("#readability label").nth(1).click();
  const heard = (await page.locator("#readability").ariaSnapshot()).split("\n").map((line) => line.trim());
  expect(heard[0]).toBe('- group "4 请您评价本报告的可读性":');
  const radios = ["很好", "较好", "一般", "较差", "很差"].map((word) => `- radio "${word}"`);
  radios[1] += " [checked]";
  expect(heard.filter((line) => line.startsWith("- radio"))).toEqual(radios);
});
