import type { RatingFigures } from "../analysis/rating-figures";
import type { Locale } from "../locale";

/** 好评 of a cell as its base allows: `73% 34/46`, with a star where the sample is small, and counts alone below ten. */
export function goodWords(
  { topTwo, base, topTwoShare, presentation }: Pick<RatingFigures, "topTwo" | "base" | "topTwoShare" | "presentation">,
  locale: Locale,
): string {
  const share = topTwoShare === null ? "" : `${topTwoShare}% `;
  const star = presentation.carries === "small" ? "\u00a0*" : "";
  return `${share}${topTwo.toLocaleString(locale)}/${base.toLocaleString(locale)}${star}`;
}

/** Whether some cell has the star. */
export const hasStar = (cells: readonly (Pick<RatingFigures, "presentation"> | null)[]): boolean =>
  cells.some((cell) => cell?.presentation.carries === "small");
