import Form from "next/form";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { PendingWords } from "./pending-words";
import styles from "./edition-switch.module.css";

interface EditionSwitchProps {
  readonly edition: Edition;
  readonly editions: readonly Edition[];
  readonly locale: Locale;
}

/** Which edition a page shows, once there are several: asks for the same page again. */
export function EditionSwitch({ edition, editions, locale }: EditionSwitchProps) {
  const t = translator(locale, "department");
  if (editions.length < 2) return null;
  return (
    <Form action="" prefetch={false} className={styles.switch}>
      <label htmlFor="edition">{t("filter.edition")}</label>
      <select className="select" id="edition" name="edition" defaultValue={edition.slug}>
        {editions.map(({ slug }) => (
          <option key={slug} value={slug}>
            {t("round", { slug })}
          </option>
        ))}
      </select>
      <p className={styles.apply}>
        <button className="btn btn-2">{t("filter.apply")}</button>
        <PendingWords words={t("nav.pending")} />
      </p>
    </Form>
  );
}
