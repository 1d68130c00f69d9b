import { pageNonce } from "@/app/_defence/page-nonce";
import type { Company } from "@/lib/survey/company";
import { type AccentTones, tonesOf } from "@/lib/survey/accent";

type Of = { readonly company: Pick<Company, "accent"> | null };

/**
 * A company's own accent in place of ours, on screens; print stays black. Nothing where it has none. For pages that are
 * loaded whole: on the desk, whose links exchange a page's content, it is DeskAccent.
 */
export async function AccentStyle({ company }: Of) {
  const css = accentCss(company);
  return css && <style nonce={await pageNonce()}>{css}</style>;
}

/** The rules of a company's own accent, or null where it has none. */
export function accentCss(company: Of["company"]): string | null {
  if (!company?.accent) return null;
  const { light, dark } = tonesOf(company.accent);
  return `@media screen{${rule(light)}}@media screen and (prefers-color-scheme:dark){${rule(dark)}}`;
}

const rule = (tones: AccentTones) =>
  `:root{${Object.entries(tones)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(";")}}`;
