import type { Page } from "playwright-core";
import { violationsOn } from "./axe";
import { walk } from "./keyboard";

/** The sizes at which every page of the desk is looked at; the narrow one in the dark, so that both themes are. */
export const DESK_SIZES = [
  { viewport: { width: 1366, height: 768 }, colorScheme: "light" },
  { viewport: { width: 360, height: 800 }, colorScheme: "dark" },
] as const;

/**
 * What a page puts in the way of who cannot see it, has no mouse, or has a telephone; empty when there is nothing. With
 * SCREENSHOTS a picture of it goes to that folder, by the name.
 */
export async function troublesOf(page: Page, name: string): Promise<string[]> {
  const width = page.viewportSize()?.width ?? 0;
  const folder = process.env.SCREENSHOTS;
  const file = `${name.replace(/[^a-z]+/gi, "-").replace(/^-|-$/g, "")}-${width}.png`;
  if (folder) await page.screenshot({ path: `${folder}/${file}`, fullPage: true });
  const needed = await page.evaluate(() => document.documentElement.scrollWidth);
  const stops = await walk(page);
  return [
    ...(needed > width ? [`it is ${needed} wide`] : []),
    ...(await violationsOn(page)),
    ...(stops.length > 0 ? [] : ["nothing takes the focus"]),
    ...stops.filter(({ isVisible }) => !isVisible).map((stop) => `the focus is not seen on ${stop.name}`),
    ...stops.filter(({ isInOrder }) => !isInOrder).map((stop) => `the focus comes too late to ${stop.name}`),
  ];
}
