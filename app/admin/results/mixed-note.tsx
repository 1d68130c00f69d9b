import type { Results } from "@/lib/analysis/results";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";

/** Which questions were reworded while answers came in; nothing where none was. */
export function MixedNote({ items, locale }: { items: Results["ratings"] | Results["open"]; locale: Locale }) {
  const t = translator(locale, "instrument");
  return items
    .filter(({ isMixed }) => isMixed)
    .map(({ key, number }) => <p key={key}>{t("trend.mixedNote", { n: number })}</p>);
}
