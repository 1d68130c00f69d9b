import { cautionOf } from "./analysis/presentation";
import { SMALLEST_BASE_FOR_PERCENT } from "./analysis/share";
import type { Locale } from "./locale";
import { translator } from "./messages/translator";

/** What cautions who reads figures of so many valid answers, on the page and in what leaves it; empty where nothing does. */
export function cautionWords(valid: number, isPart: boolean, locale: Locale): string {
  const t = translator(locale, "department");
  const caution = cautionOf(valid);
  if (caution === "small") return t("sample.small");
  if (caution === null) return "";
  const few = { n: valid, percentFrom: SMALLEST_BASE_FOR_PERCENT };
  return isPart ? translator(locale, "part")("dossier", few) : t("sample.dossier", few);
}
