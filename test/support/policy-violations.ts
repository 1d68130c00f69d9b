import type { BrowserContext } from "playwright-core";

/** What the browsers of this file refused by a page's content security policy; every test leaves it empty. */
export const policyViolations: string[] = [];

/** Collects what the policies of a visitor's pages refuse: Chromium says each on the console. */
export function watchPolicies(context: BrowserContext): void {
  context.on("console", (message) => {
    const text = message.text();
    if (/content security policy/i.test(text)) policyViolations.push(`${message.page()?.url()}: ${text}`);
  });
}
