import type { Locale } from "../locale";

/** An instant as a calendar day in a time zone, in words: 2025年12月31日, 31 December 2025. */
export function longDate(instant: Date, timeZone: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tagOf(locale), { dateStyle: "long", timeZone }).format(instant);
}

/** A stored day (`YYYY-MM-DD`) in words. */
export function longDay(day: string, locale: Locale): string {
  return longDate(new Date(`${day}T00:00:00Z`), "UTC", locale);
}

const SHORT = {
  week: { month: "short", day: "numeric" },
  month: { month: "short" },
  year: { year: "numeric" },
} as const;

// Made once: a chart names dozens of days, and to make a format takes far longer than to use it.
const shortFormats = new Map<string, Intl.DateTimeFormat>();

/** The week's first day, the month or the year of a stored day, as short as it is clear: 12月21日, 21 Dec. */
export function shortDay(day: string, unit: keyof typeof SHORT, locale: Locale): string {
  const name = `${locale} ${unit}`;
  const format = shortFormats.get(name) ?? new Intl.DateTimeFormat(tagOf(locale), { ...SHORT[unit], timeZone: "UTC" });
  shortFormats.set(name, format);
  return format.format(new Date(day));
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

/** British order for English: the company's dates elsewhere are day first or year first, never month first. */
const tagOf = (locale: Locale) => (locale === "en" ? "en-GB" : locale);
