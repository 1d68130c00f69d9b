import type { AuditEvent, AuditedState } from "../audit";
import { actWords } from "../audit-words";
import type { Locale } from "../locale";
import { secondIn } from "../messages/calendar";
import { translator } from "../messages/translator";
import type { Cell } from "./response-table";

/** The header of the exported audit log; `zone` names the time zone. */
export function auditHeader(locale: Locale, zone: string): string[] {
  const t = translator(locale, "audit");
  const names = ["who", "email", "act", "code", "subject", "before", "after"] as const;
  return ["id", t("list.at", { zone }), ...names.map((name) => t(`list.${name}`))];
}

/** The cells of an event, in the order of the header; states as JSON. */
export function auditRow(event: AuditEvent, locale: Locale, timeZone: string): Cell[] {
  const { id, at, staffName, staffEmail, act, subject, before, after } = event;
  const state = (value: AuditedState | null) => value && JSON.stringify(value);
  const when = secondIn(timeZone, at);
  return [id, when, staffName, staffEmail, actWords(act, locale), act, subject, state(before), state(after)];
}
