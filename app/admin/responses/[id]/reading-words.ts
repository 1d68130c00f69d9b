import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { LONGEST_READ_SECONDS } from "@/lib/survey/reading-time";

/** How long reading took, in words. */
export function readingWords(seconds: number, locale: Locale): string {
  const t = translator(locale, "flags");
  const [m, s] = [Math.floor(seconds / 60), seconds % 60];
  if (seconds >= LONGEST_READ_SECONDS) return t("longest", { m });
  return m > 0 ? t("minutes", { m, s }) : t("seconds", { n: s });
}
