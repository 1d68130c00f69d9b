import type { InstrumentDesk } from "@/db/instrument-desk";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { breachesOf } from "@/lib/survey/instrument-rules";
import { refusedDraft } from "../editor-state";
import styles from "./publish.module.css";

interface RefusedPublishingProps {
  readonly desk: InstrumentDesk;
  readonly locale: Locale;
  /** Why it was refused, as the address says. */
  readonly refusal: string | undefined;
}

/** Why the draft was not published, or cannot be: what the rules say of it now, whatever was pressed. */
export function RefusedPublishing({ desk, locale, refusal }: RefusedPublishingProps) {
  const t = translator(locale, "instrument");
  const breaches = breachesOf(desk.draft.document, desk.standing);
  const messages = refusedDraft(desk, { kind: "protected", breaches }, locale).map(({ message }) => message);
  if (desk.isSealed) messages.push(t("error.sealed"));
  if (refusal === "changed") messages.push(t("changed.publish"));
  if (refusal === "nothing-changed") messages.push(t("error.nothing-changed"));
  if (messages.length === 0) return null;
  return (
    <div className={`notice notice-error ${styles.refused}`} role="alert">
      {messages.map((message) => (
        <p key={message}>{message}</p>
      ))}
    </div>
  );
}
