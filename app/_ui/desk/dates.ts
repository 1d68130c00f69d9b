import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type EditionDefinition, lastMomentOf } from "@/lib/survey/edition";

/** British order of day and month in English. */
const FORMAT: Record<Locale, string> = { "zh-CN": "zh-CN", en: "en-GB" };
const MONTH_DAY = { month: "long", day: "numeric" } as const;
const DAY = { year: "numeric", ...MONTH_DAY } as const;

type Zoned = Pick<EditionDefinition, "timeZone">;

/** A calendar day, `YYYY-MM-DD`, in words: 2026年11月23日. */
export function dayText(locale: Locale, day: string): string {
  return new Intl.DateTimeFormat(FORMAT[locale], { ...DAY, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

/** An instant to the minute in the edition's time zone, which it names: 2026年11月23日 15:04（北京时间）. */
export function momentText(locale: Locale, { timeZone }: Zoned, instant: Date): string {
  const t = translator(locale, "department");
  const format = (parts: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(FORMAT[locale], { ...parts, timeZone });
  const time = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(instant);
  return t("head.moment", { day: format(DAY).format(instant), time, zone: zoneText(locale, { timeZone }, instant) });
}

/** An instant to the minute in the edition's time zone, which stands beside it. */
export function minuteText(locale: Locale, { timeZone }: Zoned, instant: Date): string {
  return new Intl.DateTimeFormat(FORMAT[locale], { dateStyle: "long", timeStyle: "short", timeZone }).format(instant);
}

/** What the edition's time zone is called at an instant: 北京时间. */
export function zoneText(locale: Locale, { timeZone }: Zoned, instant: Date): string {
  if (timeZone === "Asia/Shanghai") return translator(locale, "department")("head.beijingTime");
  const format = new Intl.DateTimeFormat(FORMAT[locale], { timeZone, timeZoneName: "long" });
  return format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}

/** When an edition takes answers, by day. */
export function fieldPeriodText(
  locale: Locale,
  { opensAt, closesAt, timeZone }: Zoned & Pick<EditionDefinition, "opensAt" | "closesAt">,
): string {
  const t = translator(locale, "department");
  const last = lastMomentOf({ closesAt });
  const format = (parts: Intl.DateTimeFormatOptions, instant: Date) =>
    new Intl.DateTimeFormat(FORMAT[locale], { ...parts, timeZone }).format(instant);
  if (opensAt && last) {
    // A year that both share is said once: first in Chinese, last in English.
    const shared = format({ year: "numeric" }, opensAt) === format({ year: "numeric" }, last);
    const [from, until] = shared ? (locale === "en" ? [MONTH_DAY, DAY] : [DAY, MONTH_DAY]) : [DAY, DAY];
    return t("head.fieldPeriod", { from: format(from, opensAt), until: format(until, last) });
  }
  if (opensAt) return t("head.fieldPeriodFrom", { day: format(DAY, opensAt) });
  if (last) return t("head.fieldPeriodUntil", { day: format(DAY, last) });
  return t("head.fieldPeriodUnlimited");
}
