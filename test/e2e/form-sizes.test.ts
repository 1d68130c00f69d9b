import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useBrowser } from "@/test/support/browser";
import { send, tick, untilHydrated, untilKept } from "@/test/support/reader";

const openPage = useBrowser();

/** As WeChat on Android and a browser's text zoom do: every text larger, boxes and lines as they were. */
const enlargeText = (page: Page, factor: number) =>
  page.evaluate((by) => {
    const sizes = [...document.querySelectorAll<HTMLElement>("body *")].map(
      (element) => [element, Number.parseFloat(getComputedStyle(element).fontSize)] as const,
    );
    for (const [element, size] of sizes) if (element.style) element.style.fontSize = `${size * by}px`;
  }, factor);

/** What is cut off, overlaps or leaves the page sideways. */
const troublesOn = (page: Page) =>
  page.evaluate(() => {
    const troubles: string[] = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width)
      troubles.push(`the page is ${document.documentElement.scrollWidth} wide`);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const parent = node.parentElement;
      const unread = ".vh,.skip,script,style,textarea,[hidden],[aria-hidden=true]";
      if (!parent || !node.textContent?.trim() || parent.closest(unread)) continue;
      // Folded away, or a 清除本题 that waits for its answer.
      if (!parent.checkVisibility({ visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const lines = [...range.getClientRects()].filter((line) => line.width > 0);
      const name = node.textContent.trim().slice(0, 20);
      const box = parent.closest("label,button,a,p,li,dd,dt,legend,h1,h2")?.getBoundingClientRect();
      for (const line of lines) {
        if (line.right > width + 1 || line.left < -1) troubles.push(`${name}: leaves the page`);
        if (box && (line.bottom > box.bottom + 6 || line.top < box.top - 6)) troubles.push(`${name}: leaves its box`);
      }
      const tops = [...new Set(lines.map((line) => Math.round(line.top)))].toSorted((a, b) => a - b);
      const height = Number.parseFloat(getComputedStyle(parent).fontSize);
      if (tops.some((top, place) => place > 0 && top - (tops[place - 1] ?? 0) < height))
        troubles.push(`${name}: lines overlap`);
    }
    return troubles;
  });

const sizes: [what: string, width: number, height: number, text: number][] = [
  ["a window of 320 px", 320, 640, 1],
  ["a phone with WeChat's largest text", 360, 800, 1.4],
  ["a window of 320 px with WeChat's largest text", 320, 640, 1.4],
  ["a desk at 200 % zoom", 640, 360, 1],
  ["a desk with text at 200 %", 1280, 720, 2],
];

describe.each(sizes)("on %s", (_, width, height, text) => {
  test.each(["/2024", "/en/2024"])("every word of %s can be read, with its draft and its messages", async (path) => {
    const page = await openPage({ viewport: { width, height } });
    await page.goto(path);
    await untilHydrated(page);
    await tick(page, "impact", 1);
    await page.locator("#advice").fill("字".repeat(2001));
    await untilKept(page, "字字");
    await page.reload();
    await page.locator(".notice").first().waitFor();
    await send(page);
    await page.locator("#errors").waitFor();
    await enlargeText(page, text);
    expect(await troublesOn(page)).toEqual([]);
  });
});

test.each(["/2024", "/en/2024"])("every button and choice of %s is at least 44 px high for a finger", async (path) => {
  const page = await openPage({ viewport: { width: 360, height: 800 }, hasTouch: true });
  await page.goto(path);
  await untilHydrated(page);
  await tick(page, "impact", 1);
  await page.locator("#advice").fill("字");
  await untilKept(page, "字");
  const low = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button:not(.vh),fieldset label,textarea,nav a")]
      .filter((element) => getComputedStyle(element).visibility === "visible")
      .map((element) => [element.innerText, Math.round(element.getBoundingClientRect().height)] as const)
      .filter(([, height]) => height < 44),
  );
  expect(low).toEqual([]);
});
