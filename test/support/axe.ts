import axe from "axe-core";
import type { Page } from "playwright-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The accessibility rules that a page breaks, one readable line for each place; empty when there are none. */
export async function violationsOn(page: Page): Promise<string[]> {
  // Evaluated, not added as a script, so that no content security policy has to let it in.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async (tags) => {
    const { axe: injected } = globalThis as unknown as { axe: typeof axe };
    // A colour is judged once it has changed, and not on its way.
    for (const change of document.getAnimations()) if (change instanceof CSSTransition) change.finish();
    return (await injected.run(document, { runOnly: { type: "tag", values: tags } })).violations;
  }, TAGS);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}, at ${node.target.join(" ")} (${node.html.slice(0, 120)})`),
  );
}
