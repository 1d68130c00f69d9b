import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { discardFile } from "./actions";
import styles from "./steps.module.css";

interface DiscardFormProps {
  readonly slug: string;
  readonly batch: string;
  readonly locale: Locale;
}

/** The press that drops a file that waits. */
export function DiscardForm({ slug, batch, locale }: DiscardFormProps) {
  const t = translator(locale, "import");
  return (
    <form action={discardFile} className={styles.discard}>
      <input type="hidden" name="edition" value={slug} />
      <input type="hidden" name="batch" value={batch} />
      <button className="btn btn-2">{t("batch.discard")}</button>
      <span>{t("batch.discardSay")}</span>
    </form>
  );
}
