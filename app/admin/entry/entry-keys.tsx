import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import styles from "./entry-keys.module.css";

const KEYS = [
  ["pick", ["1–5"]],
  ["skip", ["0", "-"]],
  ["next", ["Enter"]],
  ["back", ["Shift", "Enter"]],
  ["save", ["Ctrl", "Enter"]],
] as const;

/** What the keys of the entry form do. They work with script; without, the form is filled like any other. */
export function EntryKeys({ locale }: { locale: Locale }) {
  const t = translator(locale, "entry");
  return (
    <section className={styles.keys} aria-labelledby="keys">
      <h2 id="keys">{t("keys.title")}</h2>
      <dl>
        {KEYS.map(([does, keys]) => (
          <div key={does}>
            <dt>
              {keys.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${does}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
