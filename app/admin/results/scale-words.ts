import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type Instrument, scoreLabel } from "@/lib/survey/instrument";
import { SCORES } from "@/lib/survey/scale";

type Scaled = Pick<Instrument, "scale">;

/** The words of the two best and the two worst scores, for sentences: 很好, 较好, 较差, 很差. */
export function poles(instrument: Scaled, locale: Locale) {
  const word = (score: (typeof SCORES)[number]) => scoreLabel(instrument, score, locale);
  return { best: word(5), good: word(4), poor: word(2), worst: word(1) };
}

/** A median in the scale's words: 较好, or 一般与较好之间 when it falls between two of them. */
export function medianText(instrument: Scaled, median: number, locale: Locale): string {
  const at = SCORES.find((score) => score === median);
  if (at) return scoreLabel(instrument, at, locale);
  const [upper, lower] = [SCORES.find((score) => score === Math.ceil(median)), SCORES.find((score) => score < median)];
  if (!upper || !lower) throw new RangeError(`no median ${median} on this scale`);
  return translator(locale, "department")("ratings.medianBetween", {
    lower: scoreLabel(instrument, lower, locale),
    upper: scoreLabel(instrument, upper, locale),
  });
}
