import { describe, expect, test } from "vitest";
import { useBrowser } from "@/test/support/browser";
import { tooYoungIn } from "@/test/support/css-age";
import { readerPages } from "@/test/support/reader-pages";
import { request } from "@/test/support/server";

const openPage = useBrowser();

/** What may be younger than our floors, because a browser that does not know it loses nothing but the ornament. */
const ORNAMENTS: Readonly<Record<string, string>> = {
  "::focus-visible": "takes a focus ring away from the mouse: without it the ring stays",
  "text-underline-offset": "the underline is a little closer",
  "text-decoration-thickness": "the underline is a little thinner",
  "scroll-margin": "a field lands at the very edge of the screen",
  cursor: "a phone has none",
  resize: "a phone has no handle",
  "@page": "iOS prints with its own margins",
  size: "iOS prints on its own paper",
  "break-after": "a heading may stand alone at the end of a printed page",
  "page-break-after": "a heading may stand alone at the end of a printed page",
  "align-self": "`start` is known in a grid, where we use it; the data speaks of flex boxes",
  "place-self": "`start` is known in a grid, where we use it; the data speaks of flex boxes",
  ":::details-content": "opens a fold on paper; older browsers print what is open",
  "content-visibility": "opens a fold on paper; older browsers print what is open",
};

async function sheetsOf(page: string): Promise<string[]> {
  const html = await (await request(page)).text();
  const linked = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = ""]) => href);
  const inline = [...html.matchAll(/<style[^>]*>([^<]*)<\/style>/g)].map(([, sheet = ""]) => sheet);
  return [...inline, ...(await Promise.all(linked.map(async (href) => (await request(href)).text())))];
}

describe("the style of the reader's pages", () => {
  test.each(readerPages("zh-CN"))("holds nothing that Chromium 69 or iOS 12 would miss: %s", async (page) => {
    const sheets = await sheetsOf(page);
    expect(sheets.join("").length).toBeGreaterThan(500);
    const young = sheets.flatMap((sheet) => tooYoungIn(sheet));
    const isOrnament = (one: string) =>
      Object.keys(ORNAMENTS).some((known) => one === known || one.startsWith(`${known}:`));
    expect(young.filter((one) => !isOrnament(one))).toEqual([]);
  });

  test("puts no gap into a flex box, which both take for none", async () => {
    const page = await openPage();
    await page.goto("/2024");
    const gaps = await page.evaluate(
      () =>
        [...document.querySelectorAll("body *")].filter((element) => {
          const { display, rowGap, columnGap } = getComputedStyle(element);
          return display.includes("flex") && (rowGap !== "normal" || columnGap !== "normal");
        }).length,
    );
    expect(gaps).toBe(0);
  });

  test.each([
    [".a{inset:0}", ["inset:0"]],
    [".a{width:min(1px,2vw)}", ["width:min(1px,2vw)"]],
    [".a{width:1px;width:min(1px,2vw)}", []],
    [".a{-webkit-appearance:none;appearance:none}", []],
    [".a{height:100dvh}", ["height:100dvh"]],
    [".a:has(b){top:0}", [":has(b)"]],
    [".a{color:oklch(0.4 0.2 90)}", ["color:oklch(0.4 0.2 90)"]],
    ["@layer a{b{top:0}}", ["@layer"]],
    ["@media (width>=1px){b{top:0}}", ["(width>=1px)"]],
    ["@supports (inset:0){.a{inset:0}}", []],
  ])("is known to be too young: %s", (sheet, young) => {
    expect(tooYoungIn(sheet).map((one) => one.replace(/^::has/, ":has"))).toEqual(young);
  });
});
