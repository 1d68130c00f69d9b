import { StateChip } from "@/app/_ui/desk/state-chip";
import type { Edition } from "@/db/editions";
import type { InstrumentDesk } from "@/db/instrument-desk";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import styles from "./editor-head.module.css";

interface EditorHeadProps {
  readonly edition: Edition;
  readonly desk: InstrumentDesk;
  readonly locale: Locale;
  /** What was just done, from the address. */
  readonly done: Readonly<Record<string, string | string[] | undefined>>;
}

/** The head of the editor: whose form, which version readers see, and what was just done. */
export function EditorHead({ edition, desk, locale, done }: EditorHeadProps) {
  const t = translator(locale, "instrument");
  const { version, revision } = desk.draft;
  const published = desk.published.version;
  return (
    <header className={styles.head}>
      <p className={styles.kicker}>
        {translator(locale, "department")("reportTitle", { title: edition.reportTitle[locale] })}
      </p>
      <h1>{t("title")}</h1>
      <p className={`num ${styles.facts}`}>
        <StateChip edition={edition} now={new Date()} locale={locale} /> <span>{t("versions", { published })}</span>{" "}
        <span>{revision > 0 ? t("draft", { version, revision }) : t("noDraft")}</span>
      </p>
      <div id="done" role="status">
        {done.saved !== undefined && <p className={`notice ${styles.done}`}>{t("saved", { published })}</p>}
        {done.published !== undefined && (
          <p className={`notice ${styles.done}`}>{t("published", { version: published })}</p>
        )}
        {done.discarded !== undefined && <p className={`notice ${styles.done}`}>{t("discarded")}</p>}
      </div>
    </header>
  );
}
