import type { Page } from "playwright-core";

/** Whether a folded question is open. */
export const isOpen = (page: Page, id: string) =>
  page.locator(`#${id}`).evaluate((fold) => (fold as HTMLDetailsElement).open);
/** The topics that are ticked. */
export const topicsOf = (page: Page) =>
  page
    .locator("input[name=topics]:checked")
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));

/** Ticks or unticks topics by their Chinese or English names, opening the list first. */
export async function choose(page: Page, ...topics: string[]): Promise<void> {
  if (!(await isOpen(page, "topics"))) await page.locator("#topics summary").click();
  for (const topic of topics) await page.locator("#topics").getByText(topic, { exact: true }).click();
}

/** Types a contact, opening the question first. */
export async function leaveContact(page: Page, contact: string): Promise<void> {
  if (!(await isOpen(page, "contact"))) await page.locator("#contact summary").click();
  await page.getByLabel(/如需回复|would like a reply/).fill(contact);
}
