import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";

/** What a time zone is called: 北京时间, or its own name. */
export function zoneWords(timeZone: string, locale: Locale): string {
  return timeZone === "Asia/Shanghai" ? translator(locale, "audit")("beijing") : timeZone;
}
