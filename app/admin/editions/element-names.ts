import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { PrivacyElement } from "@/lib/survey/privacy-notice";

/** Elements of the privacy notice by the titles they have in it, listed in a language's way. */
export function elementNames(elements: readonly PrivacyElement[], locale: Locale): string {
  const t = translator(locale, "privacy");
  const names = elements.map((element) => t(`${element}.title`));
  return new Intl.ListFormat(locale, { type: "conjunction", style: "narrow" }).format(names);
}
