import type { Locale } from "@/lib/locale";

/** Each language in its own name, for the switch between them. */
export const LOCALE_NAMES: Record<Locale, string> = { "zh-CN": "中文", en: "English" };
