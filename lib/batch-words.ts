import type { Locale } from "./locale";
import { longDay } from "./messages/calendar";
import { translator } from "./messages/translator";

/** Which batch of figures viewers are shown, and since which day (`YYYY-MM-DD`): their figures are of no moment. */
export interface ShownBatch {
  readonly batch: number;
  readonly shownOn: string;
  /** The edition is sealed, and these are not its sealed figures. */
  readonly isBehindSeal?: boolean;
}

/** A batch in words, the same on the page and in what is taken away: 第 3 批，2025年6月18日起显示. */
export function batchWords({ batch, shownOn, isBehindSeal = false }: ShownBatch, locale: Locale): string {
  const words = { batch, day: longDay(shownOn, locale) };
  return translator(locale, "crosstab")(isBehindSeal ? "batchBehindSeal" : "batch", words);
}
