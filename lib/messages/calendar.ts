import type { Locale } from "../locale";

/** An instant as a calendar day in a time zone, in words: 2025年12月31日, 31 December 2025. */
export function longDate(instant: Date, timeZone: string, locale: Locale): string {
  // British order for English: the company's dates elsewhere are day first or year first, never month first.
  const tag = locale === "en" ? "en-GB" : locale;
  return new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone }).format(instant);
}

/** A stored day (`YYYY-MM-DD`) in words. */
export function longDay(day: string, locale: Locale): string {
  return longDate(new Date(`${day}T00:00:00Z`), "UTC", locale);
}

/** An instant to the second in a time zone, as `YYYY-MM-DD HH:MM:SS`. */
export function secondIn(timeZone: string, instant: Date): string {
  // Swedish writes dates and times in this very order.
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(instant);
}

/** An instant as a clock on the wall shows it, with the zone it hangs in: `2025-05-06 14:03 (Asia/Shanghai)`. */
export function minuteIn(timeZone: string, instant: Date): string {
  return `${secondIn(timeZone, instant).slice(0, 16)} (${timeZone})`;
}
