import { DEFAULT_LOCALE, type Locale } from "@/lib/locale";

/** The public address of a reader's page: `/2024`, `/en/2024`, `/en/2024/receipt/…`. */
export function addressOf(locale: Locale, ...segments: string[]): string {
  const path = locale === DEFAULT_LOCALE ? segments : [locale, ...segments];
  return `/${path.map(encodeURIComponent).join("/")}`;
}
