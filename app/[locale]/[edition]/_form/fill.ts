import type { Locale } from "@/lib/locale";

/** Puts figures and words into a text that came with the page: `{n} / {max} 字`. English groups thousands. */
export function fill(template: string, values: Readonly<Record<string, number | string>>, locale: Locale): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return locale === "en" ? value.toLocaleString("en") : String(value);
  });
}
