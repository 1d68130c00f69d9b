import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { EDITION_ACTS } from "@/lib/survey/edition-life";
import styles from "./editions.module.css";

/** What was just done, as the address says it; nothing for an address that says something else. */
export function Said({ said, locale }: { said: string | undefined; locale: Locale }) {
  const done = [...EDITION_ACTS, "saved" as const].find((known) => known === said);
  if (!done) return null;
  return (
    <p className={`notice ${styles.notice}`} role="status">
      {translator(locale, "editions")(`said.${done}`)}
    </p>
  );
}
