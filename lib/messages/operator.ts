import { type Locale, LOCALES } from "../locale";
import { translator } from "./translator";

/** What an operator reads at a prompt, in both languages, a line each: `inBothLanguages((t) => t("database.busy", …))`. */
export function inBothLanguages(say: (t: ReturnType<typeof translator<"operator">>, locale: Locale) => string): string {
  return LOCALES.map((locale) => say(translator(locale, "operator"), locale)).join("\n");
}
