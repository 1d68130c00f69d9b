import { findInstrumentDesk } from "@/db/instruments";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Staff } from "@/lib/staff";
import { editorAddress } from "./editor-address";
import styles from "./editor-head.module.css";

/** That an edition's form has a draft which readers don't see yet, before somebody opens the edition without it. */
export async function DraftNote({ staff, slug, locale }: { staff: Staff; slug: string; locale: Locale }) {
  const desk = await findInstrumentDesk(staff, slug);
  if (!desk || desk.draft.revision === 0) return null;
  const t = translator(locale, "instrument");
  return (
    <p className={`notice notice-caution ${styles.done}`}>
      {t("pending", { version: desk.draft.version, published: desk.published.version })}{" "}
      <a href={editorAddress(slug)}>{t("pendingEdit")}</a>
    </p>
  );
}
