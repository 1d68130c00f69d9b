import { LOCALES, type Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { LOCALE_NAMES } from "./locale-names";
import styles from "./language-switch.module.css";

/** The page with a form: its id, and the address that shows it in another language with all that was typed. */
export interface SwitchedForm {
  readonly id: string;
  readonly actionIn: (locale: Locale) => string;
}

/** The page in the other language: a link, or, where a form would lose what was typed, a button that posts it there. */
export function LanguageSwitch({
  locale,
  hrefIn,
  form,
}: {
  locale: Locale;
  hrefIn: (locale: Locale) => string;
  form: SwitchedForm | undefined;
}) {
  return (
    <nav className={styles.lang} aria-label={translator(locale, "reader")("page.language")}>
      {/* The form's first button on the page is what Enter presses; it must not be the switch. */}
      {form ? <button className="vh" type="submit" form={form.id} tabIndex={-1} aria-hidden="true" /> : null}
      {LOCALES.map((other) =>
        other === locale ? (
          <span key={other} aria-current="true">
            {LOCALE_NAMES[other]}
          </span>
        ) : form ? (
          <button
            key={other}
            className="lnk"
            type="submit"
            form={form.id}
            name="switch"
            value={other}
            formAction={form.actionIn(other)}
            formNoValidate
            lang={other}
          >
            {LOCALE_NAMES[other]}
          </button>
        ) : (
          <a key={other} href={hrefIn(other)} lang={other} hrefLang={other}>
            {LOCALE_NAMES[other]}
          </a>
        ),
      )}
    </nav>
  );
}
