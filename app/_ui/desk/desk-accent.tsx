import { pageNonce } from "@/app/_defence/page-nonce";
import { accentCss } from "@/app/_ui/accent-style";
import type { Company } from "@/lib/survey/company";
import { NoncedStyle } from "./nonced-style";

/** The company's accent on a page of the department. */
export async function DeskAccent({ company }: { company: Pick<Company, "accent"> | null }) {
  const css = accentCss(company);
  return css && <NoncedStyle css={css} nonce={await pageNonce()} />;
}
