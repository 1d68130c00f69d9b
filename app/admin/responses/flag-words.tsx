import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { QualityFlag } from "@/lib/survey/quality-flag";
import styles from "./status-words.module.css";

/** What is odd about an answer, in a line below how it stands; nothing where nothing is. */
export function FlagWords({ flags, locale }: { flags: readonly QualityFlag[]; locale: Locale }) {
  const t = translator(locale, "flags");
  if (flags.length === 0) return null;
  const named = (flag: QualityFlag, place: number) => {
    const name = t(`name.${flag}`);
    return (place === 0 ? t("words", { flags: name }) : name) + (place < flags.length - 1 ? t("separator") : "");
  };
  return (
    <span className={styles.flags}>
      {flags.map((flag, place) => (
        <span key={flag} className={styles.flag}>
          {named(flag, place)}
        </span>
      ))}
    </span>
  );
}
