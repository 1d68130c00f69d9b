import type { ReceiptResponse } from "@/db/responses";
import type { Locale } from "@/lib/locale";
import { type Instrument, itemsOf, ratingItemsOf, scoreLabel } from "@/lib/survey/instrument";
import type { Answer } from "../../answers";
import { optionalFieldsWith } from "../../optional-answers";

/** A stored response as questions and answers in words. */
export function answersOf(instrument: Instrument, response: ReceiptResponse, locale: Locale): Answer[] {
  const ratings = new Map(ratingItemsOf(instrument).map((item, place) => [item.key, response.ratings[place] ?? null]));
  return itemsOf(instrument).map((item, place) => {
    const rating = ratings.get(item.key) ?? null;
    const label = rating === null ? null : scoreLabel(instrument, rating, locale);
    const answer = item.kind === "rating" ? label : (response.verbatims[item.key] ?? null);
    return { number: place + 1, question: item.text[locale], answer };
  });
}

/** A stored response as the form's fields, for correcting it. */
export function fieldsOf(instrument: Instrument, response: ReceiptResponse): Record<string, string> {
  const ratings = ratingItemsOf(instrument).map((item, place) => [item.key, response.ratings[place] ?? null] as const);
  const chosen = ratings.filter(([, rating]) => rating !== null).map(([key, rating]) => [key, String(rating)]);
  return { ...Object.fromEntries(chosen), ...response.verbatims, ...optionalFieldsWith(response) };
}
