import { type Distribution, topTwo } from "../analysis/distribution";
import { SMALLEST_BASE_FOR_PERCENT, wholePercent } from "../analysis/share";
import type { Locale } from "../locale";

/** 好评 of a cell as its base allows: `73% 8/11`, and below ten answers the counts alone. */
export function goodWords(distribution: Distribution, locale: Locale): string {
  const [top, { base }] = [topTwo(distribution), distribution];
  const share = base >= SMALLEST_BASE_FOR_PERCENT ? `${wholePercent(top, base)}% ` : "";
  return `${share}${top.toLocaleString(locale)}/${base.toLocaleString(locale)}`;
}
