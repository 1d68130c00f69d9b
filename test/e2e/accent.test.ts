import { expect, test } from "vitest";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { useEditions } from "@/test/support/open-editions";
import { signIn } from "@/test/support/sign-in";

const openPage = useBrowser();
const editions = useEditions();

test("an administrator gives the form the company's colour; a pale one is refused in words, and print stays black", async () => {
  const slug = await editions.open("2049-accent");
  const page = await openPage();
  await signIn(page);
  await page.goto(`/admin/editions/${slug}/notice`);
  const accent = page.locator("[id='company.accent']");
  await accent.fill("#D4AF37");
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByText("这个颜色太浅").first().waitFor();
  expect(await accent.inputValue()).toBe("#D4AF37");
  await accent.fill("#C8102E");
  await page.getByRole("button", { name: "保存" }).click();
  await page.waitForURL(/said=saved/);
  expect(await violationsOn(page)).toEqual([]);

  // A link of the desk exchanges the page's content under the policy of the document that was loaded before.
  await page.goto("/admin/editions");
  await page.locator(`main a[href^="/admin/editions/${slug}"]`).first().click();
  await page.waitForURL(new RegExp(`editions/${slug}`));
  const style = page.locator("style").last();
  await expect.poll(() => style.evaluate((it: HTMLStyleElement) => it.sheet?.cssRules.length)).toBe(2);

  for (const [colorScheme, colour] of [
    ["light", "rgb(200, 16, 46)"],
    ["dark", /^rgb\(2\d\d, 1\d\d, 1\d\d\)$/],
  ] as const) {
    for (const [width, height] of [
      [1366, 768],
      [360, 800],
    ] as const) {
      const reader = await openPage({ colorScheme, viewport: { width, height } });
      await reader.goto(`/${slug}`);
      expect(await reader.locator("svg.five").evaluate((five) => getComputedStyle(five).fill)).toMatch(colour);
      await reader.locator("#impact-5").check();
      expect(await violationsOn(reader)).toEqual([]);
      if (process.env.SHOTS)
        await reader.screenshot({ path: `${process.env.SHOTS}/accent-${width}-${colorScheme}.png` });
      await reader.emulateMedia({ media: "print" });
      expect(await reader.locator("svg.five").evaluate((five) => getComputedStyle(five).fill)).toBe("rgb(0, 0, 0)");
    }
  }
});
