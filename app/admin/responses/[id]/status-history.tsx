import { momentText } from "@/app/_ui/desk/dates";
import { Section } from "@/app/_ui/desk/section";
import type { Edition } from "@/db/editions";
import type { StatusEvent } from "@/db/status-history";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { findStatusReason } from "@/lib/survey/response-status";
import styles from "./response.module.css";

interface StatusHistoryProps {
  readonly events: readonly StatusEvent[];
  readonly edition: Pick<Edition, "timeZone">;
  readonly locale: Locale;
}

/** Who changed the status of an answer, when, and for what reason; from the audit log. */
export function StatusHistory({ events, edition, locale }: StatusHistoryProps) {
  const t = translator(locale, "responses");
  const word = translator(locale, "export");
  return (
    <Section id="history" title={t("decide.history")}>
      {events.length === 0 && <p className={styles.none}>{t("decide.noHistory")}</p>}
      <ol className={styles.history}>
        {events.map(({ id, at, staffName, act, before, after }) => {
          const reason = findStatusReason(String(after?.proposed ?? after?.reason ?? before?.reason ?? ""));
          return (
            <li key={id}>
              <time dateTime={at.toISOString()}>{momentText(locale, edition, at)}</time>
              <span>{staffName}</span>
              <span>
                {t(`decide.act.${wordsOf(act)}`, { n: Number(after?.count ?? 0) })}
                {reason && reason !== "REVIEWED" && ` · ${word(`reason.${reason}`)}`}
              </span>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

/** In the catalogue a dot parts a room from its texts. */
function wordsOf(act: StatusEvent["act"]): "response-held" {
  return act.replace(".", "-") as "response-held";
}
