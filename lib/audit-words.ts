import { findDimension } from "./analysis/crosstab";
import type { AuditAct, AuditedState } from "./audit";
import type { Locale } from "./locale";
import { translator } from "./messages/translator";
import { SIGN_ON_REFUSALS } from "./single-sign-on";
import { RESPONSE_STATUSES, findStatusReason } from "./survey/response-status";

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

/** The fields that an act changed, or told of. What stayed the same is left out. */
export function changedFields(before: AuditedState | null, after: AuditedState | null, locale: Locale): ChangedField[] {
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return keys
    .map((key) => ({
      field: fieldWords(key, locale),
      before: valueWords(key, before?.[key], locale),
      after: valueWords(key, after?.[key], locale),
    }))
    .filter((field) => field.before !== field.after);
}

function fieldWords(key: string, locale: Locale): string {
  const t = translator(locale, "audit");
  const known = `fields.${key}` as "fields.status";
  return t.has(known) ? t(known) : key;
}

function valueWords(key: string, value: AuditedState[string] | undefined, locale: Locale): string | null {
  if (value === undefined || value === null) return null;
  const t = translator(locale, "export");
  const status = key === "status" ? RESPONSE_STATUSES.find((known) => known === value) : undefined;
  const reason = ["reason", "proposed"].includes(key) ? findStatusReason(String(value)) : null;
  if (status) return t(`status.${status}`);
  if (reason) return t(`reason.${reason}`);
  const dimensions = key === "breakdown" ? [value].flat().flatMap((one) => findDimension(one) ?? []) : [];
  if (dimensions.length > 0) return dimensions.map((by) => translator(locale, "crosstab")(`by.${by}`)).join(", ");
  if (key === "content" && value === "arrivals") return translator(locale, "results")("arrivals.title");
  const signOn = key === "reason" ? SIGN_ON_REFUSALS.find((known) => known === value) : undefined;
  if (signOn) return translator(locale, "audit")(`signOn.${signOn}`);
  return Array.isArray(value) ? value.join(", ") : String(value);
}
