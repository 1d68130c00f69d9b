import { z } from "zod";
import { AUDIT_ACTS } from "./audit";
import { isStorable } from "./survey/text";

const Words = z.string().trim().min(1).max(100).refine(isStorable).nullable().catch(null);
const Day = z.iso.date().nullable().catch(null);

/**
 * What the audit log is narrowed to; null is no limit. `person` is looked for in name and e-mail, days are calendar days
 * of the installation's time zone, both included.
 */
export const AuditFilter = z.object({
  person: Words,
  act: z.enum(AUDIT_ACTS).nullable().catch(null),
  subject: Words,
  from: Day,
  until: Day,
});
export type AuditFilter = z.infer<typeof AuditFilter>;

const FIELDS = Object.keys(AuditFilter.shape) as readonly (keyof AuditFilter)[];

/** The filter that an address asks for; what cannot be a filter narrows nothing. */
export function readAuditFilter(query: URLSearchParams): AuditFilter {
  return AuditFilter.parse(Object.fromEntries(FIELDS.map((field) => [field, query.get(field)])));
}

/** A filter as the query of an address, without what narrows nothing. */
export function auditQuery(filter: AuditFilter, before?: number): string {
  const entries = FIELDS.map((field) => [field, filter[field]] as const);
  const set = entries.filter((entry): entry is [keyof AuditFilter, string] => Boolean(entry[1]));
  return new URLSearchParams([...set, ...(before === undefined ? [] : [["before", String(before)]])]).toString();
}
