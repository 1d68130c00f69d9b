import { type Browser, type BrowserContextOptions, type LaunchOptions, type Page, chromium } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { policyViolations, watchPolicies } from "./policy-violations";
import { orThrow } from "./server";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Opens pages in a browser: `openPage({ javaScriptEnabled: false })`. Paths are those of the running app. */
export type OpenPage = (options?: BrowserContextOptions) => Promise<Page>;

/**
 * Starts one browser for a test file; each page it opens is a visitor of its own, gone after the test. Whatever a test
 * does, no page may meet its own content security policy.
 */
export function useBrowser(launch: LaunchOptions = {}): OpenPage {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: orThrow(inject("chrome")), args: FLAGS, ...launch });
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(policyViolations.splice(0)).toEqual([]);
  });
  afterAll(() => browser?.close());
  return async (options = {}) => {
    const context = await browser.newContext({ baseURL: orThrow(inject("app")).baseUrl, locale: "zh-CN", ...options });
    watchPolicies(context);
    return context.newPage();
  };
}
