import type { AuditAct, AuditEvent } from "./audit";
import { auditFieldWords } from "./audit-fields";
import { auditValueWords, isScheduledRound } from "./audit-values";
import type { Locale } from "./locale";
import { translator } from "./messages/translator";

/** What an act of the log is called; one that an older version knew, by its code. */
export function actWords(act: AuditAct, locale: Locale): string {
  const t = translator(locale, "audit");
  return t.has(`acts.${act}`) ? t(`acts.${act}`) : act;
}

/** A field of an audited state with what it was and what it became, in words; null where it was not there. */
export interface ChangedField {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The fields that an act changed, or told of, with times in a zone. What stayed the same is left out. */
export function changedFields(
  { act, before, after }: Pick<AuditEvent, "act" | "before" | "after">,
  locale: Locale,
  timeZone: string,
): ChangedField[] {
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const worded = (key: string, side: "before" | "after") =>
    auditValueWords((side === "before" ? before : after)?.[key], {
      key,
      locale,
      timeZone,
      isScheduled: isScheduledRound(act, side),
    });
  return keys
    .map((key) => ({
      field: auditFieldWords(act, key, locale),
      before: worded(key, "before"),
      after: worded(key, "after"),
    }))
    .filter((field) => field.before !== field.after);
}
