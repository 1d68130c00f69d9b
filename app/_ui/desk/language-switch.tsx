import { chooseLanguage } from "@/app/admin/actions";
import { LOCALES, type Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import styles from "./language-switch.module.css";

/** A language is named in itself, for the person who cannot read the other. */
const NAMES: Record<Locale, string> = { "zh-CN": "中文", en: "English" };

/** 中文 / English: the one in use as text, the other as a button that shows the page `here` in it. */
export function LanguageSwitch({ locale, here }: { locale: Locale; here: string }) {
  const t = translator(locale, "department");
  return (
    <form action={chooseLanguage} data-for-anybody="" className={styles.switch} aria-label={t("language")}>
      <input type="hidden" name="here" value={here} />
      {LOCALES.map((choice) =>
        choice === locale ? (
          <span key={choice} lang={choice}>
            {NAMES[choice]}
          </span>
        ) : (
          <button key={choice} className="lnk" name="locale" value={choice} lang={choice}>
            {NAMES[choice]}
          </button>
        ),
      )}
    </form>
  );
}
