import type { ActRefusal } from "@/db/edition-life";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { elementNames } from "../../element-names";

/** Why a step was not taken, in words. */
export function refusalText(refusal: ActRefusal, locale: Locale): string {
  const t = translator(locale, "editions");
  if (refusal.kind !== "empty-notice") return t(`act.${refusal.kind}`);
  return t("act.empty-notice", { elements: elementNames(refusal.elements, locale) });
}
