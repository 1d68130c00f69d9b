import type { Page } from "playwright-core";

/** Where the focus stands: what it is called, and whether a person sees that it is there. */
export interface FocusStop {
  readonly name: string;
  readonly isVisible: boolean;
  /** Whether it comes after the stop before it in the document, which is the order of reading. */
  readonly isInOrder: boolean;
}

/**
 * Presses Tab through a page until the focus leaves it, as a person without a mouse does. Throws where it does not leave
 * after more stops than the page has.
 */
export async function walk(page: Page): Promise<FocusStop[]> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    window.scrollTo(0, 0);
  });
  const most = await page.locator("a, button, input, select, textarea, summary, [tabindex]").count();
  const stops: FocusStop[] = [];
  for (let n = 0; n <= most + 1; n += 1) {
    await page.keyboard.press("Tab");
    const stop = await focusStop(page);
    if (!stop) return stops;
    stops.push(stop);
  }
  throw new Error(`the focus does not leave ${page.url()}: ${stops.map(({ name }) => name).join(" → ")}`);
}

/** Presses Tab, or Shift+Tab, until something of this name has the focus; throws when nothing comes to be. */
export async function tabTo(page: Page, name: string | RegExp, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const passed: string[] = [];
  for (let n = 0; n < 150; n += 1) {
    await page.keyboard.press(key);
    const stop = await focusStop(page);
    if (stop && !stop.isVisible) throw new Error(`the focus on ${stop.name} is not seen`);
    if (stop && (typeof name === "string" ? stop.name === name : name.test(stop.name))) return;
    passed.push(stop?.name ?? "—");
  }
  throw new Error(`Tab does not come to ${String(name)}: ${passed.join(" → ")}`);
}

/** What has the focus; null on the page itself. */
async function focusStop(page: Page): Promise<FocusStop | null> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body || element === document.documentElement) return null;
    const marked = globalThis as typeof globalThis & { stopBefore?: Element };
    const before = marked.stopBefore;
    marked.stopBefore = element;
    const { labels } = element as HTMLInputElement;
    const label = labels && labels.length > 0 ? labels[0]?.textContent : null;
    const name = (element.getAttribute("aria-label") ?? label ?? element.textContent ?? "").replace(/\s+/g, " ").trim();
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    // A day has parts of its own, which the browser marks by itself.
    const isPart = before === element && element.matches("input[type=date], input[type=datetime-local]");
    const isOnScreen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const hasRing = style.boxShadow !== "none" || (style.outlineStyle !== "none" && style.outlineWidth !== "0px");
    const follows = before && before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    return {
      name,
      isVisible: isPart || (hasRing && isOnScreen),
      isInOrder: isPart || !before?.isConnected || Boolean(follows),
    };
  });
}
