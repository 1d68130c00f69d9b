import type { Locator, Page } from "playwright-core";
import { decodeQR } from "qr/decode.js";
import { describe, expect, test } from "vitest";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { itemsOf } from "@/lib/survey/instrument";
import { OPTIONAL_QUESTIONS, OPTIONAL_QUESTION_TEXTS } from "@/lib/survey/optional-question";
import { TOPICS } from "@/lib/survey/topic";
import { useBrowser } from "@/test/support/browser";
import { urlOf } from "@/test/support/server";

const openPage = useBrowser();
const MILLIMETRE = 96 / 25.4;
const SIDE = 400;

/** What a phone would read from the code; `hidden` is how much of it a stain covers, from the lower right. */
async function readCode(code: Locator, hidden = 0): Promise<string> {
  const picture = `data:image/png;base64,${(await code.screenshot()).toString("base64")}`;
  const pixels = await code.page().evaluate(
    async ([source, side, stain]) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side });
      const context = canvas.getContext("2d");
      if (!context) throw new Error("no canvas");
      context.imageSmoothingEnabled = false;
      context.drawImage(image, 0, 0, side, side);
      const covered = side * Math.sqrt(stain);
      context.fillStyle = "#888";
      context.fillRect(side * 0.8 - covered, side * 0.7 - covered, covered, covered);
      return [...context.getImageData(0, 0, side, side).data];
    },
    [picture, SIDE, hidden] as const,
  );
  return decodeQR({ width: SIDE, height: SIDE, data: Uint8Array.from(pixels) });
}

async function countPages(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

describe.each([
  ["/2024", "zh-CN"],
  ["/en/2024", "en"],
] as const)("%s/print", (form, locale) => {
  const open = async () => {
    const page = await openPage();
    await page.goto(`${form}/print`);
    return page;
  };

  test("fits on two A4 pages", async () => {
    expect(await countPages(await open())).toBeLessThanOrEqual(2);
  });

  test("asks everything that the form asks, with a box for each rating and 30 mm for each text", async () => {
    const page = await open();
    await page.emulateMedia({ media: "print" });
    const { instrument } = JINCHEN_2024;
    const asked = await page.locator("main .question").allInnerTexts();
    const items = itemsOf(instrument).map((item) => item.text[locale]);
    const optional = OPTIONAL_QUESTIONS.map((question) => OPTIONAL_QUESTION_TEXTS[question][locale]);
    expect(asked.map((text) => text.replace(/^\d+\s*/, ""))).toEqual([...items, ...optional]);
    const labels = instrument.scale.map(({ label }) => label[locale]);
    const choices = await page
      .locator("main .question + ul")
      .evaluateAll((lists) => lists.map((list) => [...list.children].map((choice) => choice.textContent)));
    expect(choices.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => labels));
    const printed = await page.locator("main").innerText();
    for (const { name } of TOPICS) expect(printed).toContain(name[locale]);
    const boxes = await page.locator("main .question + div").all();
    expect(boxes).toHaveLength(3);
    for (const box of boxes) expect((await box.boundingBox())?.height).toBeGreaterThanOrEqual(30 * MILLIMETRE - 1);
  });

  test("says where to return it, and where it can be filled in online", async () => {
    const page = await open();
    await page.emulateMedia({ media: "print" });
    const text = await page.locator("body").innerText();
    const { phone, email, department } = JINCHEN_2024.company;
    for (const part of [phone, email, department[locale], urlOf(form)]) expect(text).toContain(part);
    expect(await page.getByRole("button").count()).toBe(0);
  });

  test("has a code that leads to the form, of at least 25 mm, and legible when stained", async () => {
    const page = await open();
    await page.emulateMedia({ media: "print" });
    const code = page.locator("main svg[role=img]");
    const [, , side = 0] = ((await code.getAttribute("viewBox")) ?? "").split(" ").map(Number);
    const width = ((await code.boundingBox())?.width ?? 0) * ((side - 8) / side);
    expect(width).toBeGreaterThanOrEqual(25 * MILLIMETRE);
    expect(await readCode(code)).toBe(`${urlOf(form)}?c=paper`);
    expect(await readCode(code, 0.08)).toBe(`${urlOf(form)}?c=paper`);
  });
});

test("the letter of the form leads to it", async () => {
  const page = await openPage();
  await page.goto("/2024");
  await page.getByRole("link", { name: "打印填写" }).click();
  await page.waitForURL("**/2024/print");
  await expect.poll(() => page.getByRole("button", { name: "打印" }).isVisible()).toBe(true);
});

test("the privacy notice can be printed to be kept", async () => {
  for (const path of ["/2024/privacy", "/en/2024/privacy"]) {
    const page = await openPage();
    await page.goto(path);
    expect(await countPages(page)).toBeLessThanOrEqual(3);
  }
});

test("a form that is printed while it is filled in shows what was ticked, and not where the keyboard is", async () => {
  const page = await openPage();
  await page.goto("/2024");
  await page.emulateMedia({ media: "print" });
  const lookOf = (selector: string) =>
    page.locator(selector).evaluate((element) => {
      const { borderRadius, boxShadow } = getComputedStyle(element);
      return { borderRadius, boxShadow };
    });
  const tick = page.locator("#impact-4");
  await tick.focus();
  await page.keyboard.press("Space");
  expect(await tick.isChecked()).toBe(true);
  expect(await lookOf("#impact-4:focus")).toEqual({ borderRadius: "0px", boxShadow: "none" });
  expect(await lookOf("#impact-4 + label")).toMatchObject({ boxShadow: "none" });
  await page.locator("#advice").focus();
  expect(await lookOf("#advice:focus")).toMatchObject({ boxShadow: "none" });
});
