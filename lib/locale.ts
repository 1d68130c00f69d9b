import { z } from "zod";

/** The languages in which every text a person sees exists; Chinese is the language of the report. */
export const LOCALES = ["zh-CN", "en"] as const;
export const Locale = z.enum(LOCALES);
export type Locale = z.infer<typeof Locale>;
export const DEFAULT_LOCALE: Locale = "zh-CN";

/** A text in every language. */
export const Localized = z.strictObject({ "zh-CN": z.string().min(1), en: z.string().min(1) });
export type Localized = z.infer<typeof Localized>;

/** The locale that a path segment or a form field names, or null. */
export function findLocale(name: unknown): Locale | null {
  return Locale.safeParse(name).data ?? null;
}

/** A text made in every language. */
export function localized(text: (language: Locale) => string): Localized {
  return { "zh-CN": text("zh-CN"), en: text("en") };
}
