import sharp from "sharp";
import { expect, test } from "vitest";
import { violationsOn } from "@/test/support/axe";
import { useBrowser } from "@/test/support/browser";
import { useEditions } from "@/test/support/open-editions";
import { signIn } from "@/test/support/sign-in";

const openPage = useBrowser();
const editions = useEditions();
const drawing = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80"><rect width="80" height="80" fill="#c8102e"/>' +
    '<text x="96" y="56" font-size="48" fill="#111">JINCHEN</text></svg>',
);

test("an administrator gives the company's logo to desk, receipt, notice and print, not to the form", async () => {
  const slug = await editions.open("2049-logo");
  const page = await openPage();
  await signIn(page);
  const upload = async (name: string, buffer: Buffer) => {
    await page.goto(`/admin/editions/${slug}/notice`);
    await page.locator("#logo-file").setInputFiles({ name, mimeType: "image/png", buffer });
    await page.getByRole("button", { name: "上传标志" }).click();
  };
  await upload("logo.png", drawing);
  await page.getByText("这不是 PNG、JPEG 或 WebP 图片").waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await upload("logo.svg", await sharp(drawing).png().toBuffer());
  await page.waitForURL(/said=saved/);
  const shown = page.locator("header img[src^='/logo/']:visible");
  expect(await shown.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.height])).toEqual([300, 40]);
  const answer = await page.request.get((await shown.getAttribute("src")) ?? "");
  expect(answer.headers()).toMatchObject({ "content-type": "image/png", "x-content-type-options": "nosniff" });
  expect(answer.headers()["cache-control"]).toContain("immutable");
  expect((await page.request.get("/logo/0")).status()).toBe(404);

  for (const [width, height] of [
    [1366, 768],
    [360, 800],
  ] as const) {
    const reader = await openPage({ viewport: { width, height } });
    for (const [place, logos] of [
      ["", 0],
      ["/privacy", 1],
      ["/print", 1],
    ] as const) {
      await reader.goto(`/${slug}${place}`);
      expect(await reader.locator("img[src^='/logo/']").count(), place).toBe(logos);
      expect(await violationsOn(reader)).toEqual([]);
      if (process.env.SHOTS)
        await reader.screenshot({ path: `${process.env.SHOTS}/logo-${width}${place.replace("/", "-")}.png` });
    }
    await reader.goto(`/${slug}`);
    await reader.locator("#impact-5").check();
    await reader.getByRole("button", { name: "提交意见" }).click();
    await reader.waitForURL(/receipt/);
    expect(await reader.locator("img[src^='/logo/']").count()).toBe(1);
    await page.setViewportSize({ width, height });
    await page.goto(`/admin/editions/${slug}/notice`);
    expect(await violationsOn(page)).toEqual([]);
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/logo-desk-${width}.png`, fullPage: true });
  }
  const paper = await openPage();
  for (const locale of ["", "/en"]) {
    await paper.goto(`${locale}/${slug}/print`);
    const pdf = (await paper.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g), "two pages with a logo too").toHaveLength(2);
  }
  await page.getByRole("button", { name: "移除标志" }).click();
  await page.waitForURL(/said=saved/);
  expect(await page.locator("img[src^='/logo/']").count()).toBe(0);
});
