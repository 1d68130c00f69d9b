import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type DecisionReason, type ResponseStatus, findStatusReason } from "@/lib/survey/response-status";
import styles from "./status-words.module.css";

interface StatusWordsProps {
  readonly status: ResponseStatus;
  readonly reason: string | null;
  /** Why somebody proposed to exclude it, where it waits for a second person. */
  readonly proposed: DecisionReason | null;
  readonly locale: Locale;
}

const DRESS: Readonly<Record<ResponseStatus, string | undefined>> = {
  valid: styles.plain,
  on_hold: styles.chip,
  quarantined: styles.apart,
  excluded: styles.apart,
  withdrawn: styles.gone,
};

/** How a response stands, as a word, in a frame where it does not count; below it why. */
export function StatusWords({ status, reason, proposed, locale }: StatusWordsProps) {
  const t = translator(locale, "export");
  const known = findStatusReason(reason);
  return (
    <>
      <span className={DRESS[status]}>{t(`status.${status}`)}</span>
      {known && <span className={styles.reason}>{t(`reason.${known}`)}</span>}
      {proposed && (
        <span className={styles.proposed}>
          {translator(locale, "responses")("decide.proposed", { reason: t(`reason.${proposed}`) })}
        </span>
      )}
    </>
  );
}
